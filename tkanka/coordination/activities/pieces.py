"""What is to be entered of a file, as it waits in the database: whoever goes on needs neither the file nor a plan."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Any
from uuid import UUID

from tkanka.network.places.models import Unit
from tkanka.rules.activities import ActivityState, Precision

from .facts import Facts, Spot

_PLAIN = (str, int, float, bool)
_USUAL = {f.name: f.default for kind in (Facts, Spot) for f in fields(kind) if f.default is not MISSING}
_READ: dict[str, Any] = {
    **dict.fromkeys(("service", "sector", "group"), UUID),
    **dict.fromkeys(("starts", "ends", "funding_ends"), date.fromisoformat),
    **dict.fromkeys(("languages", "legal_statuses"), lambda keys: frozenset(map(UUID, keys))),
    "status": ActivityState,
    "precision": Precision,
}
_TOLD = [f.name for f in fields(Facts) if f.name != "spots"]
_OF_SPOT = [f.name for f in fields(Spot) if f.name != "unit"]


def packed(facts: Facts) -> dict[str, Any]:
    """The facts as JSON, without what is as usual."""
    spots = [{"unit": str(spot.unit.pk), **_packed(spot, _OF_SPOT)} for spot in facts.spots]
    return {**_packed(facts, _TOLD), "spots": spots}


def unpacked(kept: Mapping[str, Any], units: Mapping[UUID, Unit]) -> Facts:
    """The facts again; `units` holds those that `units_in` names."""
    spots = tuple(Spot(units[UUID(one["unit"])], **_unpacked(one, "unit")) for one in kept["spots"])
    return Facts(**_unpacked(kept, "spots"), spots=spots)


def units_in(many: Iterable[Mapping[str, Any]]) -> set[UUID]:
    """The areas that packed facts name."""
    return {UUID(one["unit"]) for kept in many for one in kept["spots"]}


def _packed(thing: Facts | Spot, names: list[str]) -> dict[str, Any]:
    said = ((name, getattr(thing, name)) for name in names)
    return {name: _plain(value) for name, value in said if name not in _USUAL or value != _USUAL[name]}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return value if value is None or isinstance(value, _PLAIN) else str(value)


def _unpacked(kept: Mapping[str, Any], apart: str) -> dict[str, Any]:
    return {
        name: value if value is None or name not in _READ else _READ[name](value)
        for name, value in kept.items()
        if name != apart
    }
