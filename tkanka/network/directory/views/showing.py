from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from tkanka.network.networks.doors import Visit
from tkanka.rules.ruling import Refused, Ruling


def permit(ruling: Ruling) -> None:
    """Go on, or be refused with the reason."""
    if not ruling:
        raise Refused(ruling)


def show(visit: Visit, template: str, **context: Any) -> HttpResponse:
    return render(visit, f"directory/{template}", {"network": visit.network, **context})
