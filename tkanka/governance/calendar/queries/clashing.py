from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from tkanka.network.networks.models import Network
from tkanka.network.places.models import Unit
from tkanka.rules.calendar import NEAR_DAYS, ClashKind, EventAudience, clash, days_between
from tkanka.rules.standing import Standing

from ..models import WARSAW, Event
from .seeing import visible_events

SHOWN = 10
CLOSED = {EventAudience.BODY, EventAudience.ORGANISATION, EventAudience.OFFICES}


@dataclass(frozen=True, slots=True)
class Clash:
    """Another event, and how it gets in the way."""

    event: Event
    kind: ClashKind


def clashes(
    network: Network,
    starts: datetime,
    ends: datetime,
    area: Unit | None,
    themes: Collection[UUID],
    audience: EventAudience,
    *,
    by: Standing,
    day: date,
    timezone: str = WARSAW,
    besides: UUID | None = None,
) -> list[Clash]:
    """Events close in time to one that is being planned, in the same powiat or on a shared theme, the worst first.

    Only what the planner may know of is named. An event for a closed circle stands in nobody's way but that circle's,
    so it is compared with nothing. `besides` is the planned event itself, when it stands in the calendar already.
    """
    if audience in CLOSED:
        return []
    near = timedelta(days=NEAR_DAYS + 1)
    rows = visible_events(network, by, day).filter(
        cancelled_at=None, starts_at__lt=ends + near, ends_at__gt=starts - near
    )
    rows = rows.exclude(audience__in=CLOSED).exclude(pk=besides) if besides else rows.exclude(audience__in=CLOSED)
    planned, own = _days(starts, ends, timezone), set(themes)
    found = []
    for event in rows.select_related("area", "organisation").prefetch_related("themes").order_by("starts_at")[:300]:
        kind = clash(
            days_between(planned, _days(event.starts_at, event.ends_at, event.timezone)),
            same_area=_same_area(area, event.area),
            shared_theme=bool(own & {theme.pk for theme in event.themes.all()}),
        )
        if kind:
            found.append(Clash(event, kind))
    order = list(ClashKind)
    return sorted(found, key=lambda one: order.index(one.kind))[:SHOWN]


def _days(starts: datetime, ends: datetime, timezone: str) -> tuple[date, date]:
    """The first and the last day on the calendar of the place; an end at midnight belongs to the day before."""
    zone = ZoneInfo(timezone)
    first = starts.astimezone(zone).date()
    return first, max(first, (ends - timedelta(microseconds=1)).astimezone(zone).date())


def _same_area(one: Unit | None, other: Unit | None) -> bool:
    """Both in one powiat, or one of them in the whole of a region the other lies in."""
    if one is None or other is None:
        return False
    if one.admin2_id and other.admin2_id:
        return one.admin2_id == other.admin2_id
    return bool(one.admin1_id and one.admin1_id == other.admin1_id)
