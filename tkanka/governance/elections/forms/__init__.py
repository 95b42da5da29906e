from .planning import CallOffForm, PlanForm, ProcessForm
from .standing import AnswerForm, DiversityForm, NominateForm
from .voting import BallotForm

__all__ = [
    "AnswerForm",
    "BallotForm",
    "CallOffForm",
    "DiversityForm",
    "NominateForm",
    "PlanForm",
    "ProcessForm",
]
