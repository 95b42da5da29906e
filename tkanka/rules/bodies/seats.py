"""Seats: who may be given one, for how long, and how it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta

from ..defaults import held
from ..membership import may_hold_mandate
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from ..terms import Term
from .kinds import LEADING, Basis, BodyKind, BodyState, EndCause, Role, SeatIs
from .shape import BodyType


@dataclass(frozen=True, slots=True)
class Period:
    """From a day until the day it no longer holds; None for no end."""

    since: date
    until: date | None = None

    def meets(self, other: Period) -> bool:
        """Whether there is a day that belongs to both."""
        return (other.until is None or self.since < other.until) and (self.until is None or other.since < self.until)

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Taken:
    """A seat that is taken for a time, by whom and for which organisation."""

    period: Period
    person: UUID
    organisation: UUID | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is to have a seat, and what is known of them on its first day."""

    person: UUID
    period: Period
    basis: Basis
    role: Role = Role.MEMBER
    organisation: UUID | None = None
    outside: str = ""
    is_member: bool = False
    belongs: bool = False
    has_mandate: bool = False
    is_secretariat: bool = False
    is_coordinator: bool = False
    for_host: bool = False
    values_accepted: bool = False
    outside_kind: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A body as the rules of seats see it. `host` is the organisation that keeps the secretariat, if any."""

    kind: BodyType
    state: BodyState = BodyState.OPEN
    taken: tuple[Taken, ...] = ()
    host: UUID | None = None
    ever_elected: bool = False
    strategic: bool = False
    sensitive: bool = False

    @property
    def reserved(self) -> int:
        """Seats of the fixed number that only the host takes."""
        keeps = self.kind.keeps_for_host
        return 1 if self.host and keeps and keeps.value else 0


def most_at_once(taken: Iterable[Taken], period: Period) -> int:
    """How many of the seats are taken on the fullest day of a period, today's and those that begin later alike."""
    meeting = [seat.period for seat in taken if seat.period.meets(period)]
    days = {max(found.since, period.since) for found in meeting}
    return max((sum(found.covers(day) for found in meeting) for day in days), default=0)


def may_hold_seat(book: Rulebook, room: Room, candidate: Candidate) -> Ruling:
    """Whether this person may sit there: the number of seats, whose they are, and what does not go together."""
    kind = room.kind
    ruling = check(kind.has_seats, "body_has_seats", kind.composition)
    ruling &= check(room.state != BodyState.CLOSED, "body_not_closed")
    ruling &= _free(room, candidate)
    ruling &= _stands_for(kind, candidate)
    ruling &= may_hold_mandate(book, for_host=candidate.for_host, secretariat_staff=candidate.is_secretariat)
    without = kind.coordinator_without_seat
    if without is not None and without.value:
        ruling &= check(not candidate.is_coordinator, "coordinator_without_seat", without)
    return ruling & _on_basis(room, candidate) & _in_role(room, candidate)


def _free(room: Room, candidate: Candidate) -> Ruling:
    kind, period = room.kind, candidate.period
    twice = any(t.person == candidate.person for t in room.taken if t.period.meets(period))
    ruling = check(not twice, "one_seat_a_person")
    if kind.seats is not None:
        taken = most_at_once(room.taken, period)
        ruling &= check(taken < kind.seats.value, "seat_is_free", kind.seats, taken=taken, seats=kind.seats.value)
        if room.reserved and candidate.organisation != room.host:
            others = most_at_once((t for t in room.taken if t.organisation != room.host), period)
            left = kind.seats.value - room.reserved
            ruling &= check(others < left, "seat_kept_for_host", kind.keeps_for_host, left=left)
    if candidate.organisation:
        own = most_at_once((t for t in room.taken if t.organisation == candidate.organisation), period)
        if candidate.organisation == room.host and kind.keeps_for_host:
            ruling &= check(own < 1, "one_seat_of_the_host", kind.keeps_for_host)
        elif kind.per_organisation is not None:
            most = kind.per_organisation.value
            ruling &= check(own < most, "seats_of_one_organisation", kind.per_organisation, most=most)
    return ruling


def _stands_for(kind: BodyType, candidate: Candidate) -> Ruling:
    """For an organisation of the network, with a mandate; or from outside, where outsiders may come."""
    if candidate.organisation:
        may_watch = candidate.role == Role.OBSERVER and candidate.belongs
        return check(candidate.is_member or may_watch, "seat_of_a_member", kind.seat_is) & check(
            candidate.has_mandate, "holder_has_mandate", kind.seat_is
        )
    if candidate.outside:
        return check(kind.open_to_outsiders.value, "outsiders_may_come", kind.open_to_outsiders) & outsider_fits(
            kind, accepts_values=candidate.values_accepted, of=candidate.outside_kind,
            explained=bool(candidate.reason.strip()),
        )  # fmt: skip
    if candidate.is_secretariat and kind.has_leads:
        return Ruling()
    return check(kind.seat_is.value == SeatIs.PERSON, "seat_of_a_member", kind.seat_is)


def outsider_fits(kind: BodyType, *, accepts_values: bool, of: str, explained: bool) -> Ruling:
    """Whether somebody from outside may come: with the values accepted where that is asked. The kinds of institutions
    a charter names are examples; another kind comes with a reason."""
    ruling = Ruling()
    if kind.outsiders_accept_values.value:
        ruling &= check(accepts_values, "outsider_accepts_values", kind.outsiders_accept_values)
    named = kind.outsider_kinds
    if named is not None:
        ruling &= check(of in named.value or explained, "outsider_kind_or_reason", named)
    return ruling


def _on_basis(room: Room, candidate: Candidate) -> Ruling:
    """The first are appointed, each for a reason; once anybody was elected, nobody is appointed any more."""
    kind = room.kind
    if candidate.basis != Basis.APPOINTED or kind.seats is None:
        return Ruling()
    first = kind.first_basis
    allowed = kind.basis.value == Basis.APPOINTED or (
        first is not None and first.value == Basis.APPOINTED and not room.ever_elected
    )
    return check(allowed, "only_first_appointed", first or kind.basis) & check(
        bool(candidate.reason.strip()), "appointed_for_a_reason", first
    )


def _in_role(room: Room, candidate: Candidate) -> Ruling:
    if candidate.role not in LEADING:
        return Ruling()
    kind = room.kind
    if candidate.is_coordinator and kind.coordinator_chairs is not None:
        return coordinator_may_chair(kind, strategic=room.strategic, sensitive=room.sensitive)
    if kind.led_by_members is not None:
        return check(candidate.is_member, "led_by_members", kind.led_by_members)
    return check(not candidate.outside, "led_by_members")


def coordinator_may_chair(kind: BodyType, *, strategic: bool, sensitive: bool) -> Ruling:
    """The coordinator chairs or co-chairs strategic groups and especially sensitive ones, no others."""
    term = kind.coordinator_chairs
    among = term.value if term else ()
    may = (strategic and "strategic" in among) or (sensitive and "especially_sensitive" in among)
    return check(term is None or may, "coordinator_chairs_these", term)


def may_fill_seat(book: Rulebook, by: Standing, *, room: Room, role: Role | None, candidate: Candidate) -> Ruling:
    """Entering somebody into a seat: the secretariat; the host for its own seat; leads in the group they lead."""
    leads = room.kind.has_leads and role in LEADING
    for_own_host = room.host is not None and candidate.organisation == room.host and room.host in by.speaks_for
    keeps = by.keeps_the_network and not room.kind.closed.value
    filled_by = held(book, "host.seat_filled_by") if for_own_host else None
    ruling = check(keeps or leads or for_own_host or bool(by.system), "office_or_leads_fill", filled_by)
    return ruling & may_hold_seat(book, room, candidate)


def term_end(kind: BodyType, since: date, *, basis: Basis) -> date | None:
    """The day a seat that begins then ends by itself; None where it lasts while its holder is there."""
    first = kind.first_months if basis == Basis.APPOINTED else None
    months = first or kind.term_months
    return since + relativedelta(months=months.value) if months else None


def may_give_up_seat(book: Rulebook, by: Standing, *, person: UUID) -> Ruling:
    """A seat is given up any time, by whoever holds it."""
    return check(by.person == person or bool(by.system), "own_seat", book.advisory_group.by_election_when)


def causes_to_end(kind: BodyType) -> tuple[EndCause, ...]:
    """For what causes others may end somebody's seat: leads where people come and go, else only a mistake mended."""
    return (EndCause.LEADS, EndCause.MISTAKE) if kind.has_leads else (EndCause.MISTAKE,)


def may_end_seat(book: Rulebook, by: Standing, *, kind: BodyType, role: Role | None, cause: str, reason: str) -> Ruling:
    """Ending the seat of somebody else, for a cause and with a reason. Absence, from wherever, is no cause."""
    leads = kind.has_leads and role in LEADING
    keeps = by.keeps_the_network and not kind.closed.value
    counts: Term[bool] | None = book.advisory_group.group_membership_required
    ruling = check(keeps or leads or bool(by.system), "office_or_leads_end")
    ruling &= check(cause in causes_to_end(kind), "seat_ends_for_a_cause", _if(kind, counts))
    return ruling & check(bool(reason.strip()), "reason_given")


def _if(kind: BodyType, counts: Term[bool] | None) -> Term[bool] | None:
    return counts if kind.code == BodyKind.ADVISORY else None


def vacant(room: Room, day: date) -> int:
    """How many of a fixed number of seats nobody holds that day."""
    if room.kind.seats is None:
        return 0
    return max(0, room.kind.seats.value - sum(t.period.covers(day) for t in room.taken))
