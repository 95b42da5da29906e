"""Rows of the register as cells, column by column, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from tkanka.network.places.models import Level
from tkanka.network.vocabulary.entries import Vocabulary

from ..counts import published_count
from ..queries.exporting import Exported
from ..wording import HORIZONS, INTAKE, PRECISIONS, STATUSES, UNITS
from .fields import WRITTEN

Write = Callable[[Exported, Vocabulary], Any]


def lines_of(rows: Iterable[Exported], words: Vocabulary, *, stored: bool = False) -> Iterator[list[Any]]:
    """One list of cells a row, in the order of `fields.WRITTEN`. Small counts are withheld unless `stored`."""
    writers = [WRITERS[field.code] for field in WRITTEN]
    counts = {place for place, field in enumerate(WRITTEN) if field.code in ("targeted", "reached", "capacity")}
    for row in rows:
        cells = [write(row, words) for write in writers]
        if not stored:
            cells = [published_count(cell) if place in counts else cell for place, cell in enumerate(cells)]
        yield cells


def _label(words: Vocabulary, codelist: str, code: str) -> str:
    entry = words.by_code.get((codelist, code))
    return entry.label if entry else code


def _labels(words: Vocabulary, keys: Iterable[Any]) -> str:
    return "; ".join(sorted(words.labels_of(keys).values()))


def _concept(words: Vocabulary, key: Any) -> str:
    return words.entries[key].label if key in words.entries else ""


def _code(level: int) -> Write:
    def write(row: Exported, words: Vocabulary) -> str:
        unit = row.unit_at(level)
        return unit.code if unit else ""

    return write


def _name(level: int) -> Write:
    def write(row: Exported, words: Vocabulary) -> str:
        unit = row.unit_at(level)
        return unit.label if unit else ""

    return write


def _own(name: str) -> Write:
    return lambda row, words: getattr(row.activity, name)


def _row(name: str) -> Write:
    return lambda row, words: getattr(row.row, name)


def _worded(name: str, labels: Any) -> Write:
    return lambda row, words: str(labels.get(getattr(row.activity, name), ""))


WRITERS: dict[str, Write] = {
    "organisation": lambda row, words: row.activity.organisation.name,
    "number": lambda row, words: row.number,
    "sector": lambda row, words: _concept(words, row.activity.sector_id),
    "subsector": lambda row, words: "",
    "service": lambda row, words: _concept(words, row.activity.service_id),
    "country": _name(Level.COUNTRY),
    "adm1_code": _code(Level.VOIVODESHIP),
    "adm1_name": _name(Level.VOIVODESHIP),
    "adm2_code": _code(Level.POWIAT),
    "adm2_name": _name(Level.POWIAT),
    "adm3_code": _code(Level.GMINA),
    "adm3_name": _name(Level.GMINA),
    "group": lambda row, words: _concept(words, row.row.group),
    "updated": lambda row, words: row.activity.confirmed_at.date(),
    "status": _worded("status", STATUSES),
    "intake": _worded("intake", INTAKE),
    "capacity_unit": _worded("capacity_unit", UNITS),
    "horizon": _worded("horizon", HORIZONS),
    "precision": _worded("precision", PRECISIONS),
    "cost": lambda row, words: _label(words, "costs", row.activity.cost),
    "channel": lambda row, words: _label(words, "channels", row.activity.channel),
    "recipient_kind": lambda row, words: _label(words, "recipient_kinds", row.activity.recipient_kind),
    "remote": lambda row, words: _("tak") if row.activity.remote else _("nie"),
    "languages": lambda row, words: _labels(words, row.languages),
    "legal_statuses": lambda row, words: _labels(words, row.legal_statuses),
    **{name: _row(name) for name in ("targeted", "reached", "capacity", "place", "lat", "lon")},
    **{name: _own(name) for name in ("title", "description", "starts", "ends", "funding_ends")},
    **{name: _own(name) for name in ("contact", "email", "phone", "website")},
}
