"""The two engines, behind one question. Whatever they find, they find the same."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, F, Func, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from .analysis import TITLE_MARK
from .models import Entry

Group = tuple[str, ...]
Branch = Sequence[Group]
Signs = tuple[str | None, ...]


def matching(entries: QuerySet[Entry], branches: Iterable[Branch], *, in_title: bool = False) -> QuerySet[Entry]:
    """Entries that have, in one branch at least, a term of each group; the newest first. A term in * is a beginning.

    Terms are letters and digits only (`analysis`), so quoting them is enough in both languages of inquiry. On SQLite
    the full-text table is joined and leads: whoever takes the first thousand stops there, however many there are.
    """
    mark = TITLE_MARK if in_title else ""
    if connection.vendor != "sqlite":
        return entries.filter(_Matches(_asked(branches, mark, " | ", " & ", "'{}'", "'{}':*"))).order_by("-id")
    asked = _asked(branches, mark, " OR ", " AND ", '"{}"', '"{}" *')
    joined = ["search_entry.id = search_fts.rowid", "search_fts MATCH %s"]
    # The only way in which the framework joins a table it has no model of.
    return entries.extra(  # noqa: S610 - the one value is handed over as a parameter
        tables=["search_fts"], where=joined, params=[asked], order_by=["-search_fts.rowid"]
    )


def _asked(branches: Iterable[Branch], mark: str, either: str, both: str, whole: str, beginning: str) -> str:
    def one(term: str) -> str:
        term = mark + term
        return beginning.format(term[:-1]) if term.endswith("*") else whole.format(term)

    return either.join(
        "(" + both.join("(" + either.join(map(one, group)) + ")" for group in branch) + ")" for branch in branches
    )


class _Matches(Func):
    """True for entries whose vector answers; PostgreSQL only."""

    conditional = True

    def __init__(self, asked: str) -> None:
        super().__init__(F("id"), output_field=BooleanField())
        self.asked = asked

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        (number,) = self.get_source_expressions()
        return f'{compiler.quote_name_unless_alias(number.alias)}."vector" @@ %s::tsquery', [self.asked]


def signs_reader(terms: Sequence[str]) -> Callable[[str], Signs]:
    """Reads the weights of these terms out of a line of `Entry.terms`, as signs in the order of the terms.

    None where a term does not occur, " " for a beginning. One pass over the line, for a question with its synonyms has
    some twenty terms, and looking for each of them anew cost five times as much.
    """
    whole = [re.escape(term) for term in terms if not term.endswith("*")]
    marked = re.compile(f" ({'|'.join(whole)})=(.)") if whole else None
    beginnings = [(term, f" {term[:-1]}") for term in terms if term.endswith("*")]

    def read(line: str) -> Signs:
        found: dict[str, str] = dict(marked.findall(line)) if marked else {}
        found.update((term, " ") for term, needle in beginnings if needle in line)
        return tuple(map(found.get, terms))

    return read
