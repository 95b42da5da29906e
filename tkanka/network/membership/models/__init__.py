"""Coming into a network: applications and their course, declarations, requests for access, those who stand beside."""

from .applications import Application, Check, CheckItem, Question
from .beside import Beside, ContactNote, WorksWith
from .declarations import Declaration
from .named import NamedParty
from .requests import AccessRequest, RequestState

__all__ = [
    "AccessRequest",
    "Application",
    "Beside",
    "Check",
    "CheckItem",
    "ContactNote",
    "Declaration",
    "NamedParty",
    "Question",
    "RequestState",
    "WorksWith",
]
