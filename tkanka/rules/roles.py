"""Titles of roles and bodies, in the case, number and language that a letter or the minutes need."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import lru_cache
from typing import Any

from . import books


class Case(StrEnum):
    """Grammatical cases, in the order in which the forms are kept."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    LOCATIVE = "locative"
    VOCATIVE = "vocative"


ORDER = tuple(Case)


def title(key: str, language: str = "pl", case: Case = Case.NOMINATIVE, *, plural: bool = False) -> str:
    """The title of a role or body, such as title("coordinator", "pl", Case.DATIVE).

    Polish stands in for a language that is not kept. Raises KeyError for an unknown role and for the plural of a body.
    """
    forms = _forms()[key]
    short = language.split("-")[0].lower()
    chosen = short if short in forms else "pl"
    if chosen == "en":
        return _english(forms["en"], key, plural=plural)
    declined: list[str] = forms[f"{chosen}_plural" if plural else chosen]
    return declined[ORDER.index(case)]


def keys() -> tuple[str, ...]:
    """Every role and body with a title."""
    return tuple(_forms())


def _english(forms: Any, key: str, *, plural: bool) -> str:
    if isinstance(forms, str):
        if plural:
            raise KeyError(f"{key} has no plural")
        return forms
    return str(forms[1 if plural else 0])


@lru_cache
def _forms() -> dict[str, dict[str, Any]]:
    raw = tomllib.loads(books.text_of("role_forms.toml"))
    return {**raw["people"], **raw["bodies"]}
