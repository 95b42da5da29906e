"""The calendar of a network: what kinds of events there are, for whom, and when two of them get in each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Capacity, Standing

NEAR_DAYS = 3


class EventKind(StrEnum):
    """What an event is."""

    MEETING = "meeting"
    TRAINING = "training"
    WORKSHOP = "workshop"
    CONFERENCE = "conference"
    OPEN_DAY = "open_day"
    DEADLINE = "deadline"
    OTHER = "other"


class EventAudience(StrEnum):
    """Who may know of an event. A body's event is known to its seats, an organisation's to its own people."""

    PUBLIC = "public"
    MEMBERS = "members"
    BODY = "body"
    ORGANISATION = "organisation"
    OFFICES = "network_offices"


class EventSource(StrEnum):
    """Where an event comes from: a meeting of the network, somebody who wrote it down, or a file or feed."""

    MEETING = "meeting"
    OWN = "own"
    IMPORTED = "imported"


class FeedScope(StrEnum):
    """Which events a calendar elsewhere is told of. What of it the subscriber may know is asked every time anew."""

    NETWORK = "network"
    BODY = "body"
    ORGANISATION = "organisation"
    PERSONAL = "personal"


class ClashKind(StrEnum):
    """How two events get in each other's way, the worst first."""

    SAME_DAY_AND_PLACE = "same_day_and_place"
    SAME_DAY_AND_THEME = "same_day_and_theme"
    NEAR_IN_PLACE = "near_in_place"
    NEAR_IN_THEME = "near_in_theme"


def clash(days_between: int, *, same_area: bool, shared_theme: bool) -> ClashKind | None:
    """Whether two events so many days apart are worth pointing out; None when they are not."""
    if days_between > NEAR_DAYS or not (same_area or shared_theme):
        return None
    if days_between == 0:
        return ClashKind.SAME_DAY_AND_PLACE if same_area else ClashKind.SAME_DAY_AND_THEME
    return ClashKind.NEAR_IN_PLACE if same_area else ClashKind.NEAR_IN_THEME


def days_between(first: tuple[date, date], second: tuple[date, date]) -> int:
    """How many days lie between two spans of days; nought when they share one."""
    earlier, later = sorted((first, second))
    return max(0, (later[0] - earlier[1]).days)


def dates_coordinated(book: Rulebook) -> Ruling:
    """The ground on which a clash is pointed out; it never stands in the way of anything."""
    return check(True, "dates_coordinated", book.calendar.dates_coordinated)


TELLING = (Capacity.MAIN, Capacity.ALTERNATE, Capacity.COMMUNICATION)


def enters_for(by: Standing) -> frozenset[UUID]:
    """The organisations of the network for which somebody may enter events."""
    held = frozenset(m.organisation for m in by.mandates if m.capacity in TELLING)
    return held & (by.members | by.observers)


def may_enter_event(book: Rulebook, by: Standing, *, organisation: UUID | None, hosts: int = 0) -> Ruling:
    """Entering and changing an event: its organisation's own people; those in office, for the network too.

    `hosts` are the further organisations that hold it together with the first.
    """
    own = organisation is not None and organisation in enters_for(by)
    ruling = check(own or by.keeps_the_network or bool(by.system), "own_people_enter_events")
    return ruling & check(True, "joint_events", book.calendar.joint_events) if hosts else ruling


def may_keep_feed(by: Standing, *, knows: bool) -> Ruling:
    """An address for one's calendar elsewhere; of a circle only for those in it."""
    return check(by.person is not None, "signed_in") & check(knows, "feed_of_own_circle")


def may_end_feed(by: Standing, *, owner: UUID) -> Ruling:
    """One's own address is one's own to void."""
    return check(by.person == owner or bool(by.system), "own_feed")


def in_turn(parties: Iterable[UUID], hosted: Sequence[tuple[date, UUID]]) -> list[UUID]:
    """Whose turn it may be to host: who never did comes first, in the order given, then who did longest ago."""
    last = {party: day for day, party in sorted(hosted)}
    return sorted(parties, key=lambda party: last.get(party, date.min))


def may_change_event(book: Rulebook, by: Standing, *, organisation: UUID | None, cancelled: bool) -> Ruling:
    """What is cancelled is over: it is entered anew, as a copy."""
    return may_enter_event(book, by, organisation=organisation) & check(not cancelled, "event_stands")
