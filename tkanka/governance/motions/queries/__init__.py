"""Reading motions, and choices of the secretariat."""

from .choosing import choice_in, choices_in, rounds_to_close, stances_owed
from .moving import motion_in, motions_in, overdue, overseers, oversees, waiting

__all__ = [
    "choice_in",
    "choices_in",
    "motion_in",
    "motions_in",
    "overdue",
    "overseers",
    "oversees",
    "rounds_to_close",
    "stances_owed",
    "waiting",
]
