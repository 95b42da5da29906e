"""Writing the calendar. Other rooms call `put_event` and `cancel_event` inside their own actions, whose ruling is the
ground."""

from .erasing import forget_person
from .events import cancel_event, put_event
from .feeds import make_feed, revoke_feed
from .own import call_off_event, change_event, enter_event
from .taking_in import take_events_in

__all__ = [
    "call_off_event",
    "cancel_event",
    "change_event",
    "enter_event",
    "forget_person",
    "make_feed",
    "put_event",
    "revoke_feed",
    "take_events_in",
]
