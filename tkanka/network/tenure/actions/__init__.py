"""Leaving, removing, recalling."""

from .erasing import forget_person
from .reminding import ask_if_active, note_call, note_lapse, remind_of_guarantee, remind_of_profile
from .removing import (
    add_evidence,
    answer_removal,
    drop_removal,
    notify_of_removal,
    object_to_removal,
    prepare_removal,
    remove_member,
)
from .resigning import complete_leaving, resign, undo_resignation

__all__ = [
    "add_evidence",
    "answer_removal",
    "ask_if_active",
    "complete_leaving",
    "drop_removal",
    "forget_person",
    "note_call",
    "note_lapse",
    "notify_of_removal",
    "object_to_removal",
    "prepare_removal",
    "remind_of_guarantee",
    "remind_of_profile",
    "remove_member",
    "resign",
    "undo_resignation",
]
