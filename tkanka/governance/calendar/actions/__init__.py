"""Writing the calendar. Other rooms call these inside their own actions, whose ruling is the ground."""

from .events import cancel_event, put_event

__all__ = ["cancel_event", "put_event"]
