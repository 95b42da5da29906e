"""Reading the calendar: what somebody may know of, and what lies close together."""

from .clashing import Clash, clashes
from .feeds import (
    MOST,
    digest_of,
    events_of_feed,
    feed_with,
    feeds_of,
    last_change,
    own_feed,
    public_events,
    told_now,
)
from .listing import imported_with, next_own
from .seeing import (
    event_from,
    event_in,
    events_between,
    held_by,
    in_scope,
    knows_scope,
    own_events,
    parties_of,
    visible_events,
)

__all__ = [
    "MOST",
    "Clash",
    "clashes",
    "digest_of",
    "event_from",
    "event_in",
    "events_between",
    "events_of_feed",
    "feed_with",
    "feeds_of",
    "held_by",
    "imported_with",
    "in_scope",
    "knows_scope",
    "last_change",
    "next_own",
    "own_events",
    "own_feed",
    "parties_of",
    "public_events",
    "told_now",
    "visible_events",
]
