from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from tkanka.network.networks.doors import Visit


def show(visit: Visit, template: str, **context: Any) -> HttpResponse:
    return render(visit, f"directory/{template}", {"network": visit.network, **context})
