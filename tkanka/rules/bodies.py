"""Bodies: what kinds there are, who sits in them and on what basis."""

from __future__ import annotations

from enum import StrEnum

from .lifecycle import Lifecycle


class BodyKind(StrEnum):
    """The kinds a charter may know; a network adds kinds of its own as data, under codes of its own."""

    SECRETARIAT = "secretariat"
    COORDINATOR = "coordinator"
    ADVISORY = "advisory_group"
    DIRECTORS = "directors_meeting"
    TECHNICAL = "technical_group"
    WORKING = "working_group"
    PLENARY = "plenary"
    CLOSED = "closed_group"
    SUBREGIONAL = "subregional_group"
    COUNCIL = "regional_council"


class Basis(StrEnum):
    """How somebody came to a seat."""

    ELECTED = "elected"
    APPOINTED = "appointed"
    EX_OFFICIO = "ex_officio"
    JOINED = "joined"
    INVITED = "invited"


class Role(StrEnum):
    """What somebody is in a body. Leads and co-leads organise it; observers attend without a vote."""

    LEAD = "lead"
    CO_LEAD = "co_lead"
    MEMBER = "member"
    OBSERVER = "observer"


class BodyState(StrEnum):
    """Where a body is in its life. A proposal is not a body yet (see `groups`)."""

    OPEN = "open"
    DORMANT = "dormant"
    CLOSED = "closed"


BODY = Lifecycle(
    BodyState.OPEN,
    {
        "rest": ([BodyState.OPEN], BodyState.DORMANT),
        "wake": ([BodyState.DORMANT], BodyState.OPEN),
        "close": ([BodyState.OPEN, BodyState.DORMANT], BodyState.CLOSED),
    },
)
