"""What may be done with meetings."""

from .agenda import (
    add_material,
    change_item,
    drop_material,
    hand_in,
    move_item,
    propose_item,
    settle_item,
    withdraw_item,
)
from .attendance import check_in, note_leaving, note_presence, take_snapshot
from .erasing import forget_person
from .inviting import invite, leave_out
from .planning import call_meeting, cancel_meeting, change_meeting, close_meeting, draft_meeting
from .registering import clear_needs, confirm_place, give_up_place, lapse_offer, register
from .reminding import remind_day_before, remind_day_of, remind_organisers, remind_submissions
from .series import change_series, draft_ahead, end_series, start_series

__all__ = [
    "add_material",
    "call_meeting",
    "cancel_meeting",
    "change_item",
    "change_meeting",
    "change_series",
    "check_in",
    "clear_needs",
    "close_meeting",
    "confirm_place",
    "draft_ahead",
    "draft_meeting",
    "drop_material",
    "end_series",
    "forget_person",
    "give_up_place",
    "hand_in",
    "invite",
    "lapse_offer",
    "leave_out",
    "move_item",
    "note_leaving",
    "note_presence",
    "propose_item",
    "register",
    "remind_day_before",
    "remind_day_of",
    "remind_organisers",
    "remind_submissions",
    "settle_item",
    "start_series",
    "take_snapshot",
    "withdraw_item",
]
