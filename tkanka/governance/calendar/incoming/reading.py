"""A calendar file as the events it tells of, each with why it cannot be taken where it cannot."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from hashlib import sha256
from typing import Any

from icalendar import Calendar

from .recurring import BadRule, Component, lasting, replaces, walls_of
from .zones import (
    Clocks,
    UnknownZone,
    clock_of,
    comes_twice,
    instant,
    is_left_out,
    later,
    on_the_wall,
    parsed,
    told_in,
    without_broken_zones,
)

BACK, AHEAD = timedelta(days=366), timedelta(days=731)
MOST_EVENTS, MOST_FOUND = 2_000, 3_000
LONGEST = timedelta(days=60)
TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"})


class Unreadable(Exception):
    """No calendar at all; the code says why."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why an event cannot be taken, by a code with facts."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """An event of the file, or one of a series. `key` is the same whenever the same file is read.

    `notes` are codes of what was understood in one of several ways.
    """

    key: str
    title: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    timezone: str = ""
    all_day: bool = False
    text: str = ""
    place: str = ""
    url: str = ""
    cancelled: bool = False
    trouble: Trouble | None = None
    notes: tuple[str, ...] = ()


def read(text: str, at: datetime) -> list[Found]:
    """The events from a year back to two years ahead, series as the times they take place."""
    calendar = _calendar(text)
    clocks, series = Clocks(calendar), _by_uid(calendar)
    found: list[Found] = []
    for masters, exceptions in series:
        found.extend(_of_series(masters, exceptions, clocks, at))
        if len(found) > MOST_FOUND:
            raise Unreadable("too_many")
    return sorted(found, key=lambda one: (one.trouble is None, one.starts_at or at, one.key))


def _calendar(text: str) -> Calendar:
    text = text.lstrip("\ufeff").strip()
    calendars = parsed(text) or parsed(without_broken_zones(text))
    if not calendars or calendars[0].name != "VCALENDAR":
        raise Unreadable("no_calendar")
    whole: Calendar = calendars[0]
    for other in calendars[1:]:
        whole.subcomponents.extend(other.subcomponents)
    count = len(whole.walk("VEVENT"))
    if not count:
        raise Unreadable("no_events")
    if count > MOST_EVENTS:
        raise Unreadable("too_many")
    return whole


def _by_uid(calendar: Calendar) -> list[tuple[list[Component], list[Component]]]:
    """Each series or single event, with what stands for some of its times; those without a UID each alone."""
    found: dict[str, tuple[list[Component], list[Component]]] = {}
    for number, component in enumerate(calendar.walk("VEVENT")):
        key = str(component.get("UID", "")).strip() or f"\0{number}"
        found.setdefault(key, ([], []))["RECURRENCE-ID" in component].append(component)
    return list(found.values())


def _of_series(masters: list[Component], exceptions: list[Component], clocks: Clocks, at: datetime) -> Iterator[Found]:
    """The newest writing of an event counts; a moved time of a series takes the place of the one it stands for."""
    *older, newest = sorted(masters, key=_sequence) or [None]
    for one in older:
        yield _refused(one, Trouble("written_twice"))
    replaced: dict[datetime, Component] = {}
    for one in sorted(exceptions, key=_sequence):
        try:
            clock = clock_of((newest or one)["DTSTART"], clocks)
            if str(one["RECURRENCE-ID"].params.get("RANGE", "")):
                raise BadRule("range")
            replaced[replaces(one, clocks, clock)] = one
        except (BadRule, UnknownZone, KeyError, AttributeError) as broken:
            yield _refused(one, _why(broken))
    if newest is not None:
        yield from _times(newest, replaced, clocks, at)
    for began, one in replaced.items():
        yield from _times(one, {}, clocks, at, stands_for=began)


def _times(
    component: Component, replaced: dict[datetime, Component], clocks: Clocks, at: datetime,
    stands_for: datetime | None = None,
) -> Iterator[Found]:  # fmt: skip
    trouble = _trouble(component)
    if trouble:
        yield _refused(component, trouble)
        return
    try:
        clock = clock_of(component["DTSTART"], clocks)
        lasts = lasting(component, clocks, clock)
        recurs = stands_for is None and any(name in component for name in ("RRULE", "RDATE"))
        first = on_the_wall(component["DTSTART"].dt)
        walls = walls_of(component, clocks, clock, at + AHEAD) if recurs else [first]
    except (BadRule, UnknownZone, AttributeError) as broken:
        yield _refused(component, _why(broken))
        return
    taken = 0
    for wall in walls:
        began = instant(wall, clock)
        if recurs and (began in replaced or not at - BACK <= began <= at + AHEAD):
            continue
        taken += 1
        occurrence = stands_for or (began if recurs else None)
        yield _found(component, wall, clock, lasts, occurrence, at)
    if recurs and not taken and not replaced:
        yield _refused(component, Trouble("out_of_reach"))


def _found(
    component: Component, wall: Any, clock: tzinfo, lasts: timedelta, occurrence: datetime | None, at: datetime
) -> Found:
    whole = not isinstance(wall, datetime)
    starts, ends = instant(wall, clock), later(wall, clock, lasts)
    if not whole and "DTEND" in component:
        ends = instant(wall + lasts, clock)
    notes = []
    if not whole:
        floats = not component["DTSTART"].params.get("TZID") and component["DTSTART"].dt.tzinfo is None
        notes = [code for code, so in (
            ("floating", floats), ("hour_left_out", is_left_out(wall, clock)), ("hour_twice", comes_twice(wall, clock)),
        ) if so]  # fmt: skip
    trouble = None
    if not at - BACK <= starts <= at + AHEAD:
        trouble = Trouble("out_of_reach")
    elif ends < starts:
        trouble = Trouble("ends_before_start")
    elif ends - starts > LONGEST:
        trouble = Trouble("too_long")
    url = str(component.get("URL", "")).strip()
    return Found(
        key=_key(component, occurrence), title=_title(component), starts_at=starts, ends_at=ends,
        timezone=told_in(clock), all_day=whole, text=str(component.get("DESCRIPTION", "")).strip()[:5000],
        place=" ".join(str(component.get("LOCATION", "")).split())[:300],
        url=url if url.startswith(("https://", "http://")) and len(url) <= 500 else "",
        cancelled=str(component.get("STATUS", "")).upper() == "CANCELLED", trouble=trouble, notes=tuple(notes),
    )  # fmt: skip


def _key(component: Component, occurrence: datetime | None) -> str:
    """The same for the same event of the same series, in whatever file it comes."""
    said = f"{component['UID']}\n{occurrence.isoformat() if occurrence else ''}"
    return sha256(said.encode()).hexdigest()[:40]


def _title(component: Component) -> str:
    return " ".join(str(component.get("SUMMARY", "")).split())[:200]


def _sequence(component: Component) -> int:
    try:
        return int(component.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        return 0


def _trouble(component: Component) -> Trouble | None:
    """What is wrong with an event before its times are looked at."""
    if broken := [str(name) for name, _why in component.errors if str(name) in TIMES]:
        return Trouble("unreadable_time", {"what": broken[0]})
    if not str(component.get("UID", "")).strip():
        return Trouble("no_uid")
    if "DTSTART" not in component or isinstance(component["DTSTART"], list):
        return Trouble("no_start")
    if not _title(component):
        return Trouble("no_title")
    if str(component.get("CLASS", "")).upper() in ("PRIVATE", "CONFIDENTIAL"):
        return Trouble("private")
    return None


def _refused(component: Component, trouble: Trouble) -> Found:
    uid = str(component.get("UID", ""))
    return Found(key=sha256(uid.encode()).hexdigest()[:40], title=_title(component) or uid[:100], trouble=trouble)


def _why(broken: Exception) -> Trouble:
    if isinstance(broken, UnknownZone):
        return Trouble("unknown_zone", {"zone": str(broken)[:100]})
    return Trouble(str(broken) if isinstance(broken, BadRule) else "unreadable_time", {"what": "DTSTART"})
