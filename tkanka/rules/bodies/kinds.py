"""Bodies: what kinds there are, who sits in them and on what basis."""

from __future__ import annotations

from enum import StrEnum

from ..lifecycle import Lifecycle


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


LEADING = frozenset({Role.LEAD, Role.CO_LEAD})


class Composition(StrEnum):
    """Who makes up a body: seats of its own, or those who hold something else anyway."""

    SEATS = "seats"
    OFFICES = "offices"
    DIRECTORS = "directors"
    MEMBERS = "members"


class SeatIs(StrEnum):
    """Whose a seat is."""

    PERSON_FOR_ORGANISATION = "person_for_organisation"
    ORGANISATION = "organisation"
    PERSON = "person"


class Maker(StrEnum):
    """Who opens a body of a type. A proposal is heard in a procedure of its own before there is a body."""

    COORDINATOR = "coordinator"
    SECRETARIAT = "secretariat"
    MEMBER = "member"
    PROPOSAL = "proposal"


class OpenTo(StrEnum):
    """Who comes into a body by themselves, and how."""

    NOBODY = "nobody"
    INVITED = "invited"
    ON_REQUEST = "on_request"
    MEMBERS = "members"


class BodyRight(StrEnum):
    """What a body may do in the network."""

    CALL_MEETINGS = "call_meetings"
    CALL_DIRECTORS = "call_directors"
    OPEN_MOTIONS = "open_motions"
    OVERSEE = "oversee"
    ADVISE = "advise"
    DECIDE = "decide"


class EndCause(StrEnum):
    """Why a seat ended. Being absent is none: no rule counts it against a seat."""

    TERM = "term"
    GIVEN_UP = "given_up"
    MANDATE = "mandate"
    MEMBERSHIP = "membership"
    OFFICE = "office"
    ROLE = "role"
    SUCCEEDED = "succeeded"
    LEADS = "leads"
    MISTAKE = "mistake"
    CLOSED = "closed"


class AdmissionState(StrEnum):
    """Where somebody's coming into a body is."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


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

ADMISSION = Lifecycle(
    AdmissionState.WAITING,
    {
        "accept": ([AdmissionState.WAITING], AdmissionState.ACCEPTED),
        "decline": ([AdmissionState.WAITING], AdmissionState.DECLINED),
        "withdraw": ([AdmissionState.WAITING], AdmissionState.WITHDRAWN),
    },
)
