"""Series: begun, changed, ended, and the drafts they make ahead of time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from ..models import Meeting, Series
from ..queries import exceptions_of, regular_drafts
from ..weighing import weighed
from .planning import set_up

HANDED_ON = (
    "network", "body", "subregion", "kind", "audience", "open_to_members", "title", "about", "form", "timezone",
    "place", "area", "join_link", "capacity", "per_organisation", "languages", "interpretation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changed:
    """A series after a change: how many drafts were made anew, and how many meetings kept their own way."""

    series: Series
    drafted: int
    kept: int


def start_series(*, by: Standing, at: datetime, network: Network, **fields: Any) -> Series:
    """Begin a series; its first drafts are made at once."""
    with entry("series.started", by=by, at=at) as record:
        person = person_by_key(by.person) if by.person else None
        series = Series(network=network, created_at=at, created_by=person, **fields)
        record.rests_on(weighed(pattern_of(series), by, at).organise)
        series.save(force_insert=True)
        made = _draft(series, at)
        record.about(series, *([series.body] if series.body else []), drafted=made)
        return series


def change_series(*, by: Standing, at: datetime, series: Series, **fields: Any) -> Changed:
    """Change a series. Drafts that were just as the series made them are made anew; what somebody changed, prepared,
    called or called off stays as it is, and how many those are is said."""
    with entry("series.changed", by=by, at=at) as record:
        series = locked(series)
        record.rests_on(weighed(pattern_of(series), by, at).organise)
        for name, value in fields.items():
            setattr(series, name, value)
        record.rests_on(weighed(pattern_of(series), by, at).organise)
        series.save()
        kept = exceptions_of(series, at).count()
        regular_drafts(series, at).delete()
        drafted = _draft(series, at)
        record.about(series, drafted=drafted, kept=kept)
        return Changed(series, drafted, kept)


def end_series(*, by: Standing, at: datetime, series: Series, under: Ruling | None = None) -> Series:
    """No more drafts. Those nobody touched go; what was changed or called stays. `under` as for one meeting."""
    with entry("series.ended", by=by, at=at) as record:
        series = locked(series)
        record.rests_on(under or weighed(pattern_of(series), by, at).organise)
        series.ended_at = at
        series.save(update_fields=["ended_at"])
        regular_drafts(series, at).delete()
        record.about(series)
        return series


def draft_ahead(*, by: Standing, at: datetime, series: Series) -> int:
    """Make the drafts that are missing ahead of time; how many were made."""
    with entry("series.drafted", by=by, at=at) as record:
        series = locked(series)
        made = _draft(series, at) if series.ended_at is None else 0
        record.about(series, drafted=made)
        return made


def _draft(series: Series, at: datetime) -> int:
    """As many meetings to come as the series makes ahead. A day that has a meeting, moved or called off, has one."""
    known = set(series.meetings.filter(series_on__isnull=False).values_list("series_on", flat=True))
    book, made = rulebook_of(series.network, localdate(at)), 0
    for day in series.cadence.after(localdate(at), series.ahead):
        if day in known:
            continue
        meeting = pattern_of(series)
        meeting.series, meeting.series_on, meeting.created_at = series, day, at
        meeting.created_by = series.created_by
        meeting.starts_at, meeting.ends_at = series.cadence.moment(day)
        set_up(meeting, book, at)
        made += 1
    return made


def pattern_of(series: Series) -> Meeting:
    """A meeting as the series would have it, on its first day."""
    starts, ends = series.cadence.moment(series.since)
    handed = {name: getattr(series, name) for name in HANDED_ON}
    return Meeting(**handed, starts_at=starts, ends_at=ends)
