"""The register of groups outside the network."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network

from ..models import OutsideGroup


def outside_groups(network: Network, day: date, words: str = "") -> QuerySet[OutsideGroup]:
    """Those that still meet, by name; page it."""
    rows = OutsideGroup.objects.filter(network=network).filter(Q(until=None) | Q(until__gt=day))
    for word in words.split()[:5]:
        rows = rows.filter(Q(name__icontains=word) | Q(sector__icontains=word) | Q(lead__icontains=word))
    return rows.order_by("name", "pk")


def outside_group_in(network: Network, key: UUID) -> OutsideGroup:
    return one_of(OutsideGroup.objects.filter(network=network), pk=key)


def outside_named(network: Network) -> frozenset[str]:
    """The names on the list, as they are compared."""
    rows = OutsideGroup.objects.filter(network=network, until=None).values_list("name", flat=True)
    return frozenset(name.casefold() for name in rows[:10_000])
