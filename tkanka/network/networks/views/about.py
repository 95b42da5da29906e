"""Who keeps a network, and how to reach it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..doors import Visit, in_network
from ..kept import kept_for_visitors
from ..queries import office_holders, subregions_of


@require_safe
@in_network
@kept_for_visitors
def about(visit: Visit) -> HttpResponse:
    context = {
        "offices": list(office_holders(visit.network, visit.today)[:50]),
        "hosting": visit.frame.hosting,
        "subregions": list(subregions_of(visit.network)[:50]),
    }
    return render(visit, "networks/about.html", context)
