"""What holds of each type of bodies: what the charter fixes, and what the network set where it is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from ..terms import Term
from .charter import charter_types
from .kinds import Maker, OpenTo
from .shape import BodyType

SETTABLE = (
    "seats",
    "term_months",
    "cadence_months",
    "cap",
    "per_organisation",
    "open_to",
    "open_to_outsiders",
    "made_by",
    "may_hide",
)
"""What a network sets of a type where its charter is silent."""


@dataclass(frozen=True, slots=True)
class TypeChange:
    """What a network set of a type, from a day on: a new type of its own, or other values where the charter is silent.

    `values` holds names of SETTABLE; what is missing stays as it was.
    """

    code: str
    since: date
    values: Mapping[str, Any]
    labels: Mapping[str, str] = field(default_factory=dict)
    retired: bool = False


def types_of(book: Rulebook, changes: Iterable[TypeChange] = (), day: date | None = None) -> dict[str, BodyType]:
    """The types of bodies of a network on a day: the charter's in its order, then the network's own."""
    found = {t.code: t for t in charter_types(book)}
    for change in sorted(changes, key=lambda c: c.since):
        if day is not None and change.since > day:
            continue
        before = found.get(change.code) or BodyType(
            change.code, Term((Maker.SECRETARIAT,)), open_to=Term(OpenTo.MEMBERS), own=True
        )
        if change.retired and before.own:
            found.pop(change.code, None)
        else:
            found[change.code] = _changed(before, change)
    return found


def _changed(before: BodyType, change: TypeChange) -> BodyType:
    open_ones = [name for name in SETTABLE if name in change.values and name not in before.fixed]
    new: dict[str, Any] = {name: _term(change.values[name]) for name in open_ones}
    return replace(before, **new, labels=change.labels or before.labels)


def _term(value: Any) -> Term[Any] | None:
    return None if value is None else Term(value)


def may_set_types(book: Rulebook, by: Standing, *, kind: BodyType | None, names: Iterable[str]) -> Ruling:
    """Setting what the charter leaves open. What it fixes changes with the charter only; the first such is named."""
    fixed = [kind.terms[name] for name in names if kind and name in kind.fixed]
    ruling = check(by.keeps_the_network or bool(by.system), "office_sets_types")
    return ruling & check(not fixed, "charter_leaves_it_open", fixed[0] if fixed else None)
