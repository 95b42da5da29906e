"""From the words of a file to concepts, many at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from uuid import UUID

from .entries import Entry, Vocabulary
from .queries import vocabulary
from .words import folded

SUGGESTED, LIKENESS = 3, 0.68
LONGEST = 200
BRACKETS = re.compile(r"\([^)]*\)")
NOT_RESOLVED = frozenset({"iati", "own"})


class Outcome(StrEnum):
    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    RETIRED = "retired"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a text means. `entry` only when found or retired; otherwise `candidates` are what it may have meant."""

    text: str
    outcome: Outcome
    entry: Entry | None = None
    candidates: tuple[Entry, ...] = ()

    @property
    def found(self) -> bool:
        return self.outcome is Outcome.FOUND


class Resolver:
    """Resolves texts and codes in one or more lists, the earlier list first. Build it once for a whole file."""

    def __init__(self, *codelists: str, words: Vocabulary | None = None):
        self._words = words or vocabulary()
        self._tables = [_Table(self._words, codelist) for codelist in codelists]
        self._known: dict[str, Resolution] = {}

    def __call__(self, text: str) -> Resolution:
        """A code, a label or a synonym in any language, or a key; case, diacritics and punctuation do not matter."""
        if text not in self._known:
            self._known[text] = self._resolve(text)
        return self._known[text]

    def _resolve(self, text: str) -> Resolution:
        for table in self._tables:
            if entries := table.lookup(text[:LONGEST]):
                return self._settle(text, entries)
        return Resolution(text, Outcome.MISSING, candidates=self._suggestions(folded(text[:LONGEST])))

    def _settle(self, text: str, entries: list[Entry]) -> Resolution:
        """The retired stand back behind the active, and their successors stand for them."""
        active = list(dict.fromkeys(e.id for e in map(self._heir, entries) if e.is_active))
        if len(active) == 1:
            return Resolution(text, Outcome.FOUND, self._words.entries[active[0]])
        if active:
            return Resolution(text, Outcome.AMBIGUOUS, candidates=tuple(self._words.entries[key] for key in active))
        return Resolution(text, Outcome.RETIRED, entries[0], self._suggestions(folded(text)))

    def _heir(self, entry: Entry) -> Entry:
        seen: set[UUID] = set()
        while not entry.is_active and entry.successor and entry.id not in seen:
            seen.add(entry.id)
            entry = self._words.entries[entry.successor]
        return entry

    def _suggestions(self, key: str) -> tuple[Entry, ...]:
        """The active concepts whose words are most like it, at most three."""
        found: dict[UUID, Entry] = {}
        for table in self._tables:
            near = get_close_matches(key, list(table.names), SUGGESTED * 2, LIKENESS) if key else []
            for name in near:
                found |= {e.id: e for e in table.names[name] if e.is_active}
        return tuple(list(found.values())[:SUGGESTED])


class _Table:
    """What the words of one list lead to: codes before labels, labels before synonyms."""

    def __init__(self, words: Vocabulary, codelist: str):
        entries = words.by_list.get(codelist, ())
        self._codes: dict[str, list[Entry]] = {}
        self._labels: dict[str, list[Entry]] = {}
        self.names: dict[str, list[Entry]] = {}
        for entry in entries:
            foreign = [code for kind, code in entry.codes.items() if kind not in NOT_RESOLVED]
            _add(self._codes, entry, [entry.code, str(entry.id), *foreign], str.casefold)
            _add(self._labels, entry, [*entry.labels, *(BRACKETS.sub(" ", label) for label in entry.labels)], folded)
            _add(self.names, entry, entry.names, folded)

    def lookup(self, text: str) -> list[Entry]:
        code = text.strip().casefold()
        if found := self._codes.get(code) or self._codes.get(re.sub(r"[\s-]+", "_", code)):
            return found
        for key in (folded(text), folded(BRACKETS.sub(" ", text))):
            if key and (found := self._labels.get(key) or self.names.get(key)):
                return found
        return []


def _add(table: dict[str, list[Entry]], entry: Entry, texts: Iterable[str], key_of: Callable[[str], str]) -> None:
    for key in {key_of(text) for text in texts} - {""}:
        table.setdefault(key, []).append(entry)
