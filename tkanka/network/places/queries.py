"""Reading units: they belong to no network, so a scheme's code stands where the network stands elsewhere."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from .models import TERYT, Level, Scheme, Unit, unit_key
from .shapes import Drawing as Drawing
from .shapes import geojson as geojson
from .shapes import state_of_geometry as state_of_geometry
from .shapes import svg_paths as svg_paths


def scheme_named(code: str) -> Scheme | None:
    return Scheme.objects.filter(code=code).first()


def schemes() -> list[tuple[str, str]]:
    """(code, name) of every register of units, the Polish one first."""
    found = list(Scheme.objects.order_by("name").values_list("code", "name")[:100])
    return sorted(found, key=lambda one: one[0] != TERYT)


def units_of(scheme: str = TERYT, level: int | None = None) -> QuerySet[Unit]:
    """Units in force, of one level or all, by code."""
    found = Unit.objects.filter(scheme__code=scheme, valid_until=None).order_by("code")
    return found if level is None else found.filter(level=level)


def unit_at(scheme: str, code: str) -> Unit | None:
    """The unit with this code, closed ones too, with its ancestors read along."""
    return Unit.objects.select_related("parent", "admin1", "admin2").filter(scheme__code=scheme, code=code).first()


def within(field: str, unit: Unit) -> Q:
    """Condition "`field` (a path to a unit, or empty for units themselves) lies in this unit or is it".

    `Activity.objects.filter(within("unit", mazowieckie))` is one comparison of an indexed column.
    """
    column = f"admin{unit.level}" if unit.level < Level.GMINA else "pk"
    return Q(**{f"{field}__{column}" if field else column: unit.pk})


def covering(field: str, unit: Unit) -> Q:
    """Condition "`field` is this unit, lies in it, or contains it": what somebody looking there may want."""
    above = [key for key in (unit.admin0_id, unit.admin1_id, unit.admin2_id, unit.pk) if key]
    return within(field, unit) | Q(**{f"{field}__in" if field else "pk__in": above})


def loaded_units(scheme: str = TERYT, deepest: int = Level.GMINA) -> list[Unit]:
    """The units in force down to a level in one query, parents and ancestors set from memory."""
    units = list(units_of(scheme).filter(level__lte=deepest).select_related("scheme"))
    by_key = {unit.pk: unit for unit in units}
    for unit in units:
        for field in ("parent", "admin0", "admin1", "admin2"):
            key = getattr(unit, f"{field}_id")
            if key in by_key:
                setattr(unit, field, by_key[key])
    return units


def units_with(keys: Iterable[UUID]) -> dict[UUID, Unit]:
    """The units that bear these keys, closed ones too."""
    return Unit.objects.in_bulk(list(keys))


def population_age(scheme: str = TERYT) -> date | None:
    """The day of the oldest population figure of the powiats."""
    dated = units_of(scheme, Level.POWIAT).exclude(population_on=None).order_by("population_on")
    return dated.values_list("population_on", flat=True).first()


def units_coded(codes: Iterable[str], scheme: str = TERYT) -> list[Unit]:
    """The units of these codes, in their order; codes that nothing bears are left out."""
    found = Unit.objects.in_bulk([unit_key(scheme, code) for code in codes])
    return list(found.values())
