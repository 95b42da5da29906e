"""What may be done with bodies and their seats."""

from .erasing import forget_person
from .joining import answer_admission, answer_invitation, ask_in, invite_in, join_body, withdraw_admission
from .keeping import (
    Lead,
    announce_body,
    close_body,
    describe_body,
    flag_sensitive,
    flag_strategic,
    hide_body,
    open_body,
    rest_body,
    wake_body,
)
from .seats import accept_commitments, change_role, end_seat, fill_seat, give_up_seat
from .tidying import end_dead_seat, remind_of_end
from .types import retire_type, set_type

__all__ = [
    "Lead",
    "accept_commitments",
    "announce_body",
    "answer_admission",
    "answer_invitation",
    "ask_in",
    "change_role",
    "close_body",
    "describe_body",
    "end_dead_seat",
    "end_seat",
    "fill_seat",
    "flag_sensitive",
    "flag_strategic",
    "forget_person",
    "give_up_seat",
    "hide_body",
    "invite_in",
    "join_body",
    "open_body",
    "remind_of_end",
    "rest_body",
    "retire_type",
    "set_type",
    "wake_body",
    "withdraw_admission",
]
