"""Who sits where, and who sat."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Mandate, Membership, Network, OfficeHolder, Organisation, Status
from tkanka.network.networks.models.belonging import in_force
from tkanka.network.networks.queries import members_of
from tkanka.network.people.models import Person
from tkanka.rules.bodies import LEADING, Role
from tkanka.rules.standing import Standing

from ..models import Body, Seat

FIRST = Case(When(role=Role.LEAD, then=0), When(role=Role.CO_LEAD, then=1), When(role=Role.OBSERVER, then=3), default=2)


def seats_in_force(day: date) -> QuerySet[Seat]:
    """Seats that count that day: their time has come and not ended, the organisation belongs to the network of the
    body and the person may act for it. An outsider's seat needs neither; a seat held in office needs the office."""
    belongs = Membership.objects.filter(
        in_force(day), network=OuterRef("body__network"), organisation=OuterRef("organisation")
    )
    mandated = Mandate.objects.filter(in_force(day), person=OuterRef("person"), organisation=OuterRef("organisation"))
    in_office = OfficeHolder.objects.filter(in_force(day), network=OuterRef("body__network"), person=OuterRef("person"))
    inside = Q(Exists(belongs)) & Q(Exists(mandated))
    holds = (Q(organisation=None) & (~Q(outside="") | Q(Exists(in_office)))) | inside
    return Seat.objects.filter(in_force(day), person__is_active=True).filter(holds)


def seats_of(body: Body, day: date) -> QuerySet[Seat]:
    """The seats of a body in force that day, leads first, then by name."""
    rows = seats_in_force(day).filter(body=body).select_related("person", "organisation")
    return rows.order_by(FIRST, "person__name", "pk")


def seats_to_come(body: Body, day: date, limit: int = 200) -> list[Seat]:
    """Seats that begin on a later day, the nearest first."""
    rows = Seat.objects.filter(body=body, since__gt=day).filter(Q(until=None) | Q(until__gt=day))
    return list(rows.select_related("person", "organisation").order_by("since", "pk")[:limit])


def history_of_seats(body: Body) -> QuerySet[Seat]:
    """Every seat the body ever had or will have, the latest first; page it."""
    rows = Seat.objects.filter(body=body).select_related("person", "organisation", "predecessor__person")
    return rows.order_by("-since", "person__name", "pk")


def rows_meeting(body: Body, day: date) -> QuerySet[Seat]:
    """Seats that take a place on that day or later: those of which nothing is left are not among them."""
    rows = Seat.objects.filter(body=body).filter(Q(until=None) | Q(until__gt=day))
    return rows.filter(Q(since__gt=day) | Q(pk__in=seats_in_force(day).filter(body=body).values("pk")))


def seat_in(network: Network, key: object, bodies: QuerySet[Body]) -> Seat:
    """A seat of one of these bodies."""
    rows = Seat.objects.filter(body__network=network, body__in=bodies)
    return one_of(rows.select_related("body", "body__network", "person", "organisation"), pk=key)


def bodies_of_person(network: Network, by: Standing, day: date) -> frozenset[UUID]:
    """The bodies in which the visitor holds a seat that counts."""
    if by.person is None:
        return frozenset()
    return frozenset(seats_in_force(day).filter(person=by.person, body__network=network).values_list("body", flat=True))


def seats_held(network: Network, by: Standing, day: date) -> list[Seat]:
    """The visitor's own seats that count, with their bodies."""
    if by.person is None:
        return []
    rows = seats_in_force(day).filter(person=by.person, body__network=network)
    return list(rows.select_related("body", "organisation").order_by("body__name", "pk")[:100])


def place_in(body: Body, by: Standing, day: date) -> Seat | None:
    """The visitor's own seat in the body, if they have one that counts."""
    if by.person is None:
        return None
    return seats_in_force(day).filter(body=body, person=by.person).select_related("organisation").first()


def dead_seats(day: date, limit: int = 200) -> list[Seat]:
    """Seats whose time runs on although what they rested on is gone."""
    rows = Seat.objects.filter(in_force(day)).exclude(pk__in=seats_in_force(day).values("pk"))
    return list(rows.select_related("body", "body__network", "person", "organisation").order_by("since", "pk")[:limit])


def seats_ending(day: date, within: timedelta, limit: int = 200) -> list[Seat]:
    """Seats that count and end within that time, of whose end nobody has been told."""
    rows = seats_in_force(day).filter(until__lte=day + within, reminded_at=None).exclude(body__state="closed")
    return list(rows.select_related("body", "body__network", "person", "organisation").order_by("until", "pk")[:limit])


def has_lead(body: Body, day: date) -> bool:
    return seats_in_force(day).filter(body=body, role__in=LEADING).exists()


def leads_of(body: Body, day: date, limit: int = 20) -> list[Seat]:
    """Who leads it."""
    return list(seats_of(body, day).filter(role__in=LEADING)[:limit])


def led_by(network: Network, by: Standing, day: date) -> frozenset[UUID]:
    """The bodies the visitor leads."""
    if by.person is None:
        return frozenset()
    rows = seats_in_force(day).filter(person=by.person, body__network=network, role__in=LEADING)
    return frozenset(rows.values_list("body", flat=True))


def seats_by_body(bodies: Iterable[Body], day: date, most: int = 20_000) -> dict[UUID, list[Seat]]:
    """The seats in force of each of the bodies; one query."""
    found: dict[UUID, list[Seat]] = {}
    rows = seats_in_force(day).filter(body__in=list(bodies)).only("body", "role", "organisation", "until", "outside")
    for seat in rows[:most]:
        found.setdefault(seat.body_id, []).append(seat)
    return found


def was_ever_elected(body: Body) -> bool:
    return Seat.objects.filter(body=body, basis="elected").exists()


def organisations_for(network: Network, person: Person, day: date, limit: int = 50) -> list[Organisation]:
    """The organisations of the network for which the person holds a mandate, by name."""
    mandated = Mandate.objects.filter(in_force(day), person=person).values("organisation")
    return list(members_of(network, day, *Status.values).filter(pk__in=mandated).order_by("name")[:limit])
