"""Who may know of what. A hidden body is known to its seats and to nobody else."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.standing import Standing

from ..models import Body, Seat
from .seats import seats_in_force


def visible_bodies(network: Network, by: Standing, day: date) -> QuerySet[Body]:
    """The bodies the visitor may know of. A hidden one is known to its seats and to nobody else, offices included."""
    rows = Body.objects.filter(network=network)
    if by.person is None:
        return rows.filter(hidden=False)
    own = seats_in_force(day).filter(person=by.person, body__network=network)
    return rows.filter(Q(hidden=False) | Q(pk__in=own.values("body")))


def body_in(network: Network, key: object, by: Standing, day: date) -> Body:
    """A body of the network that the visitor may know of; for anybody else there is none (404)."""
    rows = visible_bodies(network, by, day).select_related("network", "held_by", "subregion")
    return one_of(rows, pk=key)


def bodies_of_kind(network: Network, kinds: Iterable[str]) -> QuerySet[Body]:
    """Bodies of these kinds that are not closed."""
    return Body.objects.filter(network=network, kind__in=list(kinds)).exclude(state="closed")


def hidden_from(network: Network, by: Standing, day: date) -> list[UUID]:
    """The hidden bodies of which the visitor may not know. Nothing of them is shown, counted or sent."""
    own = seats_in_force(day).filter(person=by.person, body__network=network)
    hidden = Body.objects.filter(network=network, hidden=True)
    hidden = hidden.exclude(pk__in=own.values("body")) if by.person else hidden
    return sorted(hidden.values_list("pk", flat=True)[:1000])


def letters_hidden_from(network: Network, by: Standing, day: date) -> Q:
    """Letters that would tell of such bodies: those whose right rests on a seat in one, and those about one."""
    hidden = hidden_from(network, by, day)
    if not hidden:
        return Q(pk__in=[])
    seats = Seat.objects.filter(body__in=hidden).values_list("pk", flat=True)[:5000]
    told = Q(basis__in=[f"seat:{key}" for key in seats])
    for key in hidden:
        told |= Q(cause__contains=str(key))
    return told
