"""Which territorial unit the columns of a row mean together."""

from collections.abc import Mapping
from typing import Any

from tkanka.network.places.models import Level, Unit
from tkanka.network.places.resolver import (
    CODE_AND_NAME,
    OUTSIDE,
    Ambiguous,
    Found,
    Missing,
    Outcome,
    Resolver,
    lies_in,
)
from tkanka.network.places.wording import placed

from .cells import line_of, said
from .problems import CellProblem, Question

# field of the code, field of the name, level: from the widest to the narrowest
STEPS = (
    (None, "country", Level.COUNTRY),
    ("adm1_code", "adm1_name", Level.VOIVODESHIP),
    ("adm2_code", "adm2_name", Level.POWIAT),
    ("adm3_code", "adm3_name", Level.GMINA),
    (None, "area", None),
)
TELLING = tuple(field for code, name, _ in STEPS for field in (code, name) if field)
Placed = tuple[Unit, tuple[str, ...], str]
CODES = {CODE_AND_NAME: "area_code_and_name", OUTSIDE: "area_outside"}


class Areas:
    """The units of a scheme, and what was answered about names that several of them bear."""

    def __init__(self, scheme: str, answers: Mapping[str, str] | None = None):
        self.resolver = Resolver(scheme)
        self.answers = answers or {}
        self._known: dict[tuple[str, ...], Placed | CellProblem] = {}

    def of(self, row: Mapping[str, Any]) -> Placed:
        """The unit, what was assumed to find it, and the field that named it. Raises CellProblem with the field."""
        key = tuple(line_of(row.get(field)) for field in TELLING)
        if key not in self._known:
            try:
                self._known[key] = self._settle(row)
            except CellProblem as problem:
                self._known[key] = problem
        found = self._known[key]
        if isinstance(found, CellProblem):
            raise found
        return found

    def _settle(self, row: Mapping[str, Any]) -> Placed:
        told = [(field, level) for code, name, level in STEPS if (field := _telling(row, code, name))]
        if not told:
            raise CellProblem("area_missing", field="area")
        answer = self.answers.get(f"area:{_path(row, told)}")
        if answer and answer in self.resolver.by_code:
            return self.resolver.by_code[answer], (), told[-1][0]
        outcome = self.resolver.resolve_path(*((row[field], level) for field, level in told))
        found = self._unit(outcome, row, told)
        for code, name, level in STEPS:
            if code and said(row.get(code)) and said(row.get(name)):
                self._agree(found.unit, row[name], level, name)
        return found.unit, found.assumed, told[-1][0]

    def _unit(self, outcome: Outcome, row: Mapping[str, Any], told: list[tuple[str, Any]]) -> Found:
        if isinstance(outcome, Found):
            return outcome
        field = next((f for f, _ in told if line_of(row[f]) == outcome.text), told[-1][0])
        if isinstance(outcome, Ambiguous):
            choices = tuple((unit.code, f"{placed(unit)} · {unit.code}") for unit in outcome.units[:20])
            ask = Question("area", _path(row, told), choices)
            raise CellProblem("area_ambiguous", ask, field=field, text=outcome.text, known=_listed(outcome.units))
        raise self._missing(outcome, row, told, field)

    def _missing(
        self, outcome: Missing, row: Mapping[str, Any], told: list[tuple[str, Any]], field: str
    ) -> CellProblem:
        near = outcome.suggestions
        code = CODES.get(outcome.reason, "area_like" if near else "area_unknown")
        choices = tuple((unit.code, f"{placed(unit)} · {unit.code}") for unit in near)
        ask = Question("area", _path(row, told), choices) if near else None
        return CellProblem(code, ask, field=field, text=outcome.text, known=_listed(near))

    def _agree(self, unit: Unit, name: Any, level: Level | None, field: str) -> None:
        """A name beside a code has to mean the same unit, or one around it."""
        outcome = self.resolver.resolve(name, level=level)
        named = (
            outcome.units if isinstance(outcome, Ambiguous) else (outcome.unit,) if isinstance(outcome, Found) else ()
        )
        if not any(lies_in(unit, one) for one in named):
            raise CellProblem("area_code_and_name", field=field, text=line_of(name), known=_listed((unit,)))


def _telling(row: Mapping[str, Any], code: str | None, name: str) -> str:
    """The column that tells of this level: the code where there is one, else the name."""
    if code and said(row.get(code)):
        return code
    return name if said(row.get(name)) else ""


def _path(row: Mapping[str, Any], told: list[tuple[str, Any]]) -> str:
    return " / ".join(line_of(row[field]).lower() for field, _ in told)[:200]


def _listed(units: tuple[Unit, ...]) -> str:
    return ", ".join(f"{placed(unit)} ({unit.code})" for unit in units[:5])
