"""What may be done with minutes and tasks."""

from .approving import approve, correct, send_out
from .erasing import forget_person
from .opening import name_note_taker, open_minutes
from .remarks import answer_remark, remark
from .results import drop_decision, note_decision, note_vote
from .tasks import give_task, hand_on, settle_task, tell_of_late_task, tell_of_near_task
from .writing import Clash, write_section

__all__ = [
    "Clash",
    "answer_remark",
    "approve",
    "correct",
    "drop_decision",
    "forget_person",
    "give_task",
    "hand_on",
    "name_note_taker",
    "note_decision",
    "note_vote",
    "open_minutes",
    "remark",
    "send_out",
    "settle_task",
    "tell_of_late_task",
    "tell_of_near_task",
    "write_section",
]
