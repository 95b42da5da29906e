"""Reading bodies: who sits where, and who may know of what."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Mandate, Membership, Network
from tkanka.network.networks.models.belonging import in_force
from tkanka.rules.standing import Standing

from .models import Body, Seat


def seats_in_force(day: date) -> QuerySet[Seat]:
    """Seats that count that day: their time has come and not ended, the organisation belongs to the network of the
    body and the person may act for it. An outsider's seat needs neither."""
    belongs = Membership.objects.filter(
        in_force(day), network=OuterRef("body__network"), organisation=OuterRef("organisation")
    )
    mandated = Mandate.objects.filter(in_force(day), person=OuterRef("person"), organisation=OuterRef("organisation"))
    inside = Q(Exists(belongs)) & Q(Exists(mandated))
    return Seat.objects.filter(in_force(day)).filter(Q(organisation=None) | inside)


def seats_of(body: Body, day: date) -> QuerySet[Seat]:
    """The seats of a body in force that day, leads first, then by name."""
    rows = seats_in_force(day).filter(body=body).select_related("person", "organisation")
    return rows.order_by("role", "person__name", "pk")


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
    return list(rows.select_related("body", "organisation"))


def visible_bodies(network: Network, by: Standing, day: date) -> QuerySet[Body]:
    """The bodies the visitor may know of. A hidden one is known to its seats and to nobody else, offices included."""
    rows = Body.objects.filter(network=network)
    own = bodies_of_person(network, by, day)
    return rows.filter(Q(hidden=False) | Q(pk__in=own))


def body_in(network: Network, key: object, by: Standing, day: date) -> Body:
    """A body of the network that the visitor may know of; for anybody else there is none (404)."""
    return one_of(visible_bodies(network, by, day), pk=key)


def bodies_of_kind(network: Network, kinds: Iterable[str]) -> QuerySet[Body]:
    """Bodies of these kinds that are not closed."""
    return Body.objects.filter(network=network, kind__in=list(kinds)).exclude(state="closed")
