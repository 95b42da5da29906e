"""How alike two groups are by what they say of themselves: words in any inflection, rare ones counting for more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import Generic, TypeVar

from tkanka.ground.search.analysis import terms_of
from tkanka.ground.search.folding import words_of

T = TypeVar("T")
SHORTEST = 3
NAME_COUNTS = 3
ALIKE = 0.12
CHOSEN_COUNTS = 0.4
EVERYWHERE = frozenset(
    {"grupa", "robocza", "roboczy", "zespol", "siec", "organizacja", "group", "working", "and", "the"}
)


@dataclass(frozen=True, slots=True)
class Alike(Generic[T]):
    """A thing, how alike it is, the words both have, and the concepts of the lists both chose."""

    thing: T
    likeness: float
    words: tuple[str, ...]
    concepts: tuple[str, ...] = ()


def most_alike(
    name: str,
    text: str,
    others: Iterable[tuple[T, str, str, Collection[str]]],
    concepts: Collection[str] = (),
    limit: int = 8,
) -> list[Alike[T]]:
    """Those of `others` (thing, name, text, concepts) that are alike enough to be looked at, the most alike first.

    What is said counts by its words, what was chosen from the lists by the part of it that both chose.
    """
    known = [(thing, terms_in(other, words), chosen) for thing, other, words, chosen in others]
    own = terms_in(name, text)
    having = Counter(term for _, terms, _ in known for term in terms)
    rarity = {term: log(1 + (len(known) + 1) / (1 + having[term])) for term in own}
    weight = sqrt(sum((count * rarity[term]) ** 2 for term, count in own.items())) or 1.0
    found = []
    for thing, terms, chosen in known:
        words, shared = _likeness(own, terms, rarity, weight, having, len(known))
        both = tuple(sorted(set(concepts) & set(chosen)))
        likeness = words + CHOSEN_COUNTS * len(both) / len({*concepts, *chosen} or {""})
        if likeness >= ALIKE:
            found.append(Alike(thing, likeness, shared, both))
    return sorted(found, key=lambda one: -one.likeness)[:limit]


def terms_in(name: str, text: str) -> Counter[str]:
    """The words of a group, in their basic forms; those of its name count more."""
    found: Counter[str] = Counter()
    for term in _terms(name):
        found[term] += NAME_COUNTS
    found.update(_terms(text))
    return found


@lru_cache(maxsize=20_000)
def _terms(text: str) -> tuple[str, ...]:
    forms = (_basic(word) for word in words_of(text) if len(word) >= SHORTEST)
    return tuple(form for form in forms if form not in EVERYWHERE)


@lru_cache(maxsize=50_000)
def _basic(word: str) -> str:
    return min(terms_of(word, "pl") or (word,))


def _likeness(
    own: Counter[str],
    terms: Counter[str],
    rarity: dict[str, float],
    weight: float,
    having: Counter[str],
    of: int,
) -> tuple[float, tuple[str, ...]]:
    shared: Sequence[str] = [term for term in terms if term in own]
    if not shared:
        return 0.0, ()
    product = sum(own[term] * terms[term] * rarity[term] ** 2 for term in shared)
    other = sqrt(sum((count * log(1 + (of + 1) / (1 + having[term]))) ** 2 for term, count in terms.items())) or 1.0
    return product / (weight * other), tuple(shared)
