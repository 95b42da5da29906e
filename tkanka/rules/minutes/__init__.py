"""Minutes of meetings, and the tasks that come out of them."""

from .merging import Merged, merged
from .rights import (
    Work,
    comment_until,
    may_answer_remark,
    may_approve,
    may_correct,
    may_keep_minutes,
    may_open_minutes,
    may_read,
    may_remark,
    may_send_out,
    may_write,
    read_by,
)
from .states import (
    MINUTES,
    TASK,
    ApprovalBasis,
    DecisionKind,
    MinutesState,
    SectionKind,
    TaskState,
)
from .tasks import Owner, is_overdue, may_give_task, may_reopen_task, may_settle_task, reminder_due

__all__ = [
    "MINUTES", "TASK", "ApprovalBasis", "DecisionKind", "Merged", "MinutesState", "Owner", "SectionKind", "TaskState",
    "Work", "comment_until", "is_overdue", "may_answer_remark", "may_approve", "may_correct", "may_give_task",
    "may_keep_minutes", "may_open_minutes", "may_read", "may_remark", "may_reopen_task", "may_send_out",
    "may_settle_task", "may_write", "merged", "read_by", "reminder_due",
]  # fmt: skip
