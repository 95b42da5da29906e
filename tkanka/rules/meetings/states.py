"""Where a meeting, an item of its agenda and a registration can be in their lives."""

from __future__ import annotations

from enum import StrEnum

from ..lifecycle import Lifecycle


class MeetingState(StrEnum):
    """A meeting, from its draft to having taken place."""

    DRAFT = "draft"
    CALLED = "called"
    HELD = "held"
    CANCELLED = "cancelled"


MEETING = Lifecycle(
    MeetingState.DRAFT,
    {
        "call": ([MeetingState.DRAFT], MeetingState.CALLED),
        "hold": ([MeetingState.CALLED], MeetingState.HELD),
        "cancel": ([MeetingState.DRAFT, MeetingState.CALLED], MeetingState.CANCELLED),
    },
)


class ItemState(StrEnum):
    """An item of an agenda: proposed by those who take part, settled by whoever shapes the agenda."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


AGENDA_ITEM = Lifecycle(
    ItemState.PROPOSED,
    {
        "accept": ([ItemState.PROPOSED, ItemState.DECLINED], ItemState.ACCEPTED),
        "decline": ([ItemState.PROPOSED, ItemState.ACCEPTED], ItemState.DECLINED),
        "withdraw": ([ItemState.PROPOSED], ItemState.WITHDRAWN),
    },
)


class RegistrationState(StrEnum):
    """A place at a meeting, or a place in the queue for one."""

    WAITING = "waiting"
    OFFERED = "offered"
    REGISTERED = "registered"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"


REGISTRATION = Lifecycle(
    RegistrationState.WAITING,
    {
        "seat": ([RegistrationState.WAITING], RegistrationState.REGISTERED),
        "offer": ([RegistrationState.WAITING], RegistrationState.OFFERED),
        "confirm": ([RegistrationState.OFFERED], RegistrationState.REGISTERED),
        "lapse": ([RegistrationState.OFFERED], RegistrationState.LAPSED),
        "cancel": (
            [RegistrationState.WAITING, RegistrationState.OFFERED, RegistrationState.REGISTERED],
            RegistrationState.CANCELLED,
        ),
    },
)
HOLDING = (RegistrationState.OFFERED, RegistrationState.REGISTERED)
"""States that take up a place."""
