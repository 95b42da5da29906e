"""A term: one thing a charter fixes, and the paragraph that fixes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Term(Generic[T]):
    """A value with its cite. An empty cite marks a default of the platform: the charter is silent."""

    value: T
    cite: str = ""

    @property
    def is_default(self) -> bool:
        return not self.cite


def settled(term: Term[T] | None, default: T) -> Term[T]:
    """What holds: the charter's term, or, where it is silent, the platform's default, which cites nothing."""
    return term if term is not None else Term(default)
