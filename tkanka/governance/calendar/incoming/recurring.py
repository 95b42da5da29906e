"""When a series takes place: RRULE, RDATE and EXDATE of one event, on the clock of the wall."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from dateutil.rrule import rrulestr

from .zones import Clocks, clock_of, instant, on_the_wall

# An event as the library gives it: its types do not tell which property holds what.
Component = Any

EARLIEST = 1970
MOST = 1_000


class BadRule(Exception):
    """A rule that cannot be followed; the code says why."""


def walls_of(component: Component, clocks: Clocks, clock: tzinfo, until: datetime) -> list[datetime | date]:
    """The beginnings of a series up to an instant, in their order, without those it leaves out."""
    first = on_the_wall(component["DTSTART"].dt)
    found: dict[datetime, datetime | date] = {}
    for wall in _ruled(component, first, clock, until):
        found.setdefault(instant(wall, clock), wall)
        if len(found) > MOST:
            raise BadRule("too_many")
    for added in _dates(component, "RDATE", clocks, clock):
        found.setdefault(added[0], added[1])
    for left_out, _wall in _dates(component, "EXDATE", clocks, clock):
        found.pop(left_out, None)
    return [found[at] for at in sorted(found)]


def _ruled(component: Component, first: datetime | date, clock: tzinfo, until: datetime) -> Iterator[datetime | date]:
    whole = not isinstance(first, datetime)
    begins = datetime.combine(first, time()) if whole else first
    assert isinstance(begins, datetime)
    if begins.year < EARLIEST:
        raise BadRule("too_long_ago")
    yield first
    rules = component.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        if rule.get("FREQ", [""])[0] in ("SECONDLY", "MINUTELY", "HOURLY"):
            raise BadRule("too_often")
        try:
            expanded = rrulestr(_text(rule, clock), dtstart=begins)
            for wall in expanded:
                if instant(wall, clock) > until:
                    break
                yield wall.date() if whole else wall
        except (ValueError, TypeError, OverflowError) as broken:
            raise BadRule("bad_rule") from broken


def _text(rule: Any, clock: tzinfo) -> str:
    """The rule with its end on the clock of the wall, where the beginning is."""
    parts = []
    for part in rule.to_ical().decode().split(";"):
        name, _, value = part.partition("=")
        if name.upper() == "UNTIL":
            ends = rule["UNTIL"][0]
            if isinstance(ends, datetime):
                ends = ends.astimezone(clock).replace(tzinfo=None) if ends.tzinfo else ends
            else:
                ends = datetime.combine(ends, time(23, 59, 59))
            value = f"{ends:%Y%m%dT%H%M%S}"
        parts.append(f"{name}={value}")
    return ";".join(parts)


def _dates(
    component: Component, name: str, clocks: Clocks, clock: tzinfo
) -> Iterator[tuple[datetime, datetime | date]]:
    """The instants a property lists, each with what the wall shows on the clock of the series."""
    lists = component.get(name, [])
    for prop in lists if isinstance(lists, list) else [lists]:
        own = str(prop.params.get("TZID", ""))
        for one in prop.dts:
            said = one.dt
            if isinstance(said, tuple):
                said = said[0]
            wall = on_the_wall(said)
            if not isinstance(wall, datetime):
                yield instant(wall, clock), wall
                continue
            told_by = clocks.clock(own) if own else UTC if said.tzinfo else clock
            at = instant(wall, told_by)
            yield at, at.astimezone(clock).replace(tzinfo=None)


def replaces(component: Component, clocks: Clocks, clock: tzinfo) -> datetime:
    """Which beginning of its series this event stands for."""
    prop = component["RECURRENCE-ID"]
    wall = on_the_wall(prop.dt)
    if not isinstance(wall, datetime):
        return instant(wall, clock)
    return instant(wall, clock_of(prop, clocks) if prop.params.get("TZID") or prop.dt.tzinfo else clock)


def lasting(component: Component, clocks: Clocks, clock: tzinfo) -> timedelta:
    """How long an event lasts, on the clock of the wall."""
    first = component["DTSTART"].dt
    if "DTEND" in component:
        last = component["DTEND"].dt
        if isinstance(first, datetime) != isinstance(last, datetime):
            raise BadRule("mixed_ends")
        begins, ends = on_the_wall(first), on_the_wall(last)
        if isinstance(begins, datetime):
            other = clock_of(component["DTEND"], clocks) if _has_clock(component["DTEND"]) else clock
            ends = instant(ends, other).astimezone(clock).replace(tzinfo=None)
        lasts: timedelta = ends - begins
    elif "DURATION" in component:
        lasts = component["DURATION"].dt
    else:
        return timedelta() if isinstance(first, datetime) else timedelta(days=1)
    if lasts < timedelta():
        raise BadRule("ends_before_start")
    return lasts if isinstance(first, datetime) or lasts else timedelta(days=1)


def _has_clock(prop: Any) -> bool:
    return bool(prop.params.get("TZID")) or prop.dt.tzinfo is not None
