"""The whole vocabulary as it is kept in memory: small, read-only, asked without the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.utils.translation import get_language

from tkanka.ground.search.analysis import asked_words
from tkanka.ground.search.folding import clean
from tkanka.ground.search.synonyms import Synonyms

Choice = tuple[str, str]
LANGUAGES = ("pl", "en", "uk")
LONGEST_PHRASE, LONGEST_QUESTION = 6, 400


def in_reader_language(texts: tuple[str, str, str]) -> str:
    """The one of three texts (pl, en, uk) that the reader reads; the Polish one where it is empty."""
    language = (get_language() or "pl")[:2]
    return texts[LANGUAGES.index(language) if language in LANGUAGES else 0] or texts[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as others use it. Its `id` is what their foreign keys hold."""

    id: UUID
    codelist: str
    code: str
    labels: tuple[str, str, str]
    definitions: tuple[str, str, str]
    parent: UUID | None
    order: int
    codes: Mapping[str, str]
    entered_in: int
    retired_in: int | None
    successor: UUID | None
    synonyms: tuple[tuple[UUID, str, str], ...] = ()

    @property
    def label(self) -> str:
        return in_reader_language(self.labels)

    @property
    def definition(self) -> str:
        return in_reader_language(self.definitions)

    @property
    def is_active(self) -> bool:
        return self.retired_in is None

    @property
    def names(self) -> tuple[str, ...]:
        """All its labels and synonyms in all languages, each once."""
        return tuple(dict.fromkeys([*self.labels, *(text for _, _, text in self.synonyms)]))

    def synonyms_in(self, language: str) -> list[str]:
        return [text for _, spoken, text in self.synonyms if spoken == language]

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Lists:
    """What is known of a list itself."""

    code: str
    labels: tuple[str, str, str]
    version: int
    below: str
    fixed: bool

    @property
    def label(self) -> str:
        return in_reader_language(self.labels)


@dataclass(frozen=True, slots=True)
class Node:
    entry: Entry
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Widening:
    """Words of a question that name something, and the other words for it."""

    words: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """All lists and entries of one moment. Take it once a page and ask it as often as needed."""

    lists: Mapping[str, Lists]
    entries: Mapping[UUID, Entry]

    @cached_property
    def by_list(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {code: [] for code in self.lists}
        for entry in sorted(self.entries.values(), key=lambda e: (e.order, e.code)):
            found[entry.codelist].append(entry)
        return {code: tuple(entries) for code, entries in found.items()}

    @cached_property
    def by_code(self) -> dict[tuple[str, str], Entry]:
        return {(entry.codelist, entry.code): entry for entry in self.entries.values()}

    @cached_property
    def children(self) -> dict[UUID, tuple[Entry, ...]]:
        found: dict[UUID, list[Entry]] = {}
        for entries in self.by_list.values():
            for entry in entries:
                if entry.parent:
                    found.setdefault(entry.parent, []).append(entry)
        return {parent: tuple(entries) for parent, entries in found.items()}

    def list_below(self, codelist: str) -> str:
        """The code of the list that holds what lies below the concepts of this one; empty where there is none."""
        return next((one.code for one in self.lists.values() if one.below == codelist), "")

    def version_of(self, codelist: str) -> int:
        """The number of the list's current version; 0 before it was loaded."""
        return self.lists[codelist].version if codelist in self.lists else 0

    def get(self, codelist: str, code: str) -> Entry:
        """An entry by its list and code; KeyError when there is none."""
        return self.by_code[codelist, code]

    def active(self, codelist: str, parent: UUID | None = None) -> list[Entry]:
        """What may be chosen now, in the list's order; below `parent` when it is given."""
        of_list = self.by_list.get(codelist, ())
        return [e for e in of_list if e.is_active and (parent is None or e.parent == parent)]

    def choices(self, codelist: str, parent: UUID | None = None, *, keep: Iterable[UUID] = ()) -> list[Choice]:
        """(id, label) for a form. `keep` are ids a row already has: they stay on offer though they were retired."""
        kept = {k for k in keep if k in self.entries and not self.entries[k].is_active}
        chosen = [*self.active(codelist, parent), *(self.entries[k] for k in kept)]
        return [(str(e.id), e.label) for e in chosen if e.codelist == codelist]

    def grouped_choices(self, codelist: str) -> list[tuple[str, list[Choice]]]:
        """Choices under the labels of their parents; those without a parent or with children come as groups."""
        groups: dict[UUID, list[Choice]] = {}
        for e in self.active(codelist):
            groups.setdefault(e.parent or e.id, []).append((str(e.id), e.label))
        order = sorted(groups, key=lambda key: (self.entries[key].order, self.entries[key].code))
        return [(self.entries[key].label, groups[key]) for key in order]

    def tree(self, codelist: str, *, retired: bool = False) -> list[Node]:
        """The list with what lies below each entry, be it of the same list or of the one below."""
        return list(self._nodes(self.by_list.get(codelist, ()), codelist, retired))

    def _nodes(self, entries: Iterable[Entry], codelist: str, retired: bool) -> Iterator[Node]:
        for entry in entries:
            above = self.entries.get(entry.parent) if entry.parent else None
            if (above and above.codelist == codelist) or not (retired or entry.is_active):
                continue
            yield Node(entry, tuple(self._below(entry, retired)))

    def _below(self, entry: Entry, retired: bool) -> Iterator[Node]:
        for child in self.children.get(entry.id, ()):
            if retired or child.is_active:
                yield Node(child, tuple(self._below(child, retired)))

    def with_descendants(self, ids: Iterable[UUID]) -> set[UUID]:
        """The ids and all below them: what a filter by a sector means."""
        found, waiting = set(), list(ids)
        while waiting:
            if (key := waiting.pop()) not in found:
                found.add(key)
                waiting += [child.id for child in self.children.get(key, ())]
        return found

    def labels_of(self, ids: Iterable[UUID]) -> dict[UUID, str]:
        """Labels in the reader's language; unknown ids are left out."""
        return {key: self.entries[key].label for key in ids if key in self.entries}

    def names_of(self, ids: Iterable[UUID]) -> list[str]:
        """Every word for these entries in every language: what a search index wants."""
        return list(dict.fromkeys(name for key in ids if key in self.entries for name in self.entries[key].names))

    @cached_property
    def widen(self) -> Synonyms:
        """Other words for a phrase, in whatever inflection it is asked for: what a search takes as `widen`."""
        return Synonyms(entry.names for entry in self.entries.values())

    def synonyms_for(self, text: str) -> list[Widening]:
        """The parts of a question that name something in the lists, with the other words for it, longest part first."""
        words, found, place = asked_words(clean(text, LONGEST_QUESTION), LONGEST_QUESTION), [], 0
        while place < len(words):
            for length in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
                phrase = " ".join(words[place : place + length])
                if terms := self.widen(phrase):
                    found.append(Widening(phrase, tuple(terms)))
                    place += length - 1
                    break
            place += 1
        return found
