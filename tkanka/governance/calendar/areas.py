"""Voivodeships with their powiats, to choose from."""

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language

from tkanka.network.places.models import Level
from tkanka.network.places.queries import loaded_units

Group = tuple[str, tuple[tuple[str, str], ...]]


@lru_cache(maxsize=8)
def _groups(language: str) -> tuple[Group, ...]:
    units = [unit for unit in loaded_units(deepest=Level.POWIAT) if unit.level >= Level.VOIVODESHIP]
    parts: dict[Any, list[tuple[str, str]]] = {}
    for unit in units:
        if unit.level == Level.POWIAT:
            parts.setdefault(unit.admin1_id, []).append((unit.code, unit.title))
    above = sorted((unit for unit in units if unit.level == Level.VOIVODESHIP), key=lambda unit: unit.label)
    return tuple((unit.label, ((unit.code, unit.title), *parts.get(unit.pk, ()))) for unit in above)


def area_groups() -> tuple[Group, ...]:
    """By voivodeship; values are codes. Read once a process and language."""
    return _groups(get_language() or "pl")


def forget_kept() -> None:
    """Read the units anew: for tests, and after a register was loaded in this process."""
    _groups.cache_clear()
