from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import seats_held, visible_bodies
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.places.models import Level
from tkanka.network.places.queries import units_of, within
from tkanka.rules.calendar import EventSource
from tkanka.rules.standing import Standing

from ..models import Event
from .seeing import held_by, own_events

MOST_A_MONTH, MOST_A_YEAR, MOST_OFFERED = 2_000, 20_000, 200


def sought(rows: QuerySet[Event], asked: dict[str, Any]) -> QuerySet[Event]:
    """Those of the events that fit every answer of the filter."""
    if kind := asked.get("kind"):
        rows = rows.filter(kind=kind)
    if asked.get("online"):
        rows = rows.filter(online=True)
    if body := asked.get("body"):
        rows = rows.filter(body=body)
    if party := asked.get("organisation"):
        rows = rows.filter(held_by(UUID(party)))
    if theme := asked.get("theme"):
        rows = rows.filter(pk__in=Event.objects.filter(themes=theme).values("pk"))
    if area := asked.get("area"):
        unit = units_of(level=Level.VOIVODESHIP).filter(code=area).first()
        rows = rows.filter(within("area", unit)) if unit else rows.none()
    return rows


def touching(rows: QuerySet[Event], start: datetime, end: datetime) -> QuerySet[Event]:
    """What touches a span of time, in its order."""
    return rows.filter(starts_at__lt=end, ends_at__gte=start).order_by("starts_at", "pk")


def in_span(rows: QuerySet[Event], start: datetime, end: datetime) -> list[Event]:
    """The events of a month with whom they are of."""
    return list(touching(rows, start, end).select_related("organisation", "body")[:MOST_A_MONTH])


def with_surroundings(rows: QuerySet[Event]) -> QuerySet[Event]:
    return rows.select_related("organisation", "body", "area")


def counts_between(rows: QuerySet[Event], start: datetime, end: datetime, first: date, last: date) -> Counter[date]:
    """How many events lie on each day; what is cancelled does not count."""
    found: Counter[date] = Counter()
    zones: dict[str, ZoneInfo] = {}
    told = touching(rows.filter(cancelled_at=None), start, end).order_by()
    for starts_at, ends_at, name in told.values_list("starts_at", "ends_at", "timezone")[:MOST_A_YEAR]:
        zone = zones.setdefault(name, ZoneInfo(name))
        begins = starts_at.astimezone(zone).date()
        ends = max(begins, (ends_at - timedelta(microseconds=1)).astimezone(zone).date())
        day, until = max(begins, first), min(ends, last)
        while day <= until:
            found[day] += 1
            day += timedelta(days=1)
    return found


def ahead_of(rows: QuerySet[Event], at: datetime) -> QuerySet[Event]:
    """What is not over yet, the next first."""
    return rows.filter(ends_at__gte=at).order_by("starts_at", "pk")


def offered_parties(rows: QuerySet[Event]) -> list[tuple[str, str]]:
    """The organisations that hold any of the events."""
    found = Organisation.objects.filter(pk__in=rows.exclude(organisation=None).values("organisation"))
    return [(str(key), name) for key, name in found.order_by("name").values_list("pk", "name")[:MOST_OFFERED]]


def offered_bodies(network: Network, by: Standing, day: date) -> list[Body]:
    """The bodies one may ask for."""
    return list(visible_bodies(network, by, day).exclude(state="closed").order_by("name")[:MOST_OFFERED])


def next_own(network: Network, by: Standing, day: date, rows: QuerySet[Event], at: datetime) -> list[Event]:
    """The next few events of somebody's own calendar that take place."""
    found = ahead_of(rows.filter(own_events(network, by, day), cancelled_at=None), at)
    return list(found.select_related("organisation", "body")[:5])


def own_bodies(network: Network, by: Standing, day: date) -> list[Body]:
    """The bodies somebody sits in."""
    return [seat.body for seat in seats_held(network, by, day)]


def parties_with(keys: frozenset[UUID]) -> list[Organisation]:
    return list(Organisation.objects.filter(pk__in=keys).order_by("name")[:MOST_OFFERED])


def themed(event: Event) -> list[UUID]:
    return [theme.pk for theme in event.themes.all()]


def held_together(event: Event) -> list[Organisation]:
    return list(event.hosts.order_by("name")[:50])


def imported_with(network: Network, keys: list[str]) -> dict[str, Event]:
    """The events that came from files under these keys."""
    found: dict[str, Event] = {}
    for begins in range(0, len(keys), 500):
        rows = Event.objects.filter(network=network, source=EventSource.IMPORTED)
        rows = rows.filter(source_key__in=keys[begins : begins + 500])
        found |= {event.source_key: event for event in rows}
    return found
