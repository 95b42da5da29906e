"""What may be done with letters."""

from .delivering import claim_letters, give_up, mark_sent, put_off, release, renew, retry, unhurried, void
from .forgetting import forget_kinds, forget_old, forget_person, forget_recipient
from .wishes import wish
from .writing import write_letter

__all__ = [
    "claim_letters",
    "forget_kinds",
    "forget_old",
    "forget_person",
    "forget_recipient",
    "give_up",
    "mark_sent",
    "put_off",
    "release",
    "renew",
    "retry",
    "unhurried",
    "void",
    "wish",
    "write_letter",
]
