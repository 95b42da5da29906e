"""Which clock a time in a calendar file is told on."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Calendar
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from ..models import WARSAW

KNOWN = frozenset(available_timezones())
DESCRIBED = re.compile(r"^BEGIN:VTIMEZONE\r?$.*?^END:VTIMEZONE\r?$\n?", re.MULTILINE | re.DOTALL | re.IGNORECASE)
NAMED = re.compile(r";TZID=([^:;\r\n]*)", re.IGNORECASE)


class UnknownZone(Exception):
    """A name of a clock that nobody knows, and of which the file says nothing."""


class Clocks:
    """The clocks of one file: those everybody knows, those known by a Windows name, those the file itself describes."""

    def __init__(self, calendar: Calendar) -> None:
        self.told = {str(zone.get("TZID", "")): zone for zone in calendar.walk("VTIMEZONE")}
        said = str(calendar.get("X-WR-TIMEZONE", ""))
        self.floating = ZoneInfo(_known(said) or WARSAW)

    def clock(self, name: str) -> tzinfo:
        """The clock of this name; UnknownZone where there is none."""
        if found := _known(name):
            return ZoneInfo(found)
        zone = self.told.get(name)
        if zone is None:
            raise UnknownZone(name)
        if found := _known(str(zone.get("X-LIC-LOCATION", ""))):
            return ZoneInfo(found)
        try:
            made: tzinfo = zone.to_tz(lookup_tzid=False)  # type: ignore[attr-defined]
        except (ValueError, KeyError, TypeError, IndexError) as broken:
            raise UnknownZone(name) from broken
        return made


def parsed(text: str) -> list[Any]:
    """What stands in the text; nothing where one of its parts cannot be read."""
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError):
        return []


def without_broken_zones(text: str) -> str:
    """The text without the clocks it describes badly, and with no name that stands for a folder of clocks."""
    kept = DESCRIBED.sub(lambda zone: zone[0] if parsed(zone[0]) else "", text)
    return NAMED.sub(lambda name: name[0] if _known(name[1]) or not _is_folder(name[1]) else f";TZID=?{name[1]}", kept)


def _is_folder(name: str) -> bool:
    start = name.strip('/"') + "/"
    return any(zone.startswith(start) for zone in KNOWN)


def _known(name: str) -> str:
    """The name in the register: as it is, by its Windows name, or with what some programs put in front."""
    name = name.strip().strip('"')
    if name in WINDOWS_TO_OLSON:
        return str(WINDOWS_TO_OLSON[name])
    parts = name.strip("/").split("/")
    return next((tail for n in range(len(parts)) if (tail := "/".join(parts[n:])) in KNOWN), "")


def on_the_wall(value: Any) -> datetime | date:
    """A time as the file writes it, without its clock; a day stays a day."""
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def clock_of(prop: Any, clocks: Clocks) -> tzinfo:
    """On which clock a DTSTART and its like is told; floating times are those of the reader."""
    if name := str(prop.params.get("TZID", "")):
        return clocks.clock(name)
    said = prop.dt
    if isinstance(said, datetime) and said.tzinfo is not None:
        return UTC
    return clocks.floating


def instant(wall: datetime | date, clock: tzinfo) -> datetime:
    """When a clock shows this. Of an hour that comes twice the first; one left out is told by the clock before."""
    if not isinstance(wall, datetime):
        wall = datetime.combine(wall, time())
    return wall.replace(tzinfo=clock, fold=0).astimezone(UTC)


def is_left_out(wall: datetime, clock: tzinfo) -> bool:
    """Whether the clock never shows this, because it is put forward."""
    return instant(wall, clock).astimezone(clock).replace(tzinfo=None, fold=0) != wall


def comes_twice(wall: datetime, clock: tzinfo) -> bool:
    """Whether the clock shows this twice, because it is put back."""
    first, second = wall.replace(tzinfo=clock, fold=0), wall.replace(tzinfo=clock, fold=1)
    return not is_left_out(wall, clock) and first.utcoffset() != second.utcoffset()


def told_in(clock: tzinfo) -> str:
    """The name an event is kept with: that of the register, else the network's own."""
    return clock.key if isinstance(clock, ZoneInfo) and clock.key != "UTC" else WARSAW


def later(wall: datetime | date, clock: tzinfo, by: timedelta) -> datetime:
    """The end of what lasts so long: whole days on the wall, hours by the clock that never stops."""
    days = timedelta(days=by.days)
    return instant(wall + days, clock) + (by - days)
