"""Discussions: who reads and writes where, what waits for a moderator, who designates whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from .bodies import BodyKind
from .defaults import held
from .lifecycle import Lifecycle
from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Capacity, Standing
from .terms import Term

EDIT_TIME = timedelta(minutes=30)
NEW_FOR = timedelta(days=7)


class Access(StrEnum):
    """To whom the discussions of the whole network are open."""

    MEMBERS = "members"
    DESIGNATED = "persons_designated_by_organisations"


class PostState(StrEnum):
    """Held: seen by its writer and the moderators only. Removed: its place stays, its words do not."""

    HELD = "held"
    SHOWN = "shown"
    REMOVED = "removed"


POST = Lifecycle(
    PostState.SHOWN,
    {
        "hold": ([PostState.SHOWN], PostState.HELD),
        "release": ([PostState.HELD], PostState.SHOWN),
        "remove": ([PostState.HELD, PostState.SHOWN], PostState.REMOVED),
        "restore": ([PostState.REMOVED], PostState.SHOWN),
    },
)


class HeldBecause(StrEnum):
    """Why a post waits for a moderator."""

    OUTSIDER = "outsider"
    NEWCOMER = "newcomer"
    MODERATOR = "moderator"


class Pace(StrEnum):
    """How often somebody gets the letter with everything new."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


class Wants(StrEnum):
    """What somebody said of a thread or of a whole space."""

    FOLLOW = "follow"
    MUTE = "mute"


@dataclass(frozen=True, slots=True)
class Place:
    """What a person is in a space. `kind` is the kind of its body, empty for the space of the whole network.

    `shut`: hidden, or of a type that is closed: what is inside is its seats' own, and those in office are outsiders.
    """

    kind: str = ""
    shut: bool = False
    is_open: bool = True
    sits: bool = False
    leads: bool = False
    designated: bool = False


def access_of(book: Rulebook) -> Term[Any]:
    """To whom the network's own space is open: what the charter says, or the default."""
    return held(book, "discussions.access")


def by_designation(book: Rulebook) -> bool:
    return bool(access_of(book).value == Access.DESIGNATED)


def may_read(book: Rulebook, by: Standing, *, place: Place) -> Ruling:
    """Bodies: their seats, and those in office unless it is shut. The network's space: as the charter says."""
    if place.kind:
        return check(place.sits or (by.keeps_the_network and not place.shut), "sits_in_the_body")
    access = access_of(book)
    if access.value == Access.DESIGNATED:
        return check(place.designated or by.keeps_the_network, "designated_by_own_organisation", access)
    return check(by.is_member or by.keeps_the_network, "discusses_as_member", access)


def may_write(book: Rulebook, by: Standing, *, place: Place, closed: bool = False) -> Ruling:
    """Whoever reads may write, while the thread and the body are open."""
    ruling = may_read(book, by, place=place) & check(place.is_open, "body_still_open")
    return ruling & check(not closed, "thread_still_open")


def may_moderate(book: Rulebook, by: Standing, *, place: Place) -> Ruling:
    """Leads in their body; those in office everywhere but in a body that is shut."""
    leads = place.leads or (by.keeps_the_network and not place.shut)
    return check(leads, "moderates_here", _duty_of_leads(book, place.kind))


def _duty_of_leads(book: Rulebook, kind: str) -> Term[Any] | None:
    duties = book.working_groups.lead_duties
    answers = kind == BodyKind.WORKING and duties is not None and "communicate_inside" in duties.value
    return duties if answers else None


def may_edit(*, own: bool, state: str, closed: bool, written_at: datetime, at: datetime) -> Ruling:
    """One's own post, for half an hour."""
    ruling = check(own, "own_post") & check(state != PostState.REMOVED, "post_not_removed")
    ruling &= check(not closed, "thread_still_open")
    minutes = int(EDIT_TIME.total_seconds() // 60)
    return ruling & check(at - written_at <= EDIT_TIME, "time_to_edit", minutes=minutes)


def may_report(book: Rulebook, by: Standing, *, place: Place, own: bool, state: str) -> Ruling:
    ruling = may_read(book, by, place=place) & check(not own, "post_of_another")
    return ruling & check(state == PostState.SHOWN, "post_is_shown")


def waits_because(*, outsider: bool, known: bool, moderates: bool, since: datetime | None, at: datetime) -> str:
    """Why a post waits for a moderator; "" when it is shown at once.

    Only the first posts of people from outside and of people whose account is new; `known` are those of whom a post
    has been shown in this network before. What a post says is never weighed by a machine.
    """
    if moderates or known:
        return ""
    if outsider:
        return HeldBecause.OUTSIDER
    return HeldBecause.NEWCOMER if since is not None and at - since < NEW_FOR else ""


def may_designate(
    book: Rulebook, by: Standing, *, organisation: UUID, works_there: bool = True, designated: int = 0
) -> Ruling:
    """A main representative names somebody of the own organisation, as many as the charter allows."""
    access = access_of(book)
    ruling = check(access.value == Access.DESIGNATED, "access_by_designation", access)
    ruling &= check(by.holds(organisation, Capacity.MAIN) and organisation in by.members, "main_names_readers", access)
    ruling &= check(works_there, "reader_of_own_organisation", access)
    if not by_designation(book):
        return ruling
    limit = held(book, "discussions.designated_per_organisation")
    most = int(limit.value) if str(limit.value).isdigit() else None
    return ruling & check(most is None or designated < most, "readers_within_limit", limit, limit=most or 0)


def may_end_designation(by: Standing, *, organisation: UUID, own: bool) -> Ruling:
    """The organisation's main representative, or the person; and those who keep the network."""
    return check(own or by.keeps_the_network or by.holds(organisation, Capacity.MAIN), "ends_designation")


def may_set_channel(book: Rulebook, by: Standing, *, place: Place) -> Ruling:
    """A body may talk elsewhere, and say here where; the charter speaks of it for technical groups."""
    own = book.technical_groups.may_have_own_channels if place.kind == BodyKind.TECHNICAL else None
    ruling = may_moderate(book, by, place=place) & check(bool(place.kind), "channel_of_a_body")
    return ruling & check(own is None or own.value, "own_channel_allowed", own)
