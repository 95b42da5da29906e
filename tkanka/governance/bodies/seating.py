"""The one place where a seat is written. Part of an action, under the lock of the body."""

from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.bodies import (
    Basis,
    BodyState,
    BodyType,
    EndCause,
    Period,
    Role,
    may_fill_seat,
    may_hold_seat,
)
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from .models import Body, Seat
from .weighing import candidate_of, room_of


def seat_down(
    body: Body,
    kind: BodyType,
    *,
    by: Standing,
    at: datetime,
    person: Person,
    basis: Basis,
    since: date,
    until: date | None = None,
    organisation: Organisation | None = None,
    outside: str = "",
    outside_kind: str = "",
    values_accepted_at: datetime | None = None,
    role: Role = Role.MEMBER,
    reason: str = "",
    predecessor: Seat | None = None,
    role_of_actor: Role | None = None,
    own_way: bool = False,
) -> tuple[Seat, Ruling]:
    """Weigh and write a seat. `own_way`: they come by a way that was weighed already, so only the seat is."""
    day = localdate(at)
    book = rulebook_of(body.network, day)
    room = room_of(body, kind, min(since, day), without=predecessor)
    candidate = candidate_of(
        body.network, person, Period(since, until), today=day, basis=basis, role=role, organisation=organisation,
        outside=outside, outside_kind=outside_kind, values_accepted=values_accepted_at is not None, reason=reason,
    )  # fmt: skip
    if own_way:
        ruling = may_hold_seat(book, room, candidate)
    else:
        ruling = may_fill_seat(book, by, room=room, role=role_of_actor, candidate=candidate)
    ruling.require()
    seat = Seat.objects.create(
        body=body, person=person, organisation=organisation, outside=outside, values_accepted_at=values_accepted_at,
        outside_kind=outside_kind, basis=basis, role=role, reason=reason, predecessor=predecessor, since=since,
        until=until,
    )  # fmt: skip
    return seat, ruling


def end_on(seat: Seat, day: date, cause: EndCause, reason: str = "") -> None:
    """The seat ends with that day, or before it begins."""
    seat.until, seat.ended_because, seat.ended_reason = max(seat.since, day), cause, reason
    seat.save(update_fields=["until", "ended_because", "ended_reason"])


def is_closed(body: Body) -> bool:
    return body.state == BodyState.CLOSED
