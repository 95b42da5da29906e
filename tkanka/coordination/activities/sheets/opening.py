"""A file, the sheet of it that is meant, and where its table begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from .files import NumberedRow, Table, TableFile
from .headers import WITHIN, Head, head_of
from .problems import FileProblem


@dataclass(frozen=True, slots=True)
class Opened:
    """A table ready to be read."""

    file: TableFile
    table: Table
    head: Head

    def rows(self) -> Iterator[NumberedRow]:
        """The rows below the headings, with their numbers in the sheet. Raises FileProblem."""
        return (row for row in self.file.rows(self.table.name) if row[0] > self.head.last)


def opened(content: bytes, name: str = "", sheet: str = "") -> Opened:
    """Open a file at the sheet named, else at the one that looks most like the register. Raises FileProblem."""
    file = TableFile(content, name)
    chosen = [table for table in file.tables if table.name == sheet] or file.tables
    found: list[Opened] = []
    trouble: FileProblem | None = None
    for table in chosen[:20]:
        try:
            found.append(Opened(file, table, head_of(list(islice(file.rows(table.name), WITHIN + 5)))))
        except FileProblem as problem:
            trouble = trouble or problem
    if not found:
        raise trouble or FileProblem("no_rows")
    return max(found, key=lambda one: len(one.head.columns))
