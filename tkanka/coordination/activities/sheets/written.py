"""The register as text files: CSV with and without HXL tags."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from .cells import armoured
from .fields import WRITTEN

BOM = "\ufeff"


class _Echo:
    def write(self, line: str) -> str:
        return line


def csv_lines(head: Iterable[Sequence[str]], lines: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Comma-separated, UTF-8 with a mark that spreadsheets know; no cell can be taken for a formula."""
    writer = csv.writer(_Echo())
    yield BOM
    for row in head:
        yield writer.writerow([armoured(cell) if not cell.startswith("#") else cell for cell in row])
    for line in lines:
        yield writer.writerow([written(cell) for cell in line])


def written(cell: Any) -> str:
    """How a cell stands in a text file."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return armoured(cell) if isinstance(cell, str) else str(cell)


def register_lines(lines: Iterable[Sequence[Any]], *, tagged: bool) -> Iterator[str]:
    """The register: headings in the reader's language, the row of HXL tags where asked for, and the lines."""
    names = [field.name for field in WRITTEN]
    head = [names, [field.tag for field in WRITTEN]] if tagged else [names]
    return csv_lines(head, lines)
