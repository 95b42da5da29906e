"""What people fill in about bodies."""

from .people import (
    AnswerForm,
    AskForm,
    DescribeForm,
    EndForm,
    FlagForm,
    GiveUpForm,
    InvitedForm,
    InviteForm,
    JoinForm,
    Laid,
    ListFilter,
    OpenForm,
    PersonForm,
    RoleForm,
    SeatForm,
)
from .types import NewTypeForm, TypeForm

__all__ = [
    "AnswerForm",
    "AskForm",
    "DescribeForm",
    "EndForm",
    "FlagForm",
    "GiveUpForm",
    "InviteForm",
    "InvitedForm",
    "JoinForm",
    "Laid",
    "ListFilter",
    "NewTypeForm",
    "OpenForm",
    "PersonForm",
    "RoleForm",
    "SeatForm",
    "TypeForm",
]
