"""Writing, signing and delivering joint positions."""

from .erasing import forget_person
from .signing import close_signing, deliver, note_answer, sign_position, withdraw_signature
from .writing import begin_position, edit_position, freeze_position, remark_on_draft, withdraw_position

__all__ = [
    "begin_position",
    "close_signing",
    "deliver",
    "edit_position",
    "forget_person",
    "freeze_position",
    "note_answer",
    "remark_on_draft",
    "sign_position",
    "withdraw_position",
    "withdraw_signature",
]
