"""The facts of a ground as words of the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from .. import dates, typography
from .names import NAMES
from .states import STATES
from .terms import TERMS, VALUES

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
ENUM_OF = {
    "kind": "Kind",
    "reason": "Refusal",
    "ground": "RemovalGround",
    "status": "Status",
    "right": "Right",
    "mode": "Mode",
    "price": "Price",
    "makers": "Maker",
    "cause": "EndCause",
}


def label(member: StrEnum) -> str:
    """The name of a state, kind, capacity or any other enum member of `rules`; its id where nobody named it."""
    name = type(member).__name__
    return str((STATES.get(name) or NAMES.get(name) or {}).get(member.value, member.value))


def term_label(value: str) -> str:
    """The name of an id that a rulebook holds in a list (a declaration, condition, quality), else the id."""
    return str(next((group[value] for group in (*TERMS.values(), VALUES) if value in group), value))


def said(facts: Mapping[str, Any]) -> dict[str, str]:
    """Facts ready to be put into a sentence. Those read back from the ledger (days as text) are understood too."""
    return {name: _said(name, value) for name, value in facts.items()}


def _said(name: str, value: Any) -> str:
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(_said(name, one) for one in value)
    if isinstance(value, str) and ISO.fullmatch(value):
        value = date.fromisoformat(value)
    if isinstance(value, date):
        return dates.day(value, "long", value)
    if isinstance(value, str):
        return str(NAMES.get(ENUM_OF.get(name, ""), {}).get(value) or term_label(value))
    return typography.number(value)
