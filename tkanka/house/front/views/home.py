"""The first page of the installation, and that of a network."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tkanka.coordination.atlas.blocks import presence
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.parts import Place, part
from tkanka.network.networks.queries import listed_networks, member_count, member_counts, newest_members, rulebook_of
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.membership import mode


@require_safe
def networks(request: HttpRequest) -> HttpResponse:
    """The networks that live here. Where there is but one, it is still shown, so that the address stays."""
    counts = member_counts(timezone.localdate())
    listed = [(network, counts.get(network.pk, 0)) for network in listed_networks()]
    return render(request, "front/networks.html", {"networks": listed})


@require_safe
@in_network
@kept_for_visitors
def home(visit: Visit) -> HttpResponse:
    """What the network is, who helps with what, who came last, and how to come in."""
    return render(visit, "front/home.html", {"matter": part(visit, "front/home_told.html", told)})


def told(place: Place) -> dict[str, object]:
    """The same for everybody."""
    book = rulebook_of(place.network, place.day)
    membership = book.membership
    return {
        "book": book,
        "count": member_count(place.network, place.day),
        "map": presence(place.network),
        "newest": newest_members(place.network, place.day),
        "sectors": vocabulary().active("sectors"),
        "mode": mode(book).value,
        "verified_by": membership.verified_by,
        "free": membership.fee is not None and membership.fee.value == 0,
    }
