"""The map's numbers as pages need them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import Count as Counted
from django.db.models import QuerySet

from tkanka.coordination.activities.models import Activity, Row
from tkanka.coordination.activities.queries import published
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation, Subregion
from tkanka.network.networks.queries import subregions_of
from tkanka.network.places.models import TERYT, Level, Scheme, Unit
from tkanka.network.places.queries import units_of

from .counting import NOTHING, Count, Counts, rows_of
from .keeping import answer
from .questions import By, Measure, Question

LEVELS = {By.POWIAT: Level.POWIAT, By.VOIVODESHIP: Level.VOIVODESHIP}
MOST_POINTS = 2_000
MOST_PAIRS = 5_000


@dataclass(frozen=True, slots=True)
class Area:
    """A powiat, voivodeship or subregion with what there is in it. `code` is empty for a subregion."""

    key: str
    code: str
    name: str
    above: str
    count: Count

    def value(self, measure: Measure) -> int:
        found: int = getattr(self.count, measure.value)
        return found

    @property
    def page(self) -> str:
        """Where its own page lies below the map."""
        return self.code or f"subregion/{self.key}"


@dataclass(frozen=True, slots=True)
class View:
    """The areas that were asked for, and what is published of no area among them."""

    areas: Sequence[Area]
    country: Count
    coarse: Sequence[Area]
    hidden: Count


Units = dict[Level, tuple[Unit, ...]]
Place = Unit | Subregion


@lru_cache(maxsize=2)
def _units(drawn: int, number: int) -> Units:
    found = units_of(TERYT).filter(level__in=list(LEVELS.values())).select_related("admin1")
    units = list(found.order_by("code"))
    return {level: tuple(unit for unit in units if unit.level == level) for level in LEVELS.values()}


def units_drawn() -> Units:
    """Powiats and voivodeships by code, kept in the process until the register changes: one small query."""
    told = Scheme.objects.filter(code=TERYT).annotate(number=Counted("units")).values_list("drawn", "number").first()
    return _units(*(told or (0, 0)))


def view_of(network: Network, question: Question) -> View:
    """Every area of the kind asked for, those without anything too."""
    counts = answer(network, question)
    if question.by is By.SUBREGION:
        return View(_subregions(network, counts), NOTHING, [], NOTHING)
    units = units_drawn()
    areas = [_area(unit, counts) for unit in units[LEVELS[question.by]]]
    wider = units[Level.VOIVODESHIP] if question.by is By.POWIAT else ()
    coarse = [_area(unit, counts) for unit in wider if str(unit.pk) in counts]
    known = {area.key for area in (*areas, *coarse)} | {""}
    rest = [number for key, number in counts.items() if key not in known]
    country = max(rest, key=lambda one: one.activities, default=NOTHING)
    return View(areas, country, coarse, counts.get("", NOTHING))


def _area(unit: Unit, counts: Counts) -> Area:
    above = unit.admin1.label if unit.admin1 and unit.level > Level.VOIVODESHIP else ""
    return Area(str(unit.pk), unit.code, unit.title, above, counts.get(str(unit.pk), NOTHING))


def _subregions(network: Network, counts: Counts) -> list[Area]:
    return [Area(str(s.pk), "", s.label, "", counts.get(str(s.pk), NOTHING)) for s in subregions_of(network)[:200]]


def parts_of(network: Network) -> dict[str, set[str]]:
    """The network's subregions: key → codes of their powiats."""
    found: dict[str, set[str]] = {}
    pairs = Subregion.units.through.objects.filter(subregion__network=network)
    for key, code in pairs.values_list("subregion", "unit__code").order_by("subregion", "unit__code")[:MOST_PAIRS]:
        found.setdefault(str(key), set()).add(code)
    return found


def subregion_of(network: Network, key: UUID) -> Subregion:
    """A subregion of the network, or Http404."""
    return one_of(subregions_of(network), pk=key)


SORTS = ("value", "name", "organisations", "activities", "capacity")


def sorted_areas(areas: Sequence[Area], sort: str, measure: Measure) -> list[Area]:
    """By a number, the largest first, or by name."""
    if sort == "name":
        return sorted(areas, key=lambda area: (area.name.casefold(), area.code))
    chosen = Measure(sort) if sort in list(Measure) else measure
    return sorted(areas, key=lambda area: (-area.value(chosen), area.code, area.name))


def unit_drawn(code: str) -> Unit:
    """A powiat or voivodeship by its code, or Http404."""
    units = Unit.objects.filter(scheme__code=TERYT, level__in=[Level.POWIAT, Level.VOIVODESHIP])
    return one_of(units.select_related("admin1"), code=code)


def rows_in(network: Network, question: Question, unit: Place) -> QuerySet[Row]:
    """The rows counted in the unit or subregion."""
    if isinstance(unit, Subregion):
        return rows_of(network, question).filter(shown_admin2__in=unit.units.values("pk"))
    column = "shown_admin2" if unit.level == Level.POWIAT else "shown_admin1"
    return rows_of(network, question).filter(**{column: unit.pk})


def activities_in(network: Network, question: Question, unit: Place) -> QuerySet[Activity]:
    """The activities counted in the unit, by organisation."""
    keys = rows_in(network, question, unit).values("activity")
    found = published(network).filter(pk__in=keys).select_related("organisation")
    return found.order_by("organisation__name", "title", "pk")


def organisations_in(network: Network, question: Question, unit: Place) -> QuerySet[Organisation]:
    keys = rows_in(network, question, unit).values("organisation")
    return Organisation.objects.filter(pk__in=keys).order_by("name")


@dataclass(frozen=True, slots=True)
class Point:
    """A place published with its exact position."""

    activity: UUID
    title: str
    place: str
    lat: float
    lon: float


def points_of(network: Network, question: Question, limit: int = MOST_POINTS) -> list[Point]:
    """Places whose organisations publish where exactly they are."""
    rows = rows_of(network, question).filter(shown_lat__isnull=False).order_by("activity", "pk")
    found = rows.values_list("activity", "activity__title", "shown_place", "shown_lat", "shown_lon")[:limit]
    return [Point(a, title, place, lat or 0.0, lon or 0.0) for a, title, place, lat, lon in dict.fromkeys(found)]
