from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.vocabulary.queries import vocabulary

from .. import queries
from .showing import show


@require_safe
@in_network
def settings(visit: Visit) -> HttpResponse:
    """What can be set in a network, each with how it stands."""
    return show(
        visit,
        "settings.html",
        offices=len(queries.present_offices(visit.network, visit.today)),
        subregions=len(queries.subregions_with_units(visit.network)),
        words=vocabulary(),
    )
