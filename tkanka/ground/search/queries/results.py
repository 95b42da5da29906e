"""A page of what was found."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tkanka.rules.visibility import Audience

from ..models import Entry
from ..questions import Question, Widen, loosened, read, unfinished
from ..ranking import Candidate, rank
from ..snippets import Fragment, Marker
from .candidates import MOST, Scope, candidates, counts, rarities
from .suggestions import suggestion

PAGE = 20
LARGEST_PAGE = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found. `url` has no language prefix; `title` and `snippet` are marked where they answer."""

    kind: str
    key: UUID
    title: tuple[Fragment, ...]
    snippet: tuple[Fragment, ...]
    url: str
    language: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Results:
    """`kinds` counts the things of every kind, also of those not asked for; `total` those asked for.

    The pages hold a thousand or so of the best. `loosened`: no thing had all the words, these have some.
    `suggestion`: nothing was found, and this would be.
    """

    asked: bool = False
    total: int = 0
    hits: Sequence[Hit] = ()
    kinds: dict[str, int] = field(default_factory=dict)
    page: int = 1
    pages: int = 1
    size: int = PAGE
    loosened: bool = False
    suggestion: str = ""


def search(
    words: str,
    *,
    network: UUID | None,
    audiences: frozenset[Audience],
    circles: frozenset[UUID] = frozenset(),
    kinds: frozenset[str] | None = None,
    language: str | None = None,
    page: int = 1,
    size: int = PAGE,
    widen: Widen | None = None,
) -> Results:
    """What a visitor finds in a network, best first, `size` things a page (at most 100); a page too far is the last.

    All words must be there, in any inflection; „quoted words” side by side. Where no thing has them all, the last word
    may be a beginning; then any word will do. `language` is the reader's, and decides which of several texts of a
    thing is shown. `widen` gives other words for the same (`synonyms.Synonyms`).
    """
    scope, question = Scope(network, audiences, circles), read(words, widen)
    if not question:
        return Results()
    question, rows = _answered(scope, question)
    if not rows:
        return Results(asked=True, suggestion=suggestion(scope, words, question))
    by_kind = counts(scope, question) if len(rows) >= MOST else _counted(rows)
    ranked = _ranked(scope, question, rows, kinds, language)
    size = max(1, min(size, LARGEST_PAGE))
    pages = max(1, -(-len(ranked) // size))
    page = max(1, min(page, pages))
    return Results(
        asked=True,
        total=sum(n for kind, n in by_kind.items() if not kinds or kind in kinds),
        hits=_shown(ranked[(page - 1) * size : page * size], question),
        kinds=dict(sorted(by_kind.items())),
        page=page,
        pages=pages,
        size=size,
        loosened=question.loosened,
    )


def _ranked(
    scope: Scope, question: Question, rows: list[Candidate], kinds: frozenset[str] | None, language: str | None
) -> list[Candidate]:
    """The things of the kinds that were asked for, best first."""
    if kinds:
        bounded = len(rows) >= MOST
        rows = candidates(scope, question, kinds) if bounded else [row for row in rows if row.kind in kinds]
    return rank(rows, question, rarities(scope, question), language) if rows else []


def _answered(scope: Scope, question: Question) -> tuple[Question, list[Candidate]]:
    """The strictest reading of the question that finds anything, and what it finds."""
    ways: list[Callable[[Question], Question | None]] = [lambda asked: asked, unfinished, loosened]
    for way in ways:
        reading = way(question)
        rows = candidates(scope, reading) if reading else []
        if reading and rows:
            return reading, rows
    return question, []


def _counted(rows: Sequence[Candidate]) -> dict[str, int]:
    return Counter(kind for kind, _ in {(row.kind, row.key) for row in rows})


def _shown(ranked: Sequence[Candidate], question: Question) -> list[Hit]:
    entries = Entry.objects.only("kind", "key", "title", "lead", "text", "url", "language", "at")
    by_id = entries.in_bulk([candidate.id for candidate in ranked])
    return [_hit(by_id[candidate.id], question.terms) for candidate in ranked if candidate.id in by_id]


def _hit(entry: Entry, terms: list[str]) -> Hit:
    marker = Marker(terms, entry.language)
    return Hit(
        kind=entry.kind,
        key=entry.key,
        title=marker.line(entry.title),
        snippet=marker.snippet(entry.lead, entry.text),
        url=entry.url,
        language=entry.language,
        at=entry.at,
    )
