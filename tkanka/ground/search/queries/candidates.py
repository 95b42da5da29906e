"""What the engine finds for a visitor, bounded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, Q, QuerySet

from tkanka.rules.visibility import Audience

from ..engine import Group, matching, signs_reader
from ..models import Entry
from ..questions import Question
from ..ranking import Candidate, rarity

MOST = 1_000
"""Entries that are ranked. Of more, the last written are, and the last written with the words in their titles."""

_FIELDS = ("id", "kind", "key", "language", "boost", "length", "at", "slot")


@dataclass(frozen=True, slots=True)
class Scope:
    """Who asks, where. Things of no network are found in every network."""

    network: UUID | None
    audiences: frozenset[Audience]
    circles: frozenset[UUID] = frozenset()

    def entries(self) -> QuerySet[Entry]:
        """The entries this visitor may see."""
        where = Q(network=None) if self.network is None else Q(network=None) | Q(network=self.network)
        circle = Q(circle=None) | Q(circle__in=sorted(self.circles)) if self.circles else Q(circle=None)
        return Entry.objects.filter(where, circle, audience__in=sorted(Audience(a).value for a in self.audiences))


def found(scope: Scope, question: Question, *, in_title: bool = False) -> QuerySet[Entry]:
    """Every entry the visitor may see that answers the question, the newest first."""
    entries = matching(scope.entries(), question.branches, in_title=in_title)
    for phrase in question.phrases:
        entries = entries.filter(folded__contains=f" {phrase} ")
    return entries


def candidates(scope: Scope, question: Question, kinds: frozenset[str] | None = None) -> list[Candidate]:
    """The entries to rank, newest first; as many as MOST mean that there are more."""
    rows = _read(scope, question, kinds)
    if len(rows) == MOST:
        rows = list({row.id: row for row in chain(_read(scope, question, kinds, in_title=True), rows)}.values())
    rows.sort(key=lambda row: (row.key, row.slot))
    rows.sort(key=lambda row: row.at, reverse=True)
    return rows


def _read(scope: Scope, question: Question, kinds: frozenset[str] | None, *, in_title: bool = False) -> list[Candidate]:
    """The last written of them."""
    entries = found(scope, question, in_title=in_title)
    entries = entries.filter(kind__in=sorted(kinds)) if kinds else entries
    rows, signs = _rows(entries.values_list(*_FIELDS, "terms")[:MOST]), signs_reader(question.terms)
    return [Candidate._make((*row[:8], signs(row[8]))) for row in rows]


def _rows(entries: QuerySet[Entry, Any]) -> list[Any]:
    """Rows as the driver gives them: the conversion of a thousand values costs more than finding them."""
    try:
        return _asked(*entries.query.sql_with_params())
    except EmptyResultSet:  # a visitor of no audience at all
        return []


def _asked(sql: str, params: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())


def counts(scope: Scope, question: Question) -> dict[str, int]:
    """How many things of each kind answer."""
    rows = found(scope, question).order_by().values_list("kind").annotate(n=Count("key", distinct=True))
    return dict(rows)


def rarities(scope: Scope, question: Question) -> Mapping[Group, float]:
    """How telling each word is, for questions of several; counted up to a bound, in one query."""
    groups = list(dict.fromkeys(group for branch in question.branches for group in branch))
    if len(groups) < 2:
        return {}
    parts = [matching(scope.entries(), [[group]]).order_by().values("id")[:MOST] for group in groups]
    compiled = [part.query.sql_with_params() for part in parts]
    select = ", ".join(f"(SELECT COUNT(*) FROM ({sql}) bounded)" for sql, _ in compiled)  # noqa: S608
    (having,) = _asked(f"SELECT {select}", [value for _, params in compiled for value in params])
    return {group: rarity(n, max(MOST, *having)) for group, n in zip(groups, having, strict=True)}
