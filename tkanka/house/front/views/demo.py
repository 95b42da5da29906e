"""The demonstration: enter as somebody of the invented cast. There is no such page anywhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import listed_networks, main_representatives, network_by_slug, office_holders
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_key

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody one may enter as: who, and in what part (an office, or for an organisation)."""

    person: Person
    office: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Troupe:
    network: Network
    parts: list[Part]


def demo_only(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(page)
    def shown(request: HttpRequest, **kwargs: object) -> HttpResponse:
        if not settings.DEMO or settings.PRODUCTION:
            raise Http404
        return page(request, **kwargs)

    return shown


@require_safe
@demo_only
def cast(request: HttpRequest) -> HttpResponse:
    """Whom one may enter as, by network."""
    today = timezone.localdate()
    troupes = [Troupe(n, [*offices(n), *representatives(n)]) for n in listed_networks(20) if n.is_demo]
    return render(request, "front/demo.html", {"troupes": troupes, "today": today})


def offices(network: Network) -> list[Part]:
    holders = office_holders(network, timezone.localdate())[:SHOWN]
    return [Part(h.person, office=h.office) for h in holders]


def representatives(network: Network) -> list[Part]:
    found = main_representatives(network, timezone.localdate(), SHOWN)
    return [Part(m.person, organisation=m.organisation.name) for m in found]


@require_POST
@demo_only
def enter(request: HttpRequest, person: UUID) -> HttpResponse:
    """Be this person from now on; only those of the demonstration can be entered as."""
    found = person_by_key(person)
    if found is None or not found.email.endswith("@przyklad.example"):
        raise Http404
    login(request, found, backend=BACKEND)
    network = network_by_slug(request.POST.get("network", "")[:50])
    return redirect(f"/n/{network.slug}/")
