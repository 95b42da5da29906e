"""What the platform does where a charter is silent. A term from here cites nothing.

`held(book, path)` is what rules ask: the charter's own term, or else the default that belongs to that charter.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from . import books
from .rulebook import Rulebook, known_paths, term_at
from .terms import Term


@dataclass(frozen=True, slots=True)
class Default:
    """One choice of the platform. `value` is None where the choice is a practice and nothing to reckon with."""

    term: str
    books: tuple[str, ...]
    says: str
    why: str
    norms: tuple[str, ...]
    pl: tuple[str, str]
    uk: tuple[str, str]
    value: Any = None

    def told(self, language: str) -> tuple[str, str]:
        """What the platform does and why, in Polish, English or Ukrainian; in Polish for any other language."""
        short = language.split("-")[0].lower()
        return (self.says, self.why) if short == "en" else self.uk if short == "uk" else self.pl

    def speaks_to(self, book: str) -> bool:
        return "all" in self.books or book in self.books


@lru_cache
def every_default() -> tuple[Default, ...]:
    """All defaults in the order of the file."""
    raw = tomllib.loads(books.text_of("defaults.toml"))["default"]
    return tuple(Default(**{name: _frozen(value) for name, value in one.items()}) for one in raw)


def value(path: str, book: str = "") -> Term[Any]:
    """The default for a term in the charter named `book` (or in a charter of a network's own).

    Raises KeyError when the platform has no default to reckon with.
    """
    found = _by_term().get(path, ())
    if not found:
        raise KeyError(f"no default for {path}")
    return Term(next((d for d in found if d.speaks_to(book)), found[0]).value)


def held(book: Rulebook, path: str) -> Term[Any]:
    """What holds in a network: the term of its charter, or the default. Raises KeyError when neither is there."""
    return term_at(book, path) or value(path, book.defaults)


def where_silent(book: Rulebook) -> tuple[Default, ...]:
    """The defaults that hold in a network because its charter does not fix the term.

    A charter of the network's own, without a set of defaults by name, falls back on the first entry of each term.
    """
    own = book.defaults not in books.NAMES
    first = {default.term: default for default in reversed(every_default())}
    return tuple(
        default
        for default in every_default()
        if (default is first[default.term] if own else default.speaks_to(book.defaults))
        and (default.term not in known_paths() or term_at(book, default.term) is None)
    )


@lru_cache
def _by_term() -> dict[str, tuple[Default, ...]]:
    found: dict[str, tuple[Default, ...]] = {}
    for default in every_default():
        if default.value is not None:
            found[default.term] = (*found.get(default.term, ()), default)
    return found


def _frozen(raw: Any) -> Any:
    return tuple(raw) if isinstance(raw, list) else raw
