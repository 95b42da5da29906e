"""How every page of the settings is shown."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from tkanka.network.networks.doors import Visit
from tkanka.rules.settings import may_see_settings


def show(visit: Visit, template: str, **context: Any) -> HttpResponse:
    """A page for those who belong to the network, under the local menu of the secretariat for those who keep it."""
    may_see_settings(visit.standing).require()
    place = "secretariat" if visit.standing.keeps_the_network else "network"
    wrong = bool(getattr(context.get("form"), "errors", None))
    return render(
        visit,
        f"network_settings/{template}",
        {"place": place, "here": "network_settings", "network": visit.network} | context,
        status=422 if wrong else 200,
    )
