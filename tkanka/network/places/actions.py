"""Loading units and boundaries. Both may be repeated: what is already so is left alone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import Entry, entry
from tkanka.rules.standing import Standing

from .facts import TERYT_NAME, TERYT_SOURCE, UnitFacts, teryt_facts
from .folding import folded
from .models import TERYT, Geometry, Scheme, Unit, unit_key

GIVEN = tuple(field for field in UnitFacts.__dataclass_fields__ if field not in ("code", "parent"))
STORED = (*GIVEN, "folded", "parent_id", "admin0_id", "admin1_id", "admin2_id", "valid_until")
WRITTEN = [field.removesuffix("_id") for field in STORED]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a load did, in units."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    closed: int = 0


def load_teryt(*, by: Standing, at: datetime, only: Collection[str] = ()) -> Tally:
    """Load the committed Polish register; `only` some voivodeships (codes), which closes nothing."""
    with entry("units.loaded", by=by, at=at) as record:
        scheme = _scheme(TERYT, TERYT_NAME, TERYT_SOURCE)
        return _load(record, scheme, teryt_facts(only), at, whole=not only)


def load_units(
    *,
    by: Standing,
    at: datetime,
    scheme: str,
    facts: Iterable[UnitFacts],
    name: str = "",
    source: str = "",
    whole: bool = False,
) -> Tally:
    """Create or update units of a scheme, in bulk.

    A `whole` register also empties what it leaves empty and closes units it no longer has; otherwise an empty value
    leaves what is known. Raises ValueError for a parent that is unknown or does not stand higher.
    """
    with entry("units.loaded", by=by, at=at) as record:
        return _load(record, _scheme(scheme, name, source), facts, at, whole)


def _scheme(code: str, name: str, source: str) -> Scheme:
    return Scheme.objects.get_or_create(code=code, defaults={"name": name or code, "source": source})[0]


def _load(record: Entry, scheme: Scheme, facts: Iterable[UnitFacts], at: datetime, whole: bool) -> Tally:
    units = {unit.code: unit for unit in Unit.objects.filter(scheme=scheme).select_for_update()}
    before = {code: _state(unit) for code, unit in units.items()}
    parents = {code: unit.parent.code for code, unit in _with_parents(units).items() if unit.parent}
    named = _apply(scheme, units, parents, facts, whole)
    closed = _close(units, before, named, at) if whole else 0
    _place(units, parents)
    tally = _write(units, before, named, closed)
    record.about(scheme, scheme=scheme.code, **asdict(tally))
    return tally


def _with_parents(units: dict[str, Unit]) -> dict[str, Unit]:
    by_key = {unit.pk: unit for unit in units.values()}
    for unit in units.values():
        if unit.parent_id:
            unit.parent = by_key[unit.parent_id]
    return units


def _state(unit: Unit) -> tuple[Any, ...]:
    return tuple(getattr(unit, field) for field in STORED)


def _apply(
    scheme: Scheme, units: dict[str, Unit], parents: dict[str, str], facts: Iterable[UnitFacts], whole: bool
) -> set[str]:
    named = set()
    for fact in facts:
        unit = units.get(fact.code)
        if unit is None:
            unit = units[fact.code] = Unit(pk=unit_key(scheme.code, fact.code), scheme=scheme, code=fact.code)
        for field in GIVEN:
            value = getattr(fact, field)
            if whole or value not in (None, ""):
                setattr(unit, field, value)
        unit.folded, unit.valid_until = folded(unit.name), None
        if fact.parent:
            parents[fact.code] = fact.parent
        named.add(fact.code)
    return named


def _close(units: dict[str, Unit], before: Collection[str], named: set[str], at: datetime) -> int:
    gone = [units[code] for code in before if code not in named and units[code].valid_until is None]
    for unit in gone:
        unit.valid_until = max(at.date(), unit.valid_from or at.date())
    return len(gone)


def _place(units: dict[str, Unit], parents: dict[str, str]) -> None:
    """Hang every unit under its parent and note its ancestors."""
    for unit in sorted(units.values(), key=lambda unit: unit.level):
        parent = units.get(parents.get(unit.code, ""))
        if unit.code in parents and (parent is None or parent.level >= unit.level):
            raise ValueError(f"{unit.code}: {parents[unit.code]} is no unit above it")
        unit.parent = parent
        for depth in range(3):
            field = f"admin{depth}_id"
            setattr(unit, field, unit.pk if depth == unit.level else getattr(parent, field, None))


def _write(units: dict[str, Unit], before: Mapping[str, tuple[Any, ...]], named: set[str], closed: int) -> Tally:
    new = [unit for code, unit in units.items() if code not in before]
    changed = [units[code] for code, state in before.items() if _state(units[code]) != state]
    Unit.objects.bulk_create(new, batch_size=400)
    Unit.objects.bulk_create(
        changed, batch_size=400, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
    )
    updated = len(changed) - closed
    return Tally(len(new), updated, len(named) - len(new) - updated, closed)


def replace_geometry(
    *, by: Standing, at: datetime, scheme: Scheme, shapes: Mapping[str, Mapping[str, Any]], source: str = ""
) -> int:
    """Store boundaries (code → GeoJSON geometry in degrees); returns how many units got one."""
    with entry("geometry.replaced", by=by, at=at) as record:
        scheme = locked(scheme)
        units = list(Unit.objects.filter(scheme=scheme, code__in=list(shapes)).only("pk", "code"))
        Geometry.objects.filter(unit__in=units).delete()
        Geometry.objects.bulk_create(
            (Geometry(unit=unit, geojson=shapes[unit.code], source=source) for unit in units), batch_size=100
        )
        scheme.drawn += 1
        scheme.save(update_fields=["drawn"])
        record.about(scheme, matched=len(units))
    return len(units)
