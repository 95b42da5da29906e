"""What may be done in discussions."""

from .designating import designate, end_designation, set_channel
from .erasing import forget_person
from .moderating import close_thread, dismiss_reports, hold_post, pin_thread, release_post, remove_post, restore_post
from .reporting import report_post
from .writing import edit_post, open_thread, write_post

__all__ = [
    "close_thread",
    "designate",
    "dismiss_reports",
    "edit_post",
    "end_designation",
    "forget_person",
    "hold_post",
    "open_thread",
    "pin_thread",
    "release_post",
    "remove_post",
    "report_post",
    "restore_post",
    "set_channel",
    "write_post",
]
