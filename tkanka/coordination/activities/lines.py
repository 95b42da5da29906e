"""Activities as lists show them: what is published, in the reader's words, without a query for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tkanka.network.places.models import Level, Unit
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.activities import is_stale

from .models import Activity, Row
from .queries.published import PublishedRow
from .wording import INTAKE, STATUS_KINDS, STATUSES, VISIBILITIES

FEW = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One activity of a list."""

    activity: Activity
    what: str
    areas: tuple[str, ...]
    more_areas: int
    groups: tuple[str, ...]
    status: str
    status_kind: str
    intake: str
    visibility: str
    stale: bool


def lines_of(
    activities: Iterable[Activity],
    rows: Mapping[UUID, Sequence[PublishedRow | Row]],
    words: Vocabulary,
    day: date,
) -> list[Line]:
    """Lines for a page of activities. With published rows it says what everybody may know; with rows, all."""
    return [_line(one, rows.get(one.pk, ()), words, day) for one in activities]


def _line(one: Activity, rows: Sequence[PublishedRow | Row], words: Vocabulary, day: date) -> Line:
    units = {row.unit.pk: row.unit for row in rows if row.unit}
    groups = {row.group if isinstance(row, PublishedRow) else row.group_id for row in rows}
    names = [short(unit) for unit in units.values()]
    labels = sorted(words.entries[key].label for key in groups if key and key in words.entries)
    return Line(
        activity=one,
        what=what_of(one, words),
        areas=tuple(names[:FEW]),
        more_areas=max(0, len(names) - FEW),
        groups=tuple(labels[:FEW]),
        status=str(STATUSES[one.status]),
        status_kind=STATUS_KINDS[one.status],
        intake=str(INTAKE.get(one.intake, "")) if one.status in ("ongoing", "planned") else "",
        visibility=str(VISIBILITIES[one.visibility]),
        stale=is_stale(one.confirmed_at.date(), day) and one.status != "ended",
    )


def short(unit: Unit) -> str:
    """What a list calls an area: a city by its name, others with what is around them."""
    if unit.level <= Level.VOIVODESHIP or unit.is_city or not unit.parent:
        return unit.title
    return f"{unit.title}, {unit.parent.title if unit.level == Level.GMINA else unit.parent.label}"


def what_of(one: Activity, words: Vocabulary) -> str:
    """The service, or the sector where no service is named."""
    entry = words.entries.get(one.service_id or one.sector_id)
    return entry.label if entry else ""
