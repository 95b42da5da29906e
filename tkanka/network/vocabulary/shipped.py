"""The lists that come with the platform, read from `data/`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
LANGUAGES = ("pl", "en", "uk")


@dataclass(frozen=True, slots=True)
class ShippedConcept:
    """One concept as it is shipped. `labels` and `definitions` stand in the order pl, en, uk."""

    codelist: str
    code: str
    labels: tuple[str, str, str]
    definitions: tuple[str, str, str] = ("", "", "")
    parent: tuple[str, str] | None = None
    order: int = 0
    codes: dict[str, str] = field(default_factory=dict)
    synonyms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShippedList:
    code: str
    labels: tuple[str, str, str]
    below: str = ""
    fixed: bool = False
    order: int = 0


@cache
def shipped_lists() -> tuple[ShippedList, ...]:
    """The lists, upper ones before those below them."""
    found = _read("codelists")
    return tuple(
        ShippedList(code, _three(told["label"]), told.get("below", ""), told.get("fixed", False), place)
        for place, (code, told) in enumerate(found.items(), 1)
    )


@cache
def shipped_concepts() -> tuple[ShippedConcept, ...]:
    """Every concept of every list, parents before their children. Raises ValueError for a row that is not whole."""
    lower = {one.below: one.code for one in shipped_lists() if one.below}
    named = [one.code for one in shipped_lists() if not one.below]
    return tuple(
        concept for codelist in named for concept in _concepts(codelist, _read(codelist), lower.get(codelist, codelist))
    )


def _concepts(codelist: str, told: dict[str, Any], lower: str) -> Iterator[ShippedConcept]:
    place = 0
    for code, top in told.items():
        place += 10
        yield _concept(codelist, code, top, place, None)
        for child, below in top.items():
            if isinstance(below, dict) and "label" in below:
                place += 10
                yield _concept(lower, child, below, place, (codelist, code))


def _concept(
    codelist: str, code: str, told: dict[str, Any], place: int, parent: tuple[str, str] | None
) -> ShippedConcept:
    if "label" not in told:
        raise ValueError(f"{codelist}.{code} has no label")
    words = tuple((language, text) for language in LANGUAGES for text in told.get(language, ()))
    meaning = _three(told["means"]) if "means" in told else ("", "", "")
    return ShippedConcept(codelist, code, _three(told["label"]), meaning, parent, place, told.get("codes", {}), words)


def _three(texts: list[str]) -> tuple[str, str, str]:
    if len(texts) != len(LANGUAGES) or not all(text.strip() for text in texts):
        raise ValueError(f"not said in three languages: {texts}")
    return texts[0], texts[1], texts[2]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf8"))
