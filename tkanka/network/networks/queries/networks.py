from django.db.models import QuerySet

from tkanka.ground.kit.lookup import one_of

from ..models import Network, Subregion


def network_by_slug(slug: str) -> Network:
    return one_of(Network.objects.all(), slug=slug)


def exists(slug: str) -> bool:
    return Network.objects.filter(slug=slug).exists()


def listed_networks(limit: int = 100) -> list[Network]:
    """Every network of the installation, in its order."""
    return list(Network.objects.all()[:limit])


def subregions_of(network: Network) -> QuerySet[Subregion]:
    return Subregion.objects.filter(network=network).order_by("label_pl")
