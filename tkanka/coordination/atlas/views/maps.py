"""The map: coloured areas with the same numbers in a table, and who is in one of them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tkanka.coordination.activities.lines import lines_of
from tkanka.coordination.activities.queries import published_rows
from tkanka.ground.kit.downloads import csv_answer, xlsx_answer
from tkanka.ground.kit.links import route_of
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.queries import subregions_of
from tkanka.network.places.models import Level
from tkanka.network.places.queries import geojson
from tkanka.network.vocabulary.queries import vocabulary

from .. import queries
from ..drawing import Picture, class_of, limits_of, picture
from ..forms import MapFilter
from ..questions import Asked, By, read_asked
from ..wording import AREAS, MEASURES


def asked_by(visit: Visit) -> Asked:
    return read_asked(visit.GET.dict(), vocabulary(), visit.today)


@require_safe
@in_network
@kept_for_visitors
def show_map(visit: Visit) -> HttpResponse:
    """The whole country, or the subregions of the network."""
    words = vocabulary()
    asked = read_asked(visit.GET.dict(), words, visit.today)
    view = queries.view_of(visit.network, asked.question)
    sort = visit.GET.get("sort", "")
    areas = queries.sorted_areas(view.areas, sort, asked.show)
    context = {
        "asked": asked,
        "form": MapFilter(visit.GET, words, visit.today.year, subregions_of(visit.network).exists()),
        "view": view,
        **drawn(visit, asked, picture_of(asked, view.areas)),
        "page": page_of(areas, visit, per=20),
        "sorts": _sorts(asked, sort),
        "measure": MEASURES[asked.show],
        "somewhere": sum(1 for area in view.areas if area.count.organisations),
        "level": AREAS[asked.question.by],
    }
    return render(visit, "atlas/map.html", context)


def drawn(visit: Visit, asked: Asked, found: Picture | None) -> dict[str, Any]:
    """What the template of the picture needs."""
    here = route_of("atlas:map", network=visit.network.slug)
    return {"picture": found, "areas": found.drawn(here, asked.address()) if found else ""}


def _sorts(asked: Asked, sort: str) -> dict[str, str]:
    """The address of every order but the one in use."""
    now = sort if sort in queries.SORTS else "value"
    return {key: "" if key == now else asked.address(sort=key) for key in queries.SORTS}


def picture_of(asked: Asked, areas: Any, inside: str = "", chosen: str = "") -> Picture | None:
    """The coloured map; None for subregions, which are told by the table."""
    if asked.question.by is By.SUBREGION:
        return None
    values = {area.code: area.value(asked.show) for area in areas}
    titles = {area.code: f"{area.name}: {area.value(asked.show)}" for area in areas}
    return picture(values, titles, queries.LEVELS[asked.question.by], inside, chosen)


@require_safe
@in_network
@kept_for_visitors
def show_area(visit: Visit, code: str) -> HttpResponse:
    """Who is there, with the map of the voivodeship."""
    unit = queries.unit_drawn(code)
    words = vocabulary()
    asked = read_asked(visit.GET.dict(), words, visit.today)
    inside = code[:2]
    by_powiat = replace(asked, question=replace(asked.question, by=By.POWIAT))
    view = queries.view_of(visit.network, by_powiat.question)
    areas = [area for area in view.areas if area.code.startswith(inside)]
    found = queries.activities_in(visit.network, asked.question, unit)
    page = page_of(found, visit)
    context = {
        "unit": unit,
        "asked": asked,
        **drawn(visit, asked, picture_of(by_powiat, areas, inside, code)),
        "parts": areas if unit.level == Level.VOIVODESHIP else [],
        "page": page,
        "lines": lines_of(page.items, published_rows(page.items), words, timezone.now()),
        "organisations": list(queries.organisations_in(visit.network, asked.question, unit)[:200]),
        "measure": MEASURES[asked.show],
    }
    return render(visit, "atlas/area.html", context)


def _table(visit: Visit) -> tuple[list[str], Iterator[list[object]]]:
    asked = asked_by(visit)
    areas = queries.sorted_areas(queries.view_of(visit.network, asked.question).areas, "name", asked.show)
    columns = [_("Kod"), _("Nazwa"), _("Województwo"), _("Organizacje"), _("Działania"), _("Osób w miesiącu")]
    lines = ([a.code, a.name, a.above, a.count.organisations, a.count.activities, a.count.capacity] for a in areas)
    return columns, lines


@require_safe
@in_network
def table_csv(visit: Visit) -> HttpResponseBase:
    return csv_answer(_("mapa"), *_table(visit))


@require_safe
@in_network
def table_xlsx(visit: Visit) -> HttpResponse:
    return xlsx_answer(_("mapa"), *_table(visit))


@require_safe
@in_network
def cells(visit: Visit) -> HttpResponse:
    """The same areas and numbers as GeoJSON, with the places whose organisations publish where exactly they are."""
    asked = asked_by(visit)
    features: list[dict[str, Any]] = []
    if asked.question.by is not By.SUBREGION:
        areas = {area.code: area for area in queries.view_of(visit.network, asked.question).areas}
        limits = limits_of([area.value(asked.show) for area in areas.values()])
        for feature in json.loads(geojson(queries.LEVELS[asked.question.by]))["features"]:
            if area := areas.get(feature["id"]):
                feature["properties"] |= _said(area, asked, limits)
                features.append(feature)
    features += [_point(visit, point) for point in queries.points_of(visit.network, asked.question)]
    told = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(told, content_type="application/geo+json")


def _said(area: queries.Area, asked: Asked, limits: tuple[int, int]) -> dict[str, Any]:
    return {
        "name": area.name,
        "organisations": area.count.organisations,
        "activities": area.count.activities,
        "capacity": area.count.capacity,
        "kind": class_of(area.value(asked.show), limits),
    }


def _point(visit: Visit, point: queries.Point) -> dict[str, Any]:
    page = route_of("activities:activity", network=visit.network.slug, activity=point.activity)
    return {
        "type": "Feature",
        "properties": {"name": point.title, "place": point.place, "url": page},
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]},
    }
