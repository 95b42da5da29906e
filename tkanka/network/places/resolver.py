"""From what a spreadsheet says to the unit it means: found, ambiguous or missing. It asks and never guesses."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from .folding import folded
from .models import TERYT, Level, Unit
from .names import Said, bracketed, kinds_in, of_kinds, parts, stripped
from .queries import loaded_units
from .teryt_codes import readings, six_digits

UNKNOWN, OUTSIDE, EMPTY, CODE_AND_NAME = "unknown", "outside", "empty", "code-and-name"
_CODE = re.compile(r"^(?:PL)?(\d{1,7})(?:\.0+)?$", re.IGNORECASE)
_CODE_AND_NAME = re.compile(r"^(\d{2,7})\s*[-–—·:]?\s+(\D.*)$")
NEAR, AT_MOST, LONGEST_TEXT = 0.7, 5, 250


@dataclass(frozen=True, slots=True)
class Found:
    """The unit, and what had to be assumed to find it (codes of `wording.ASSUMED`)."""

    unit: Unit
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several units are called so; one of them has to be chosen."""

    text: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """No such unit: unknown, outside of its parent, empty, or a code beside another unit's name."""

    text: str
    reason: str = UNKNOWN
    _near: Callable[[], tuple[Unit, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def suggestions(self) -> tuple[Unit, ...]:
        """At most five units that may have been meant; looked up only when asked for."""
        return self._near()


Outcome = Found | Ambiguous | Missing


class Resolver:
    """A scheme in memory: one query when made, none afterwards; made for files of 100,000 rows."""

    def __init__(self, scheme: str = TERYT, units: Iterable[Unit] | None = None):
        self.scheme = scheme
        self.units = list(loaded_units(scheme) if units is None else units)
        self.by_code = {unit.code: unit for unit in self.units}
        self.by_key = {unit.pk: unit for unit in self.units}
        self._by_six = six_digits(self.by_code) if scheme == TERYT else {}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            for name in dict.fromkeys((unit.folded, folded(unit.name_en), folded(unit.name_uk))):
                if name:
                    self._by_name[name].append(unit)
        self._known: dict[tuple[str, tuple[UUID, ...], int | None], Outcome] = {}

    def resolve(self, text: object, *, parent: Unit | None = None, level: int | None = None) -> Outcome:
        """What the text means, by code or by name, inside `parent` and at `level` where these are given."""
        return self._within(text, (parent,) if parent else (), level)

    def resolve_path(self, *steps: tuple[object, int | None]) -> Outcome:
        """Columns from the widest unit to the narrowest, each with its level or None; empty ones are passed over.

        An ambiguous step is settled by a narrower one if that fits in only one of its readings.
        """
        within: tuple[Unit, ...] = ()
        outcome: Outcome = Missing("", EMPTY)
        assumed: tuple[str, ...] = ()
        for text, level in steps:
            if as_text(text) == "":
                continue
            outcome = self._within(text, within, level)
            if isinstance(outcome, Missing):
                return outcome
            within = outcome.units if isinstance(outcome, Ambiguous) else (outcome.unit,)
            assumed += outcome.assumed if isinstance(outcome, Found) else ()
        return Found(outcome.unit, assumed) if isinstance(outcome, Found) else outcome

    def _within(self, text: object, parents: tuple[Unit, ...], level: int | None) -> Outcome:
        said = as_text(text)
        key = (said, tuple(parent.pk for parent in parents), level)
        if key not in self._known:
            self._known[key] = self._settle(said, parents, level)
        return self._known[key]

    def _settle(self, text: str, parents: tuple[Unit, ...], level: int | None) -> Outcome:
        if not folded(text):
            return Missing(text, EMPTY)
        if text in self.by_code and self.scheme != TERYT:
            return self._chosen(text, [Found(self.by_code[text])], parents, level)
        if self.scheme == TERYT and (code := _CODE.match(text)):
            return self._chosen(text, self._read(code[1]), parents, level)
        if self.scheme == TERYT and (both := _CODE_AND_NAME.match(text)):
            return self._code_and_name(text, both[1], both[2], parents, level)
        return self._by_words(text, parents, level)

    def _read(self, digits: str) -> list[Found]:
        return [Found(unit, assumed) for unit, assumed in readings(digits, self.by_code, self._by_six)]

    def _code_and_name(
        self, text: str, digits: str, name: str, parents: tuple[Unit, ...], level: int | None
    ) -> Outcome:
        read = self._read(digits)
        words = (Said(folded(name)), stripped(folded(bracketed(name)[0])))
        named = {unit.pk for said in words for unit in self._called(said)}
        agreed = [found for found in read if found.unit.pk in named]
        if agreed:
            return self._chosen(text, agreed, parents, level)
        return Missing(text, CODE_AND_NAME, lambda: tuple(found.unit for found in read))

    def _by_words(self, text: str, parents: tuple[Unit, ...], level: int | None) -> Outcome:
        bare, beside = bracketed(text)
        said = stripped(folded(bare), level)
        outer = [part for part in beside if not kinds_in(part)]
        for part in beside:
            said = of_kinds(said, kinds_in(part))
        whole = self._called(Said(folded(text), level))
        candidates = whole or self._called(said)
        if outer and not whole:
            return self._inside(text, outer, candidates, parents)
        if not candidates and len(steps := parts(text)) > 1:
            forward = self._steps(text, steps, parents, level)
            return forward if not isinstance(forward, Missing) else self._steps(text, steps[::-1], parents, level)
        return self._chosen(text, [Found(unit) for unit in candidates], parents, level)

    def _inside(self, text: str, outer: list[str], candidates: list[Unit], parents: tuple[Unit, ...]) -> Outcome:
        """Those of the candidates that lie in what is named beside them in the same cell."""
        for step in outer:
            around = self._within(step, parents, None)
            if isinstance(around, Missing):
                return Missing(text, UNKNOWN, lambda: tuple(candidates[:AT_MOST]))
            parents = around.units if isinstance(around, Ambiguous) else (around.unit,)
        return self._chosen(text, [Found(unit) for unit in candidates], parents, None)

    def _steps(self, text: str, steps: list[str], parents: tuple[Unit, ...], level: int | None) -> Outcome:
        """Several names in one cell, the widest first."""
        *outer, inner = steps
        for step in outer:
            around = self._within(step, parents, None)
            if isinstance(around, Missing):
                return Missing(text, UNKNOWN, lambda: self._near(inner, level))
            parents = around.units if isinstance(around, Ambiguous) else (around.unit,)
        return self._within(inner, parents, level)

    def _called(self, said: Said) -> list[Unit]:
        named = self._by_name.get(said.name, [])
        return [
            unit for unit in named if said.level in (None, unit.level) and (not said.kinds or unit.kind in said.kinds)
        ]

    def _chosen(self, text: str, found: list[Found], parents: tuple[Unit, ...], level: int | None) -> Outcome:
        fitting = [f for f in found if level in (None, f.unit.level)]
        inside = [f for f in fitting if not parents or any(lies_in(f.unit, parent) for parent in parents)]
        left = _without_own_gminas(inside)
        if len(left) == 1:
            return left[0]
        if left:
            return Ambiguous(text, tuple(f.unit for f in left))
        if fitting and parents:
            return Missing(text, OUTSIDE, lambda: tuple(f.unit for f in fitting[:AT_MOST]))
        return Missing(text, UNKNOWN, lambda: self._near(text, level))

    def _near(self, text: str, level: int | None) -> tuple[Unit, ...]:
        said = stripped(folded(bracketed(text)[0]))
        names = {name for name, units in self._by_name.items() if any(level in (None, u.level) for u in units)}
        close = difflib.get_close_matches(said.name, names, AT_MOST, NEAR)
        units = [unit for name in close for unit in self._by_name[name] if level in (None, unit.level)]
        return tuple(dict.fromkeys(units))[:AT_MOST]


def resolve(scheme: str, text: object, parent: Unit | None = None, level: int | None = None) -> Outcome:
    """One text, with the scheme read for it; for many rows make a `Resolver`."""
    return Resolver(scheme).resolve(text, parent=parent, level=level)


def as_text(value: object) -> str:
    """A cell as text: a whole number is a code without its dot; spaces of all kinds are one; no name is endless."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value if value is not None else "")[:LONGEST_TEXT].split())


def lies_in(unit: Unit, parent: Unit) -> bool:
    """Inside the parent, or the parent itself."""
    return parent.pk in (unit.pk, unit.parent_id, unit.admin0_id, unit.admin1_id, unit.admin2_id)


def _without_own_gminas(found: list[Found]) -> list[Found]:
    """A city with the rights of a powiat and its only gmina are the same ground: the city is meant."""
    cities = {f.unit.pk for f in found if f.unit.level == Level.POWIAT and f.unit.is_city}
    return [f for f in found if f.unit.parent_id not in cities]
