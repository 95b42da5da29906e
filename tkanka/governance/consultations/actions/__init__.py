"""Documents, consultations, remarks and answers."""

from .answering import answer, group_remarks, ungroup_remark
from .consulting import (
    announce_consultation,
    call_off_consultation,
    change_plan,
    close_consultation,
    end_remarks,
    invite_guest,
    leave_guest_out,
    open_consultation,
    prepare_consultation,
    remind_silent,
)
from .documents import (
    add_document,
    add_paragraph,
    begin_version,
    drop_paragraph,
    edit_paragraph,
    publish_version,
    rewrite_version,
)
from .erasing import forget_person
from .remarks import change_remark, enter_remark, remark, withdraw_remark

__all__ = [
    "add_document",
    "add_paragraph",
    "announce_consultation",
    "answer",
    "begin_version",
    "call_off_consultation",
    "change_plan",
    "change_remark",
    "close_consultation",
    "drop_paragraph",
    "edit_paragraph",
    "end_remarks",
    "enter_remark",
    "forget_person",
    "group_remarks",
    "invite_guest",
    "leave_guest_out",
    "open_consultation",
    "prepare_consultation",
    "publish_version",
    "remark",
    "remind_silent",
    "rewrite_version",
    "ungroup_remark",
    "withdraw_remark",
]
