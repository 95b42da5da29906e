"""Reading the register: `published` is what everybody may know, `own` what an organisation sees of its own."""

from .own import activity_of, belongs_to, facts_of, last_of, lists_of, own_activities, own_rows, publishable_for, sought
from .published import published, published_activity, published_rows
from .searching import SORTS, wanted_activities
from .stale import Due, stale_activities, to_remind

__all__ = [
    "SORTS",
    "Due",
    "activity_of",
    "belongs_to",
    "facts_of",
    "last_of",
    "lists_of",
    "own_activities",
    "own_rows",
    "publishable_for",
    "published",
    "published_activity",
    "published_rows",
    "sought",
    "stale_activities",
    "to_remind",
    "wanted_activities",
]
