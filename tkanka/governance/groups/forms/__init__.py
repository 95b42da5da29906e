"""What people type in about groups."""

from .living import CloseForm, ResultForm, ReviewForm, TermsForm, UpdateForm
from .outside import ImportForm, OutsideForm
from .proposing import AdviceForm, FlagForm, IntentForm, InviteForm, OpinionForm, ProposalForm, RouteForm
from .supporting import AnswerSupportForm, PotForm, SupportForm
from .verifying import AnswerForm, AskForm, CheckForm, DeclineForm

__all__ = [
    "AdviceForm", "AnswerForm", "AnswerSupportForm", "AskForm", "CheckForm", "CloseForm", "DeclineForm", "FlagForm",
    "ImportForm", "IntentForm", "InviteForm", "OpinionForm", "OutsideForm", "PotForm", "ProposalForm", "ResultForm",
    "ReviewForm", "RouteForm", "SupportForm", "TermsForm", "UpdateForm",
]  # fmt: skip
