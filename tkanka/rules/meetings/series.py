"""A series: on which days, at what hour on the wall, and how that becomes an instant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

MOST_AHEAD = 24


class Frequency(StrEnum):
    WEEKLY = "weekly"
    MONTHLY_ON_DAY = "monthly_on_day"
    MONTHLY_ON_WEEKDAY = "monthly_on_weekday"


@dataclass(frozen=True, slots=True)
class Cadence:
    """Every `interval` weeks or months, at an hour of the wall.

    `weekday` counts from Monday, nought. `nth` is which of the month's such weekdays it is: 1 to 4, -1 for the last.
    `day` is the day of the month; in a month too short for it, the last one.
    """

    frequency: Frequency
    since: date
    at: time
    minutes: int
    interval: int = 1
    weekday: int = 0
    nth: int = 1
    day: int = 1
    timezone: str = "Europe/Warsaw"
    until: date | None = None

    def days(self) -> Iterator[date]:
        """The days of the series from its first on; without end unless it has one."""
        first = next(iter(self._rule(datetime.combine(self.since, time()), 1)))
        rule = self._rule(first, self.interval)
        for found in rule:
            if self.until and found.date() > self.until:
                return
            if found.date() >= self.since:
                yield found.date()

    def _rule(self, start: datetime, interval: int) -> rrule:
        """What repeats, counted from a day on."""
        if self.frequency is Frequency.WEEKLY:
            return rrule(WEEKLY, dtstart=start, interval=interval, byweekday=weekday(self.weekday))
        if self.frequency is Frequency.MONTHLY_ON_WEEKDAY:
            return rrule(MONTHLY, dtstart=start, interval=interval, byweekday=weekday(self.weekday)(self.nth))
        days = range(1, self.day + 1)
        return rrule(MONTHLY, dtstart=start.replace(day=1), interval=interval, bymonthday=days, bysetpos=-1)

    def after(self, day: date, count: int) -> list[date]:
        """The next days of the series after a day, at most so many."""
        later = (one for one in self.days() if one > day)
        return list(islice(later, min(count, MOST_AHEAD)))

    def moment(self, day: date) -> tuple[datetime, datetime]:
        """The instants at which the meeting of a day begins and ends. The hour on the wall is the same all year."""
        return instant(day, self.at, self.timezone), instant(day, self.at, self.timezone) + timedelta(
            minutes=self.minutes
        )


def instant(day: date, at: time, timezone: str) -> datetime:
    """An hour on the wall of a place, as an instant. In the hour that comes twice, the first of the two; an hour that
    the clocks leap over becomes the one they leap to."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(timezone)).astimezone(UTC)


def is_on_clock(day: date, at: time, timezone: str) -> bool:
    """Whether the clocks of the place show that hour that day; an hour they leap over is none."""
    there = datetime.combine(day, at, tzinfo=ZoneInfo(timezone))
    return there.astimezone(UTC).astimezone(ZoneInfo(timezone)).replace(tzinfo=None) == there.replace(tzinfo=None)
