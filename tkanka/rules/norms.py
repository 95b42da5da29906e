"""The norms of the four charters: every sentence that says what must, may or must not be, told in our own words."""

from __future__ import annotations

import csv
from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from . import books


class Enforcement(StrEnum):
    """How the platform keeps a norm."""

    BLOCK = "block"
    GUARD = "guard-with-ruling"
    DUTY = "duty-with-date"
    REMINDER = "reminder"
    RECORD = "record"
    PAGE = "page/feature"
    TEXT = "text-only"


PROVEN = frozenset({Enforcement.BLOCK, Enforcement.GUARD, Enforcement.DUTY, Enforcement.REMINDER, Enforcement.RECORD})
BOOK_OF = {
    "R": "razem_2023",
    "A": "razem_2023",
    "W": "warmia_mazury",
    "B": "siec_migrancka",
    "K": "forum_integracji",
}


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm. `rows` are the numbers of the features that stand on it, `how` says in words how it is kept."""

    id: str
    place: str
    says: str
    modality: str
    enforcement: Enforcement
    how: str
    terms: tuple[str, ...]
    rows: frozenset[int]
    open_point: str

    @property
    def book(self) -> str:
        """The rulebook of the charter it stands in."""
        return BOOK_OF[self.id[0]]

    def needs_proof(self, built: Set[int]) -> bool:
        """Whether a test must prove it: it is more than a page or a text, and all its features are built."""
        return self.enforcement in PROVEN and bool(self.rows) and self.rows <= built


@lru_cache
def every_norm() -> tuple[Norm, ...]:
    """All norms, in the order of the documents."""
    return tuple(_norm(row) for row in csv.DictReader(books.text_of("norms.csv").splitlines()))


def _norm(row: dict[str, str]) -> Norm:
    enforcement, _, how = row["enforcement"].partition(": ")
    return Norm(
        id=row["id"],
        place=row["place"],
        says=row["norm"],
        modality=row["modality"],
        enforcement=Enforcement(enforcement),
        how=how,
        terms=tuple(_cell(row["term"])),
        rows=frozenset(int(number) for number in _cell(row["feature_row"])),
        open_point="" if row["open_point"] == "-" else row["open_point"],
    )


def _cell(text: str) -> list[str]:
    return [] if text == "-" else text.split(";")
