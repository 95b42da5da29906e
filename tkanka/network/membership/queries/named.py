from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import memberships_of

from ..models import NamedParty


def named_of(network: Network, day: date) -> QuerySet[NamedParty]:
    """Who is named, first those who have not said anything yet. `since`: from when they take part, None if not."""
    same = Q(organisation=OuterRef("organisation")) | Q(organisation__name_key=OuterRef("name_key"))
    ties = memberships_of(network, day).filter(same).order_by("since")
    rows = NamedParty.objects.filter(network=network).annotate(
        since=Subquery(ties.values("since")[:1]),
        party=Subquery(ties.values("organisation")[:1], output_field=UUIDField()),
    )
    return rows.order_by(F("since").desc(nulls_first=True), "name", "pk")


def names_anybody(network: Network) -> bool:
    return NamedParty.objects.filter(network=network).exists()


def named_in(network: Network, key: UUID) -> NamedParty:
    return one_of(NamedParty.objects.filter(network=network), pk=key)


def named_asked_for(network: Network, key: str, day: date) -> NamedParty | None:
    """The entry an address speaks of, as long as nobody has come in by it."""
    try:
        rows = NamedParty.objects.filter(network=network, pk=key)
    except (ValidationError, ValueError):
        return None
    ties = memberships_of(network, day).filter(organisation=OuterRef("organisation"))
    return rows.exclude(Exists(ties)).first()
