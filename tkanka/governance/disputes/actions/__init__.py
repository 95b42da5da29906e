"""All that is done with disputes. That somebody opened a file is kept in the file itself (`reading`)."""

from .admitting import ask_admission, turn_key
from .bringing import answer, bring, name_involved, note, undertake, withdraw
from .deciding import put_to_vote, take_verdict
from .ending import clear_file, close, forget_person, settle
from .mediating import propose_mediator, say_of_mediator
from .replacing import draw_substitute, name_substitute

__all__ = [
    "answer", "ask_admission", "bring", "clear_file", "close", "draw_substitute", "forget_person", "name_involved",
    "name_substitute", "note", "propose_mediator", "put_to_vote", "say_of_mediator", "settle", "take_verdict",
    "turn_key", "undertake", "withdraw",
]  # fmt: skip
