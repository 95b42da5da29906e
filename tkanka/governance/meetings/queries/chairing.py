"""Who may be asked to lead a meeting."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries.seats import seats_in_force
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import office_holders
from tkanka.network.people.models import Person

MOST = 1000


def may_chair(network: Network, bodies: Collection[Body], day: date, besides: Person | None = None) -> list[Person]:
    """People who sit in one of these bodies or hold an office of the network; `besides` is whoever was chosen."""
    seats = seats_in_force(day).filter(body__in=bodies)
    who = Q(pk__in=seats.values("person")) | Q(pk__in=office_holders(network, day).order_by().values("person"))
    if besides is not None:
        who |= Q(pk=besides.pk)
    return list(Person.objects.filter(who, is_active=True).only("name").order_by("name", "pk")[:MOST])
