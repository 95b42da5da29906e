"""Activities of organisations: who publishes them, how they run, and when they count as stale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .defaults import held
from .lifecycle import Lifecycle
from .membership.statuses import may_grant_partner
from .parties import Kind
from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Capacity, Standing


class ActivityState(StrEnum):
    """Where an activity stands."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Price(StrEnum):
    """What an offer costs the one who takes it."""

    FREE = "free"
    AT_COST = "at_cost"
    PAID = "paid"


class Intake(StrEnum):
    """Whether somebody who comes today is helped."""

    ACCEPTING = "accepting"
    LIMITED = "limited"
    WAITING_LIST = "waiting_list"
    FULL = "full"
    PAUSED = "paused"


class Precision(StrEnum):
    """How exactly a place is published, from the finest to not at all. What is stored may be finer."""

    EXACT = "exact"
    GMINA = "gmina"
    POWIAT = "powiat"
    VOIVODESHIP = "voivodeship"
    HIDDEN = "hidden"


class Horizon(StrEnum):
    """For how long an activity is meant; information, never a condition."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


LIFECYCLE = Lifecycle(
    ActivityState.PLANNED,
    {
        "start": ([ActivityState.PLANNED], ActivityState.ONGOING),
        "suspend": ([ActivityState.PLANNED, ActivityState.ONGOING], ActivityState.SUSPENDED),
        "resume": ([ActivityState.SUSPENDED], ActivityState.ONGOING),
        "end": ([ActivityState.PLANNED, ActivityState.ONGOING, ActivityState.SUSPENDED], ActivityState.ENDED),
    },
)
PUBLISHING = (Capacity.MAIN, Capacity.ALTERNATE, Capacity.COMMUNICATION)


LONGEST_YEARS = 30
STALE_AFTER_DAYS = 183
MOST_PEOPLE = 50_000_000


def may_publish_activity(book: Rulebook, by: Standing, *, organisation: UUID, belongs: bool = False) -> Ruling:
    """Entering an activity: the people of a member organisation, for it. An observer does not.

    The secretariat (or an import the installation runs) may type in what an organisation of the network tells it;
    `belongs` says whether it is one, in whatever status.
    """
    if (by.keeps_the_network or by.system) and organisation not in by.members:
        return check(belongs, "organisation_of_network")
    ruling = check(organisation in by.members, "organisation_is_member")
    return ruling & check(by.keeps_the_network or by.holds(organisation, *PUBLISHING), "represents_organisation")


def may_edit_activity(book: Rulebook, by: Standing, *, organisation: UUID, belongs: bool = False) -> Ruling:
    """Changing an activity, confirming it, or moving it on."""
    return may_publish_activity(book, by, organisation=organisation, belongs=belongs)


def may_delete_activity(book: Rulebook, by: Standing, *, organisation: UUID, draft: bool, belongs: bool) -> Ruling:
    """Deleting for good: only a draft. What was published is withdrawn, so that its history stays."""
    ruling = may_publish_activity(book, by, organisation=organisation, belongs=belongs)
    return ruling & check(draft, "only_drafts_are_deleted")


def may_import(book: Rulebook, by: Standing) -> Ruling:
    """Bringing a file: whoever may enter activities for somebody. For whom each row asks is judged row by row."""
    publishes = any(m.capacity in PUBLISHING and m.organisation in by.members for m in by.mandates)
    return check(by.keeps_the_network or bool(by.system) or publishes, "enters_activities")


def may_register_by_import(book: Rulebook, by: Standing) -> Ruling:
    """Writing organisations down that a file names and the network does not know: they become its partners."""
    return Ruling() if by.system else may_grant_partner(book, by, kind=Kind.OTHER, is_member=False)


def may_price(book: Rulebook, price: Price) -> Ruling:
    """Whether something may be offered at this price: free or at cost. What is offered at cost is marked."""
    practice = held(book, "activities.paid_offers")
    return check(price is not Price.PAID, "free_or_at_cost", practice, price=str(price))


def marked(price: Price) -> bool:
    """Whether an offer carries the mark "at cost"."""
    return price is Price.AT_COST


def is_stale(confirmed: date, today: date) -> bool:
    """Whether half a year has passed since somebody said that it still holds."""
    return (today - confirmed).days >= STALE_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class Stated:
    """The days and numbers somebody gives for an activity, before they are believed."""

    status: ActivityState
    starts: date | None = None
    ends: date | None = None
    funding_ends: date | None = None
    people: tuple[int | None, ...] = ()
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A statement that cannot be right: the field it is in and a code, worded in the room of activities."""

    field: str
    code: str


def faults_of(said: Stated, today: date) -> tuple[Fault, ...]:
    """What cannot be right in days and numbers; the same for a form and for a row of a file."""
    return tuple(_faults_of_days(said, today)) + tuple(_faults_of_numbers(said))


def _faults_of_days(said: Stated, today: date) -> Iterator[Fault]:
    for field in ("starts", "ends", "funding_ends"):
        day: date | None = getattr(said, field)
        if day and not 1990 <= day.year <= today.year + LONGEST_YEARS:
            yield Fault(field, "day_out_of_reach")
    if said.starts and said.ends and said.ends < said.starts:
        yield Fault("ends", "ends_before_start")
    if said.starts and said.funding_ends and said.funding_ends < said.starts:
        yield Fault("funding_ends", "funding_ends_before_start")
    if said.status is ActivityState.ENDED and said.ends and said.ends > today:
        yield Fault("ends", "ended_in_the_future")
    if said.status is ActivityState.ONGOING and said.starts and said.starts > today:
        yield Fault("starts", "ongoing_before_start")


def _faults_of_numbers(said: Stated) -> Iterator[Fault]:
    for number in said.people:
        if number is not None and not 0 <= number <= MOST_PEOPLE:
            yield Fault("people", "negative_people" if number < 0 else "too_many_people")
    if said.capacity is not None and not 0 <= said.capacity <= MOST_PEOPLE:
        yield Fault("capacity", "negative_capacity" if said.capacity < 0 else "too_many_people")
