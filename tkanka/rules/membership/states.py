"""The lives of an application, a membership, a status, a removal case and a link."""

from __future__ import annotations

from enum import StrEnum

from ..lifecycle import Lifecycle


class ApplicationState(StrEnum):
    """Where an application stands. A new try is a new application."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class MembershipState(StrEnum):
    """Where a membership stands. There is no suspension: no charter knows it."""

    ACTIVE = "active"
    RESIGNED = "resigned"
    REMOVED = "removed"


class StatusState(StrEnum):
    """Where a status beside membership stands."""

    ACTIVE = "active"
    ENDED = "ended"


class RemovalState(StrEnum):
    """Where a removal case stands."""

    PREPARED = "prepared"
    NOTICED = "noticed"
    ANSWERED = "answered"
    REMOVED = "removed"
    DROPPED = "dropped"


class LinkState(StrEnum):
    """Where a tie between an umbrella and its member stands."""

    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    ENDED = "ended"


APPLICATION = Lifecycle(
    ApplicationState.DRAFT,
    {
        "submit": ([ApplicationState.DRAFT], ApplicationState.SUBMITTED),
        "ask": ([ApplicationState.SUBMITTED], ApplicationState.ASKED),
        "answer": ([ApplicationState.ASKED], ApplicationState.SUBMITTED),
        "accept": ([ApplicationState.SUBMITTED], ApplicationState.ACCEPTED),
        "refuse": ([ApplicationState.SUBMITTED, ApplicationState.ASKED], ApplicationState.REFUSED),
        "withdraw": (
            [ApplicationState.DRAFT, ApplicationState.SUBMITTED, ApplicationState.ASKED],
            ApplicationState.WITHDRAWN,
        ),
    },
)

MEMBERSHIP = Lifecycle(
    MembershipState.ACTIVE,
    {
        "resign": ([MembershipState.ACTIVE], MembershipState.RESIGNED),
        "remove": ([MembershipState.ACTIVE], MembershipState.REMOVED),
    },
)

STATUS = Lifecycle(StatusState.ACTIVE, {"end": ([StatusState.ACTIVE], StatusState.ENDED)})

REMOVAL = Lifecycle(
    RemovalState.PREPARED,
    {
        "notify": ([RemovalState.PREPARED], RemovalState.NOTICED),
        "answer": ([RemovalState.NOTICED], RemovalState.ANSWERED),
        "remove": ([RemovalState.NOTICED, RemovalState.ANSWERED], RemovalState.REMOVED),
        "drop": ([RemovalState.PREPARED, RemovalState.NOTICED, RemovalState.ANSWERED], RemovalState.DROPPED),
    },
)

LINK = Lifecycle(
    LinkState.CLAIMED,
    {
        "confirm": ([LinkState.CLAIMED], LinkState.CONFIRMED),
        "deny": ([LinkState.CLAIMED], LinkState.DENIED),
        "end": ([LinkState.CLAIMED, LinkState.CONFIRMED], LinkState.ENDED),
    },
)
