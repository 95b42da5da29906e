from uuid import UUID

from django.db.models import QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network

from ..models import AccessRequest, RequestState


def requests_in(network: Network, state: str = RequestState.OPEN) -> QuerySet[AccessRequest]:
    """Who asks for access to a party, the longest waiting first. Page it."""
    rows = AccessRequest.objects.filter(network=network, state=state)
    return rows.select_related("person", "organisation", "settled_by").order_by("asked_at")


def open_requests(network: Network) -> int:
    return requests_in(network).count()


def request_in(network: Network, key: UUID) -> AccessRequest:
    rows = AccessRequest.objects.filter(network=network).select_related("person", "organisation", "settled_by")
    return one_of(rows, pk=key)
