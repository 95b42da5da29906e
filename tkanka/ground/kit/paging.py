"""Lists by pages: bounded, deaf to nonsense, and keeping the rest of the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from django.db.models import QuerySet
from django.http import QueryDict

T = TypeVar("T")
AROUND = 2


class Asking(Protocol):
    """Whatever has a question in its address: a request, or the question alone."""

    @property
    def GET(self) -> QueryDict: ...  # noqa: N802


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of an address without anybody who asks it."""

    question: str

    @property
    def said(self) -> dict[str, str]:
        """One value a name, the last."""
        return {name: str(value) for name, value in self.GET.items()}

    @property
    def GET(self) -> QueryDict:  # noqa: N802
        return QueryDict(self.question)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list. Iterates over its items; `links` are (number, address), ("…", "") for a gap."""

    items: list[T]
    number: int
    pages: int
    total: int
    per: int
    links: list[tuple[int | str, str]] = field(default_factory=list)

    def __iter__(self) -> Any:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def first(self) -> int:
        """The place of the first item in the whole list; 0 in an empty one."""
        return (self.number - 1) * self.per + 1 if self.items else 0

    @property
    def last(self) -> int:
        return (self.number - 1) * self.per + len(self.items)


def page_of(
    found: QuerySet[Any, T] | Sequence[T], request: Asking, per: int = 25, key: str = "page", total: int | None = None
) -> Page[T]:
    """The page the request asks for. What is no number is the first page; what is too far is the last.

    `total` is how many there are, where somebody counted them already.
    """
    if total is None:
        total = found.count() if isinstance(found, QuerySet) else len(found)
    pages = max(1, -(-total // per))
    number = number_of(request.GET.get(key, ""), pages)
    items = list(found[(number - 1) * per : number * per])
    return Page(items, number, pages, total, per, links_of(request, number, pages, key))


def number_of(asked: str, most: int) -> int:
    """A page between 1 and `most`. Only ASCII digits count, so ² and ١٢ are no numbers."""
    if not (asked.isascii() and asked.isdigit()):
        return 1
    return most if len(asked) > 9 else min(max(1, int(asked)), most)


def links_of(request: Asking, number: int, pages: int, key: str) -> list[tuple[int | str, str]]:
    """First, last and those around, with gaps between."""
    shown = sorted({1, pages, *range(max(1, number - AROUND), min(pages, number + AROUND) + 1)})
    links: list[tuple[int | str, str]] = []
    for before, this in zip([0, *shown], shown, strict=False):
        if this - before > 1:
            links.append(("…", ""))
        links.append((this, address_with(request, key, this)))
    return links


def address_with(request: Asking, key: str, value: object) -> str:
    """The question of this page with one answer changed."""
    asked = request.GET.copy()
    asked[key] = str(value)
    return f"?{asked.urlencode()}"
