from django.db.models import QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.ground.ledger.queries import ends_of

from ..models import Network, Subregion


def network_by_slug(slug: str) -> Network:
    return one_of(Network.objects.all(), slug=slug)


def network_with_state(slug: str) -> tuple[Network, str]:
    """The network and where the ledgers end that tell of its changes, read in one moment."""
    network = one_of(Network.objects.annotate(**ends_of("pk")), slug=slug)
    return network, f"{network.own_end or 0}-{network.house_end or 0}"  # type: ignore[attr-defined]


def exists(slug: str) -> bool:
    return Network.objects.filter(slug=slug).exists()


def listed_networks(limit: int = 100) -> list[Network]:
    """Every network of the installation, in its order."""
    return list(Network.objects.all()[:limit])


def subregions_of(network: Network) -> QuerySet[Subregion]:
    return Subregion.objects.filter(network=network).order_by("label_pl")
