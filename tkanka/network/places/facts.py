"""What is known of a unit before it is stored, and the committed Polish register."""

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from .models import Level

DATA = Path(__file__).resolve().parent / "data"
TERYT_NAME = "TERYT, Polska"
TERYT_SOURCE = "GUS: TERC 2026-01-01; ludność 2021-06-30 (GUS) i 2022-03-20 (Ministerstwo Zdrowia)"
REGISTER_FROM = date(2026, 1, 1)
COUNTRY_CODE = "PL"
DEPTHS = {2: Level.VOIVODESHIP, 4: Level.POWIAT, 7: Level.GMINA}


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit as a source has it; `parent` is the parent's code. Population in heads, area in square kilometres."""

    code: str
    name: str
    level: int
    parent: str = ""
    name_en: str = ""
    name_uk: str = ""
    kind: str = ""
    population: int | None = None
    population_on: date | None = None
    area_km2: Decimal | None = None
    lat: float | None = None
    lon: float | None = None
    valid_from: date | None = None


def teryt_facts(only: Collection[str] = ()) -> Iterator[UnitFacts]:
    """Poland and its units; `only` some voivodeships (codes), or all."""
    names = {row["code"]: row for row in _rows("voivodeships.csv")}
    rows = [row for row in _rows("teryt.csv") if not only or row["code"][:2] in only]
    yield _country(rows, whole=not only)
    for row in rows:
        yield _unit(row, names.get(row["code"], {}))


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _country(rows: list[dict[str, str]], whole: bool) -> UnitFacts:
    voivodeships = [row for row in rows if len(row["code"]) == 2]
    return UnitFacts(
        code=COUNTRY_CODE,
        name="Polska",
        name_en="Poland",
        name_uk="Польща",
        level=Level.COUNTRY,
        population=sum(int(row["population"]) for row in voivodeships) if whole else None,
        population_on=date.fromisoformat(voivodeships[0]["population_on"]) if whole and voivodeships else None,
        area_km2=sum((Decimal(row["area_km2"]) for row in voivodeships), Decimal(0)) if whole else None,
        lat=52.07,
        lon=19.48,
    )


def _unit(row: dict[str, str], names: dict[str, str]) -> UnitFacts:
    code = row["code"]
    return UnitFacts(
        code=code,
        name=row["name"],
        name_en=names.get("name_en", ""),
        name_uk=names.get("name_uk", ""),
        level=DEPTHS[len(code)],
        parent={2: COUNTRY_CODE, 4: code[:2], 7: code[:4]}[len(code)],
        kind=row["kind"],
        population=int(row["population"]) if row["population"] else None,
        population_on=date.fromisoformat(row["population_on"]) if row["population_on"] else None,
        area_km2=Decimal(row["area_km2"]) if row["area_km2"] else None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        valid_from=REGISTER_FROM,
    )
