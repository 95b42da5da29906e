"""Groups before and after they are bodies: proposals, terms of reference, support, results, bodies outside."""

from .asking import Consultation, Opinion
from .living import Reminder, Result, Terms, Update
from .outside import OutsideGroup
from .proposals import Check, Initiator, Proposal, Question
from .support import Pot, SupportRequest
from .technical import Intent

__all__ = [
    "Check",
    "Consultation",
    "Initiator",
    "Intent",
    "Opinion",
    "OutsideGroup",
    "Pot",
    "Proposal",
    "Question",
    "Reminder",
    "Result",
    "SupportRequest",
    "Terms",
    "Update",
]
