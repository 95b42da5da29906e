"""Moving and answering; choosing who keeps the secretariat."""

from .choosing import ask_round, call_off_choice, close_round, remark_on_choice, take_stance
from .erasing import forget_person
from .moving import answer, move, tell_overdue, withdraw

__all__ = [
    "answer",
    "ask_round",
    "call_off_choice",
    "close_round",
    "forget_person",
    "move",
    "remark_on_choice",
    "take_stance",
    "tell_overdue",
    "withdraw",
]
