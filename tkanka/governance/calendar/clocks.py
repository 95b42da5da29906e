"""How a time zone is told to calendars elsewhere: each change of its clock, one by one, for the years that matter."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

AN_HOUR = timedelta(hours=1)


@lru_cache(maxsize=64)
def timezone_of(name: str, first: int, last: int) -> Component:
    """The zone's clock from the beginning of one year to the end of another."""
    zone, begins = ZoneInfo(name), datetime(first, 1, 1, tzinfo=UTC)
    made = Timezone()
    made.add("tzid", name)
    held = _offset(begins, zone)
    made.add_component(_rule(begins, held, held, zone))
    for at in changes(zone, begins, datetime(last + 1, 1, 1, tzinfo=UTC)):
        after = _offset(at, zone)
        made.add_component(_rule(at, held, after, zone))
        held = after
    return made


def changes(zone: ZoneInfo, begins: datetime, ends: datetime) -> list[datetime]:
    """The instants at which the clock is put forward or back."""
    found, at = [], begins
    while at < ends:
        later = at + timedelta(days=7)
        if _offset(at, zone) != _offset(later, zone):
            hour = at
            while _offset(hour + AN_HOUR, zone) == _offset(at, zone):
                hour += AN_HOUR
            found.append(hour + AN_HOUR)
        at = later
    return found


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _rule(at: datetime, before: timedelta, after: timedelta, zone: ZoneInfo) -> Component:
    """From when on which offset holds; the beginning is told by the clock before."""
    local = at.astimezone(zone)
    made = TimezoneDaylight() if local.dst() else TimezoneStandard()
    made.add("dtstart", (at + before).replace(tzinfo=None))
    made.add("tzoffsetfrom", before)
    made.add("tzoffsetto", after)
    made.add("tzname", local.tzname() or "")
    return made
