from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Membership, Network, Status
from tkanka.network.networks.queries import memberships_of

from ..models import Beside, ContactNote, WorksWith


def beside_of(network: Network, day: date, works_with: str = "") -> QuerySet[Membership]:
    """Observers and partners in force, by name; of one body of the network only where it is named. Page it."""
    rows = memberships_of(network, day, Status.OBSERVER, Status.PARTNER)
    if works_with:
        nobody_said = Q(beside=None) if works_with == WorksWith.NETWORK else Q()
        rows = rows.filter(Q(beside__works_with=works_with) | nobody_said)
    return rows.select_related("organisation", "beside").order_by("organisation__name")


def beside_in(network: Network, key: UUID, day: date) -> Beside:
    """An observer or partner of this network, by the key of its tie."""
    membership = one_of(beside_of(network, day), pk=key)
    kept = Beside.objects.filter(membership=membership).select_related("membership__organisation").first()
    return kept or Beside(membership=membership)


def notes_of(beside: Beside, limit: int = 100) -> list[ContactNote]:
    return list(ContactNote.objects.filter(beside=beside).select_related("by")[:limit])
