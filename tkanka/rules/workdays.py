"""Working days in Poland, and the clocks that run on them.

Monday to Friday are working days unless they are a public holiday in Poland; Christmas Eve is one from 2025 on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

DAY = timedelta(days=1)
Pause = tuple[date, date | None]


@lru_cache
def days_off(year: int) -> frozenset[date]:
    """The public holidays of a year in Poland, Sundays that are holidays included."""
    import holidays  # knows all countries; most processes never ask

    return frozenset(holidays.country_holidays("PL", years=year))


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and day not in days_off(day.year)


def workdays_after(day: date) -> Iterator[date]:
    """The working days after a day, without end."""
    while True:
        day += DAY
        if is_workday(day):
            yield day


def add_workdays(day: date, count: int) -> date:
    """The count-th working day after a day; the day itself for nought. Raises ValueError for a count below nought."""
    if count < 0:
        raise ValueError("count must not be below nought")
    return next(islice(workdays_after(day), count - 1, None)) if count else day


def workdays_between(start: date, end: date) -> int:
    """How many working days lie after `start`, up to and with `end`. Nought when `end` is not later."""
    return sum(is_workday(start + DAY * n) for n in range(1, (end - start).days + 1))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time allowed, in working days. The day something is received is day nought.

    `pauses` are (from, until) days in which the clock is held, for example from the day a question is asked to the day
    the answer comes; the first day still counts, the last is day nought again. `until` is None while the pause lasts.
    Raises ValueError for a bound below nought, a least above the most, or a pause that ends before it begins.
    """

    start: date
    max_workdays: int
    min_workdays: int = 0
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.min_workdays <= self.max_workdays:
            raise ValueError("the bounds must be 0 <= min <= max")
        if any(until is not None and until < since for since, until in self.pauses):
            raise ValueError("a pause ends before it begins")

    def held(self, day: date) -> bool:
        """Whether the clock stands still at the end of this day."""
        return any(since <= day and (until is None or day < until) for since, until in self.pauses)

    def gone(self, day: date) -> int:
        """Working days used up by the end of this day."""
        return sum(self._counts(self.start + DAY * n) for n in range(1, (day - self.start).days + 1))

    def left(self, day: date) -> int:
        """Working days that remain after this day; never below nought."""
        return max(0, self.max_workdays - self.gone(day))

    @property
    def opens(self) -> date | None:
        """The first day on which an outcome is not too early; None while a pause makes it unknown."""
        return self._day_number(self.min_workdays)

    @property
    def due(self) -> date | None:
        """The last day in time; None while a pause makes it unknown."""
        return self._day_number(self.max_workdays)

    def too_early(self, day: date) -> bool:
        """Whether the least number of working days has not been reached on this day."""
        return self.gone(day) < self.min_workdays

    def overdue(self, day: date) -> bool:
        """Whether the last day in time is past."""
        return self.due is not None and day > self.due

    def _counts(self, day: date) -> bool:
        in_pause = any(since < day and (until is None or day <= until) for since, until in self.pauses)
        return is_workday(day) and not in_pause

    def _day_number(self, number: int) -> date | None:
        day, found = self.start, 0
        stop = min((since for since, until in self.pauses if until is None), default=None)
        while found < number:
            day += DAY
            if stop is not None and day > stop:
                return None
            found += self._counts(day)
        return day
