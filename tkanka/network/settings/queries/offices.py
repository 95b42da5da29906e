"""Those who keep the network, now and before."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, OfficeHolder

ORDER = ("office", "is_deputy", "since", "pk")


def present_offices(network: Network, day: date, limit: int = 200) -> list[OfficeHolder]:
    """Those in office that day and those who will be, coordination first."""
    rows = OfficeHolder.objects.filter(Q(until=None) | Q(until__gt=day), network=network)
    return list(rows.select_related("person").order_by(*ORDER)[:limit])


def past_offices(network: Network, day: date, limit: int = 100) -> list[OfficeHolder]:
    """Those whose office has ended by that day, the latest first."""
    rows = OfficeHolder.objects.filter(network=network, until__lte=day)
    return list(rows.select_related("person").order_by("-until", *ORDER)[:limit])


def holder_in(network: Network, key: UUID, day: date) -> OfficeHolder:
    """An office that has not ended yet."""
    rows = OfficeHolder.objects.select_related("person", "network")
    return one_of(rows.filter(Q(until=None) | Q(until__gt=day)), network=network, pk=key)


def already_holds(network: Network, person: UUID, office: str) -> bool:
    return OfficeHolder.objects.filter(network=network, person=person, office=office, until=None).exists()
