"""What meetings there are, for whom, and in what form; and who somebody is to one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..rulebook import Rulebook
from ..rulebook.organs import Meeting

NETWORK_KINDS = ("members_online", "in_person", "plenary", "subregional", "sector", "research_online", "workshop")


class MeetingKind(StrEnum):
    """What a meeting is. The charters name all of these but the last; a body's own meetings are `body`."""

    BODY = "body"
    DIRECTORS = "directors"
    MEMBERS_ONLINE = "members_online"
    IN_PERSON = "in_person"
    PLENARY = "plenary"
    SUBREGIONAL = "subregional"
    SECTOR = "sector"
    RESEARCH_ONLINE = "research_online"
    WORKSHOP = "workshop"
    OTHER = "other"


class MeetingAudience(StrEnum):
    """Who may take part. Invited guests may always, to whatever meeting they are invited."""

    BODY = "body"
    MEMBERS = "members"
    DIRECTORS = "directors"
    PUBLIC = "public"
    INVITED = "invited"


class MeetingForm(StrEnum):
    ONLINE = "online"
    IN_PERSON = "in_person"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting, and who the one who acts is to it.

    `leads` and `sits`: in the body that meets (observers do not sit). `advises` and `in_council`: a seat in the
    advisory group, in the regional council. `invited`: personally, or as somebody of an invited organisation.
    `closed`: the body that meets ended its work.
    `led`: somebody leads the body that day; a group that nobody leads is helped by the secretariat.
    """

    kind: MeetingKind
    audience: MeetingAudience
    body_kind: str = ""
    leads: bool = False
    sits: bool = False
    advises: bool = False
    in_council: bool = False
    invited: bool = False
    hidden: bool = False
    open_to_members: bool = False
    closed: bool = False
    led: bool = True


def terms_of(book: Rulebook, kind: MeetingKind) -> Meeting | None:
    """What a charter says of a kind of meeting; None for kinds that are no chapter of `meetings`."""
    return getattr(book.meetings, kind.value) if kind.value in NETWORK_KINDS else None


def kinds_in(book: Rulebook) -> tuple[MeetingKind, ...]:
    """The kinds a network holds: a body's own, those its charter speaks of, and any other."""
    known = [k for k in MeetingKind if (terms := terms_of(book, k)) is not None and terms != Meeting()]
    directors = [MeetingKind.DIRECTORS] if book.directors_meetings.convened_by else []
    return (MeetingKind.BODY, *directors, *known, MeetingKind.OTHER)


def form_for(book: Rulebook, kind: MeetingKind) -> MeetingForm:
    """The form the charter gives a kind of meeting; online where it is silent."""
    terms = terms_of(book, kind)
    return MeetingForm(terms.form.value) if terms and terms.form else MeetingForm.ONLINE


def audience_for(kind: MeetingKind) -> MeetingAudience:
    """Whom a kind of meeting is for, unless its organiser says otherwise."""
    own = {MeetingKind.BODY: MeetingAudience.BODY, MeetingKind.DIRECTORS: MeetingAudience.DIRECTORS}
    return own.get(kind, MeetingAudience.MEMBERS)
