"""The organisations a file may speak of."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from tkanka.network.networks.models import Identifier, Network, Organisation, Status
from tkanka.network.networks.queries import members_of


def everybody_in(network: Network, day: date) -> QuerySet[Organisation]:
    """Members, observers and partners of the network, with nothing but their names."""
    return members_of(network, day, *Status.values).only("pk", "name", "short_name", "name_key").order_by("name")


def numbers_of(network: Network, day: date) -> dict[str, UUID]:
    """Number in a Polish register → organisation of the network."""
    rows = Identifier.objects.filter(organisation__in=members_of(network, day, *Status.values)).exclude(scheme="other")
    return dict(rows.values_list("number", "organisation"))
