"""The map: coloured areas with the same numbers in a table, and who is in one of them."""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
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
from ..drawing import Parts, Picture, class_of, limits_of, picture, picture_of_parts
from ..forms import MapFilter
from ..outlines import together
from ..questions import Asked, By, asked_of, read_asked
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
    parts = queries.parts_of(visit.network)
    sort = visit.GET.get("sort", "")
    areas = queries.sorted_areas(view.areas, sort, asked.show)
    context = {
        "asked": asked,
        "form": MapFilter(visit.GET, words, visit.today.year, subregions_of(visit.network).exists()),
        "view": view,
        **drawn(visit, asked, picture_of(asked, view.areas, parts=parts)),
        "page": page_of(areas, visit, per=20),
        "sorts": _sorts(asked, sort),
        "measure": MEASURES[asked.show],
        "somewhere": sum(1 for area in view.areas if area.count.organisations),
        "level": AREAS[asked.question.by],
    }
    return render(visit, "atlas/map.html", context)


def drawn(visit: Visit, asked: Asked, found: Picture) -> dict[str, Any]:
    """What the template of the picture needs."""
    here = route_of("atlas:map", network=visit.network.slug)
    return {"picture": found, "areas": found.drawn(here, asked.address())}


def _sorts(asked: Asked, sort: str) -> dict[str, str]:
    """The address of every order but the one in use."""
    now = sort if sort in queries.SORTS else "value"
    return {key: "" if key == now else asked.address(sort=key) for key in queries.SORTS}


def picture_of(
    asked: Asked,
    areas: Sequence[queries.Area],
    inside: Collection[str] | None = None,
    chosen: str = "",
    parts: Parts | None = None,
) -> Picture:
    """The coloured map: of subregions where they are counted, else of units with the subregions over them."""
    values = {area.code or area.page: area.value(asked.show) for area in areas}
    titles = {area.code or area.page: f"{area.name}: {area.value(asked.show)}" for area in areas}
    if asked.question.by is By.SUBREGION:
        return picture_of_parts(values, titles, {a.page: (parts or {}).get(a.key, ()) for a in areas})
    return picture(values, titles, queries.LEVELS[asked.question.by], inside, chosen, parts)


@require_safe
@in_network
@kept_for_visitors
def show_area(visit: Visit, code: str) -> HttpResponse:
    """Who is there, with the map of the voivodeship."""
    unit = queries.unit_drawn(code)
    said = {"title": unit.title, "above": unit.admin1 if unit.level > Level.VOIVODESHIP else None}
    return _shown(visit, unit, said, lambda area: area.code.startswith(code[:2]), code, unit.level == Level.VOIVODESHIP)


@require_safe
@in_network
@kept_for_visitors
def show_subregion(visit: Visit, subregion: UUID) -> HttpResponse:
    """Who is in a subregion of the network, with the map of its powiats."""
    part = queries.subregion_of(visit.network, subregion)
    codes = queries.parts_of(visit.network).get(str(part.pk), set())
    return _shown(visit, part, {"title": part.label}, lambda area: area.code in codes, parts={str(part.pk): codes})


def _shown(
    visit: Visit,
    place: queries.Place,
    said: dict[str, Any],
    inside: Callable[[queries.Area], bool],
    chosen: str = "",
    has_parts: bool = True,
    parts: Parts | None = None,
) -> HttpResponse:
    words = vocabulary()
    asked = read_asked(visit.GET.dict(), words, visit.today)
    by_powiat = replace(asked, question=replace(asked.question, by=By.POWIAT))
    areas = [area for area in queries.view_of(visit.network, by_powiat.question).areas if inside(area)]
    page = page_of(queries.activities_in(visit.network, asked.question, place), visit)
    context = {
        **said,
        "asked": asked,
        **drawn(visit, asked, picture_of(by_powiat, areas, {area.code for area in areas}, chosen, parts)),
        "parts": areas if has_parts else [],
        "reaching": asked_of(place),
        "page": page,
        "lines": lines_of(page.items, published_rows(page.items), words, visit.today),
        "organisations": list(queries.organisations_in(visit.network, asked.question, place)[:200]),
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
    areas = {area.page: area for area in queries.view_of(visit.network, asked.question).areas}
    limits = limits_of([area.value(asked.show) for area in areas.values()])
    for feature in _ground(visit, asked):
        if area := areas.get(feature["id"]):
            feature["properties"] |= _said(area, asked, limits)
            features.append(feature)
    features += [_point(visit, point) for point in queries.points_of(visit.network, asked.question)]
    told = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(told, content_type="application/geo+json")


def _ground(visit: Visit, asked: Asked) -> list[dict[str, Any]]:
    """The areas without numbers; a subregion is the areas of its powiats."""
    if asked.question.by is not By.SUBREGION:
        found: list[dict[str, Any]] = json.loads(geojson(queries.LEVELS[asked.question.by]))["features"]
        return found
    powiats = {feature["id"]: feature["geometry"] for feature in json.loads(geojson(Level.POWIAT))["features"]}
    return [
        {
            "type": "Feature",
            "id": f"subregion/{key}",
            "properties": {},
            "geometry": together(powiats[code] for code in sorted(codes) if code in powiats),
        }
        for key, codes in queries.parts_of(visit.network).items()
    ]


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
