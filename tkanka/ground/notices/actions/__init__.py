"""What may be done with letters."""

from .delivering import claim_letters, give_up, mark_sent, put_off, release, renew, retry, unhurried, void
from .wishes import forget_recipient, wish
from .writing import write_letter

__all__ = [
    "claim_letters",
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
