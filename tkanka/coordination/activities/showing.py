"""One activity in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.activities import Price, is_stale

from .counts import published_count
from .lines import short, what_of
from .models import Activity, Row
from .queries.published import PublishedRow
from .wording import HORIZONS, INTAKE, PRECISIONS, STATUS_KINDS, STATUSES, UNITS, VISIBILITIES


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the table on an activity's page."""

    area: str
    place: str
    group: str
    targeted: str | int | None
    reached: str | int | None
    capacity: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says."""

    what: str
    sector: str
    status: str
    status_kind: str
    intake: str
    places: tuple[Place, ...]
    has_numbers: bool
    languages: tuple[str, ...]
    legal_statuses: tuple[str, ...]
    recipients: str
    channel: str
    cost: str
    at_a_price: bool
    horizon: str
    capacity: int | None
    capacity_unit: str
    precision: str
    visibility: str
    stale: bool


def told(
    one: Activity,
    rows: Sequence[PublishedRow | Row],
    linked: Mapping[str, Iterable[UUID]],
    words: Vocabulary,
    at: datetime,
) -> Told:
    """Everything the page of an activity shows; numbers of people as they may be published."""
    places = tuple(_place(row, words) for row in rows)
    sector = words.entries.get(one.sector_id)
    return Told(
        what=what_of(one, words),
        sector=sector.label if sector and one.service_id else "",
        status=str(STATUSES[one.status]),
        status_kind=STATUS_KINDS[one.status],
        intake=str(INTAKE.get(one.intake, "")),
        places=places,
        has_numbers=any(p.targeted is not None or p.reached is not None or p.capacity is not None for p in places),
        languages=tuple(words.labels_of(linked["languages"]).values()),
        legal_statuses=tuple(words.labels_of(linked["legal_statuses"]).values()),
        recipients=_label(words, "recipient_kinds", one.recipient_kind),
        channel=_label(words, "channels", one.channel),
        cost=_label(words, "costs", one.cost),
        at_a_price=one.cost != Price.FREE,
        horizon=str(HORIZONS.get(one.horizon, "")),
        capacity=one.capacity,
        capacity_unit=str(UNITS[one.capacity_unit]),
        precision=str(PRECISIONS[one.precision]),
        visibility=str(VISIBILITIES[one.visibility]),
        stale=is_stale(one.confirmed_at.date(), at.date()),
    )


def _label(words: Vocabulary, codelist: str, code: str) -> str:
    entry = words.by_code.get((codelist, code))
    return entry.label if entry else code


def _place(row: PublishedRow | Row, words: Vocabulary) -> Place:
    group = row.group if isinstance(row, PublishedRow) else row.group_id
    return Place(
        area=short(row.unit) if row.unit else "",
        place=row.place,
        group=words.entries[group].label if group and group in words.entries else "",
        targeted=published_count(row.targeted),
        reached=published_count(row.reached),
        capacity=row.capacity,
    )
