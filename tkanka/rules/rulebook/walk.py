"""Walking through a rulebook, term by term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from ..terms import Term
from .book import Rulebook


def terms_of(book: Rulebook) -> Iterator[tuple[str, Term[Any]]]:
    """Every term the charter fixes with its path, such as "membership.verified_by", in the order of the chapters."""
    for path, found in _walk(book, ""):
        if isinstance(found, Term):
            yield path, found


def terms_citing(book: Rulebook, cite: str) -> tuple[tuple[str, Term[Any]], ...]:
    """The terms that rest on one paragraph."""
    return tuple((path, term) for path, term in terms_of(book) if term.cite == cite)


def term_at(book: Rulebook, path: str) -> Term[Any] | None:
    """The term at a path, None where the charter is silent. Raises KeyError for a path no charter can have."""
    if path not in known_paths():
        raise KeyError(path)
    found: Any = book
    for name in path.split("."):
        found = getattr(found, name)
    return found if isinstance(found, Term) else None


@lru_cache
def known_paths() -> frozenset[str]:
    """The path of every term that a charter may fix."""
    return frozenset(path for path, _ in _walk(Rulebook("-", date.min), ""))


def _walk(chapter: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for field in fields(chapter):
        value, path = getattr(chapter, field.name), f"{prefix}{field.name}"
        if is_dataclass(value) and not isinstance(value, Term):
            yield from _walk(value, f"{path}.")
        elif prefix:
            yield path, value
