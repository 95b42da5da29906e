"""The register as files."""

from collections.abc import Iterable
from itertools import tee
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import XLSX, guarded
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary

from .. import queries
from ..filters import read_wanted
from ..queries.exporting import Exported, exported
from ..sheets.interchange import geojson_parts, hsds_parts
from ..sheets.lines import lines_of
from ..sheets.workbook import choices_of, workbook
from ..sheets.written import register_lines
from .listing import can_enter

KINDS = ("xlsx", "csv", "hxl", "geojson", "hsds")
TYPES = {
    "csv": ("text/csv; charset=utf-8", "csv"),
    "hxl": ("text/csv; charset=utf-8", "hxl.csv"),
    "geojson": ("application/geo+json", "geojson"),
    "hsds": ("application/json", "hsds.json"),
}


@require_safe
@in_network
def export(visit: Visit) -> HttpResponse:
    """In which forms the list can be had, with the filters it has now."""
    wanted = read_wanted(visit.GET.dict(), visit.network, vocabulary())
    found = queries.wanted_activities(visit.network, wanted).count()
    context = {"wanted": wanted, "found": found, "kinds": KINDS, "may_enter": can_enter(visit)}
    return render(visit, "activities/export.html", context)


@require_safe
@in_network
def export_file(visit: Visit, kind: str) -> HttpResponse:
    """What everybody may know of the activities asked for, as a file."""
    if kind not in KINDS:
        raise Http404
    words = vocabulary()
    wanted = read_wanted(visit.GET.dict(), visit.network, words)
    found = queries.wanted_activities(visit.network, wanted).order_by(*queries.SORTS["organisation"])
    return _file(visit, kind, exported(found), words)


@require_safe
@login_required
@in_network
def own_file(visit: Visit, organisation: UUID) -> HttpResponse:
    """One organisation's own activities with places as stored: to be worked on in a spreadsheet and brought back."""
    party = queries.publishable_for(visit.network, visit.standing, visit.today).filter(pk=organisation).first()
    if party is None:
        raise Http404
    found = queries.own_activities(visit.network, party.pk, "published").order_by("title", "pk")
    return _file(visit, "xlsx", exported(found, stored=True), vocabulary(), names=[party.name], stored=True)


@require_safe
@login_required
@in_network
def template(visit: Visit) -> HttpResponse:
    """An empty spreadsheet with drop-downs."""
    parties = queries.publishable_for(visit.network, visit.standing, visit.today)
    names = [one.name for one in parties[:500]]
    return _file(visit, "xlsx", (), vocabulary(), names=names)


def _file(
    visit: Visit, kind: str, rows: Iterable[Exported], words: Vocabulary, *, names: Any = (), stored: bool = False
) -> HttpResponse:
    what = _("dzialania")
    name = f"{what}-{visit.network.slug}-{timezone.localdate():%Y-%m-%d}"
    if kind == "xlsx":
        content = workbook(lines_of(rows, words, stored=stored), choices_of(words, names))
        answer: HttpResponse = guarded(HttpResponse(content, content_type=XLSX), f"{name}.xlsx")
        return answer
    if kind == "geojson":
        one, other = tee(rows)
        parts = geojson_parts(one, lines_of(other, words))
    elif kind == "hsds":
        parts = hsds_parts(rows, words)
    else:
        parts = register_lines(lines_of(rows, words), tagged=kind == "hxl")
    sort, ending = TYPES[kind]
    streamed: HttpResponse = guarded(StreamingHttpResponse(parts, content_type=sort), f"{name}.{ending}")
    return streamed
