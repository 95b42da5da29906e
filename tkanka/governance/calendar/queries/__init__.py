"""Reading the calendar: what somebody may know of, and what lies close together."""

from .clashing import Clash, clashes
from .seeing import event_from, event_in, events_between, visible_events

__all__ = ["Clash", "clashes", "event_from", "event_in", "events_between", "visible_events"]
