"""The register, written."""

from .applying import Moved, enter_part, finish_import
from .copying import Copied, copy_activities
from .entering import change_activity, enter_activities, enter_activity
from .erasing import forget_person
from .importing import (
    answer_questions,
    ask_to_apply,
    choose_sheet,
    drop_import,
    fail_import,
    keep_preview,
    read_columns,
    start_import,
)
from .reminding import remind_of_stale
from .steps import (
    confirm_activities,
    delete_draft,
    move_activity,
    publish_activity,
    withdraw_activity,
)

__all__ = [
    "Copied",
    "Moved",
    "answer_questions",
    "ask_to_apply",
    "change_activity",
    "choose_sheet",
    "confirm_activities",
    "copy_activities",
    "delete_draft",
    "drop_import",
    "enter_activities",
    "enter_activity",
    "enter_part",
    "fail_import",
    "finish_import",
    "forget_person",
    "keep_preview",
    "move_activity",
    "publish_activity",
    "read_columns",
    "remind_of_stale",
    "start_import",
    "withdraw_activity",
]
