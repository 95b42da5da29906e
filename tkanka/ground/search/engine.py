"""The two engines, behind two expressions. Whatever they find, they find the same."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, CharField, F, Func, Value
from django.db.models.sql.compiler import SQLCompiler

from .analysis import TITLE_MARK

Group = tuple[str, ...]
Branch = Sequence[Group]


class Matches(Func):
    """True for entries that have, in one branch at least, a term of each group. A term that ends in * is a beginning.

    Terms are letters and digits only (`analysis`), so quoting them is enough in both languages of inquiry.
    """

    conditional = True

    def __init__(self, branches: Iterable[Branch], *, in_title: bool = False) -> None:
        super().__init__(F("id"), output_field=BooleanField())
        self.branches = [list(branch) for branch in branches]
        self.mark = TITLE_MARK if in_title else ""

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        asked = self._asked(" OR ", " AND ", lambda term: f'"{term}"', lambda term: f'"{term}" *')
        return f"{self._column(compiler, 'id')} IN (SELECT rowid FROM search_fts WHERE search_fts MATCH %s)", [asked]  # noqa: S608

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        asked = self._asked(" | ", " & ", lambda term: f"'{term}'", lambda term: f"'{term}':*")
        return f"{self._column(compiler, 'vector')} @@ %s::tsquery", [asked]

    def _column(self, compiler: SQLCompiler, name: str) -> str:
        """A column of the entry that is asked about, under whatever name the table has in this query."""
        (number,) = self.get_source_expressions()
        return f'{compiler.quote_name_unless_alias(number.alias)}."{name}"'

    def _asked(self, either: str, both: str, whole: Any, beginning: Any) -> str:
        def one(term: str) -> str:
            term = self.mark + term
            return str(beginning(term[:-1]) if term.endswith("*") else whole(term))

        return either.join(
            "(" + both.join("(" + either.join(map(one, group)) + ")" for group in branch) + ")"
            for branch in self.branches
        )


class WeightOf(Func):
    """The weight of a term in an entry as a sign; null where it does not occur, " " for a beginning."""

    def __init__(self, term: str) -> None:
        beginning = term.endswith("*")
        needle = f" {term[:-1]}" if beginning else f" {term}="
        self.offset = 0 if beginning else len(needle)
        super().__init__(F("terms"), Value(needle), output_field=CharField())

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        return self._cut(compiler, connection, "instr")

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        return self._cut(compiler, connection, "strpos")

    def _cut(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, position: str) -> Any:
        line, needle = (compiler.compile(part) for part in self.get_source_expressions())
        sql = f"substr({line[0]}, NULLIF({position}({line[0]}, {needle[0]}), 0) + {self.offset}, 1)"
        return sql, [*line[1], *line[1], *needle[1]]
