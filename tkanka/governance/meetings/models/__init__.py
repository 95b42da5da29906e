"""Meetings: series, the meetings themselves, their agenda, who is invited, registered and present."""

from .agenda import Item, Material, Submission
from .meetings import Meeting
from .presence import Attendance, PresenceSnapshot
from .registering import Invitee, Registration
from .series import Series

__all__ = [
    "Attendance",
    "Invitee",
    "Item",
    "Material",
    "Meeting",
    "PresenceSnapshot",
    "Registration",
    "Series",
    "Submission",
]
