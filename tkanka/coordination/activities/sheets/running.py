"""A run of an import: its file read against the register as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from tkanka.rules.standing import Standing

from ..models import ImportRun
from ..queries.imports import content_of
from .cells import text_of
from .opening import Opened, opened
from .plan import Plan, plan_of
from .surroundings import setting_of

LONGEST_KEPT = 500
MOST_KEPT = 80


def reopened(run: ImportRun) -> Opened:
    """The run's file at its sheet. Raises FileProblem."""
    return opened(content_of(run), run.name, run.sheet)


def plan_run(
    run: ImportRun, table: Opened, *, by: Standing, day: date, progress: Callable[[int], None] | None = None
) -> Plan:
    """What would become of the run's file. Writes nothing. Raises FileProblem."""
    setting = setting_of(
        network=run.network,
        by=by,
        day=day,
        columns=run.columns,
        scheme=run.scheme,
        options=run.options,
        party=run.organisation_id,
    )
    return plan_of(run.network, setting, table.rows(), run.language, progress)


def kept_cells(table: Opened) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of every row as text, for people to see and to have back."""
    for number, cells in table.rows():
        yield number, [_kept(cell) for cell in cells[:MOST_KEPT]]


def _kept(cell: Any) -> str:
    return text_of(cell)[:LONGEST_KEPT]


def missing_columns(columns: dict[str, int], *, has_party: bool) -> list[str]:
    """The fields without which no row could be taken."""
    found = []
    if not has_party and not {"organisation", "number"} & set(columns):
        found.append("organisation")
    if not {"service", "subsector", "sector"} & set(columns):
        found.append("service")
    if not {"country", "adm1_code", "adm1_name", "adm2_code", "adm2_name", "adm3_code", "adm3_name", "area"} & set(
        columns
    ):
        found.append("area")
    return found
