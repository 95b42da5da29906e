"""All that is done in a case of separation."""

from .cases import call_vote, open_case, settle, withdraw
from .erasing import forget_person
from .handing import add_matter, hand_over, keep_matter
from .succession import answer_naming, ask_named, propose_successor

__all__ = [
    "add_matter", "answer_naming", "ask_named", "call_vote", "forget_person", "hand_over", "keep_matter", "open_case",
    "propose_successor", "settle", "withdraw",
]  # fmt: skip
