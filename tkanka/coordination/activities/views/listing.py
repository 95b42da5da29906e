"""The register for everybody: the list and the page of one activity."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tkanka.ground.kit.links import route_of
from tkanka.ground.kit.paging import Asked, page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.parts import Place, part
from tkanka.network.networks.queries import history_of
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.activities import PUBLISHING

from .. import queries
from ..filters import read_wanted
from ..forms.filters import ActivityFilter
from ..lines import lines_of
from ..models import Row
from ..queries.published import PublishedRow
from ..showing import told
from .own import may_edit, open_steps

SORTS = {"new": _("ostatnio zmienione"), "title": _("nazwa"), "organisation": _("organizacja"), "starts": _("początek")}


@require_safe
@in_network
@kept_for_visitors
def activities(visit: Visit) -> HttpResponse:
    """Who does what, where and for whom, by all filters of the address."""
    entering = can_enter(visit)
    listing = part(visit, "activities/listing.html", listed, Asked(visit.GET.urlencode()), entering)
    return render(visit, "activities/activities.html", {"listing": listing, "may_enter": entering})


def listed(place: Place, asked: Asked, may_enter: bool) -> dict[str, object]:
    """The list, of what is published only; `may_enter` decides what is said where there is nothing yet."""
    words, given = vocabulary(), asked.GET
    wanted = read_wanted(asked.said, place.network, words)
    sort = given.get("sort", "")
    sort = sort if sort in queries.SORTS else "new"
    found = queries.wanted_activities(place.network, wanted).select_related("organisation")
    page = page_of(found.order_by(*queries.SORTS[sort]), asked)
    return {
        "page": page,
        "lines": lines_of(page.items, queries.published_rows(page.items), words, place.day),
        "form": ActivityFilter(given, place.network, words),
        "wanted": wanted,
        "sorts": [(label, wanted.address(sort=key) if key != sort else "") for key, label in SORTS.items()],
        "may_enter": may_enter,
    }


def can_enter(visit: Visit) -> bool:
    """Whether there is an organisation this visitor may enter activities for."""
    by = visit.standing
    return by.keeps_the_network or any(m.capacity in PUBLISHING and m.organisation in by.members for m in by.mandates)


@require_safe
@in_network
@kept_for_visitors
def activity_page(visit: Visit, activity: UUID) -> HttpResponse:
    """One activity; what is not published exists for its own people and the secretariat only."""
    found = queries.activity_of(visit.network, activity)
    ruling = may_edit(visit, found)
    if not (found.is_published or ruling):
        raise Http404
    rows: Sequence[PublishedRow | Row] = queries.published_rows([found])[found.pk]
    if not found.is_published:
        rows = queries.own_rows([found])[found.pk]
    linked, words = queries.lists_of(found), vocabulary()
    party = route_of("directory:organisation", network=visit.network.slug, organisation=found.organisation_id)
    shown = told(found, rows, linked, words, timezone.now())
    context: dict[str, Any] = {"activity": found, "may": ruling, "told": shown, "organisation_url": party}
    if ruling:
        context |= {"steps": open_steps(found), "history": history_of(found)}
    return render(visit, "activities/activity.html", context)
