"""Where a table begins: its row of headings, its row of HXL tags, and what each column is."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .cells import line_of
from .fields import field_of_heading, field_of_tag, heading_key
from .files import NumberedRow
from .problems import FileProblem

WITHIN = 25


@dataclass(frozen=True, slots=True)
class Head:
    """Headings and tags by column, which fields they were taken for, and the last row that belongs to them."""

    headers: list[str]
    tags: list[str]
    columns: dict[str, int]
    last: int

    @property
    def signature(self) -> str:
        """The same for tables with the same headings in the same order."""
        said = "\n".join([*(heading_key(h) for h in self.headers), "", *(t.lower() for t in self.tags)])
        return hashlib.sha256(said.encode()).hexdigest()


def head_of(first: Sequence[NumberedRow]) -> Head:
    """The head of a table from its first rows. Tags lead where there are any: what has no tag is then not taken.

    Raises FileProblem for a table without headings or without anything under them.
    """
    rows = [(number, [line_of(cell) for cell in cells]) for number, cells in first if number <= WITHIN]
    if not rows:
        raise FileProblem("no_headings" if first else "no_rows")
    tagged = next((at for at, (_, cells) in enumerate(rows) if _is_tags(cells)), None)
    if tagged is not None:
        tags = rows[tagged][1]
        headers = _joined(rows, tagged - 1) if tagged else list(tags)
        head = Head(headers, tags, _first_of(field_of_tag(tag) for tag in tags), rows[tagged][0])
    else:
        at = max(range(len(rows)), key=lambda place: (_known(_joined(rows, place)), -place))
        if not _known(_joined(rows, at)):
            at = next((place for place, (_, cells) in enumerate(rows) if sum(map(bool, cells)) > 1), 0)
        headers = _joined(rows, at)
        head = Head(headers, [], _first_of(map(field_of_heading, headers)), rows[at][0])
    if first[-1][0] <= head.last:
        raise FileProblem("nothing_below_headings")
    return head


def _is_tags(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell]
    return len(said) > 1 and sum(cell.startswith("#") for cell in said) == len(said)


def _known(cells: Sequence[str]) -> int:
    return len({field for cell in cells if cell and (field := field_of_heading(cell))})


def _joined(rows: Sequence[tuple[int, list[str]]], at: int) -> list[str]:
    """The headings of a row; where a cell was merged with the one above it, the heading stands there."""
    own = rows[at][1]
    above = rows[at - 1][1] if at and rows[at - 1][0] == rows[at][0] - 1 else []
    width = max(len(own), len(above))
    pairs = zip(own + [""] * (width - len(own)), above + [""] * (width - len(above)), strict=True)
    return [below or over for below, over in pairs]


def _first_of(fields: Iterable[str]) -> dict[str, int]:
    """field → column; of two columns of one field the first counts."""
    found: dict[str, int] = {}
    for place, field in enumerate(fields):
        if field:
            found.setdefault(field, place)
    return found
