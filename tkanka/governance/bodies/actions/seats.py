"""Filling seats, giving them up, ending them."""

from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import Entry, entry
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.bodies import (
    LEADING,
    Basis,
    BodyType,
    EndCause,
    Role,
    may_end_seat,
    may_give_up_seat,
    term_end,
)
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell_keepers, tell_person
from ..models import Body, Seat
from ..queries import has_lead, place_in, type_of
from ..seating import end_on, seat_down


def fill_seat(
    *,
    by: Standing,
    at: datetime,
    body: Body,
    person: Person,
    basis: Basis,
    since: date | None = None,
    until: date | None = None,
    organisation: Organisation | None = None,
    outside: str = "",
    outside_kind: str = "",
    values_accepted_at: datetime | None = None,
    role: Role = Role.MEMBER,
    reason: str = "",
    predecessor: Seat | None = None,
) -> Seat:
    """Enter somebody into a seat, from today or another day. Without an end, the term of the charter ends it.

    A `predecessor` whose seat would go on ends when the new one begins.
    """
    with entry("seat.filled", by=by, at=at) as record:
        body, day = locked(body), localdate(at)
        kind = type_of(body, day)
        since = since or day
        if predecessor and (predecessor.until is None or predecessor.until > since):
            end_on(predecessor, since, EndCause.SUCCEEDED)
        seat, ruling = seat_down(
            body, kind, by=by, at=at, person=person, organisation=organisation, outside=outside, basis=basis, role=role,
            since=since, until=until or term_end(kind, since, basis=basis), reason=reason, predecessor=predecessor,
            values_accepted_at=values_accepted_at, role_of_actor=_role(body, by, at), outside_kind=outside_kind,
        )  # fmt: skip
        record.rests_on(ruling)
        if person.pk != by.person and (seat.until is None or seat.until > day):
            tell_person(body, person, f"seat.filled:{seat.pk}", "seated", at, seat=seat, kind=kind)
        _about(record, seat, body, basis=basis, role=role)
        return seat


def give_up_seat(*, by: Standing, at: datetime, seat: Seat, on: date | None = None, reason: str = "") -> Seat:
    """Whoever holds a seat gives it up, at once or from a day on; those who fill it learn that it is free."""
    with entry("seat.given_up", by=by, at=at) as record:
        body, seat = locked(seat.body), locked(seat)
        day = localdate(at)
        record.rests_on(may_give_up_seat(rulebook_of(body.network, day), by, person=seat.person_id))
        record.rests_on(check(_runs(seat, day), "step_not_open", step="give_up", state=body.state))
        end_on(seat, on or day, EndCause.GIVEN_UP, reason)
        told_of_gap(body, seat, at)
        _about(record, seat, body, on=seat.until)
        return seat


def end_seat(*, by: Standing, at: datetime, seat: Seat, cause: EndCause, reason: str) -> Seat:
    """End the seat of somebody else. They learn why."""
    with entry("seat.ended", by=by, at=at) as record:
        body, seat = locked(seat.body), locked(seat)
        day = localdate(at)
        kind = type_of(body, day)
        record.rests_on(may_end_seat(
            rulebook_of(body.network, day), by, kind=kind, role=_role(body, by, at), cause=cause, reason=reason
        ))  # fmt: skip
        record.rests_on(check(_runs(seat, day), "step_not_open", step="end", state=body.state))
        end_on(seat, day, cause, reason)
        tell_person(body, seat.person, f"seat.ended:{seat.pk}", "seat_ended", at, seat=seat, reason=reason)
        told_of_gap(body, seat, at)
        _about(record, seat, body, cause=cause)
        return seat


def change_role(*, by: Standing, at: datetime, seat: Seat, role: Role) -> Seat:
    """The same person in another role: the seat ends and a new one follows it. None is edited."""
    with entry("seat.role_changed", by=by, at=at) as record:
        body, seat = locked(seat.body), locked(seat)
        day = localdate(at)
        kind = type_of(body, day)
        acting = _role(body, by, at)
        record.rests_on(check(_runs(seat, day), "step_not_open", step="role", state=body.state))
        until = seat.until
        end_on(seat, day, EndCause.ROLE)
        changed, ruling = seat_down(
            body, kind, by=by, at=at, person=seat.person, organisation=seat.organisation, outside=seat.outside,
            basis=Basis(seat.basis), role=role, since=day, until=until, reason=seat.reason, predecessor=seat,
            values_accepted_at=seat.values_accepted_at, role_of_actor=acting, outside_kind=seat.outside_kind,
        )  # fmt: skip
        record.rests_on(ruling)
        changed.commitments_accepted_at = seat.commitments_accepted_at
        changed.save(update_fields=["commitments_accepted_at"])
        if seat.role in LEADING:
            told_of_gap(body, seat, at)
        _about(record, changed, body, role=role)
        return changed


def accept_commitments(*, by: Standing, at: datetime, seat: Seat) -> Seat:
    """Whoever holds the seat accepts what goes with it."""
    with entry("seat.commitments_accepted", by=by, at=at) as record:
        seat = locked(seat)
        record.rests_on(check(by.person == seat.person_id, "own_seat"))
        seat.commitments_accepted_at = seat.commitments_accepted_at or at
        seat.save(update_fields=["commitments_accepted_at"])
        _about(record, seat, seat.body)
        return seat


def told_of_gap(body: Body, seat: Seat, at: datetime) -> None:
    """Part of an action that ended a seat: whoever keeps the body learns of the vacancy, or that nobody leads it."""
    day = localdate(at)
    kind = type_of(body, day)
    closed = kind.closed.value
    if kind.seats is not None:
        tell_keepers(body, f"seat.vacant:{seat.pk}", "vacant", at, closed=closed, seat=seat, kind=kind)
    elif _lost_its_lead(body, kind, seat, day):
        tell_keepers(body, f"body.without_lead:{seat.pk}", "without_lead", at, closed=closed)


def _lost_its_lead(body: Body, kind: BodyType, seat: Seat, day: date) -> bool:
    gone = seat.until is not None and seat.until <= day
    return kind.has_leads and seat.role in LEADING and gone and not has_lead(body, day)


def _runs(seat: Seat, day: date) -> bool:
    return seat.until is None or seat.until > day


def _role(body: Body, by: Standing, at: datetime) -> Role | None:
    seat = place_in(body, by, localdate(at))
    return Role(seat.role) if seat else None


def _about(record: Entry, seat: Seat, body: Body, **facts: object) -> None:
    """A seat of a hidden body leaves no trace in the history of its organisation."""
    also = [seat.organisation] if seat.organisation and not body.hidden else []
    record.about(seat, body, *also, network=body.network_id, **facts)
