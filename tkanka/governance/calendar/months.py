"""Days, weeks and months as the pages of the calendar show them. Events lie on the days of the place they are at."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.utils.dates import MONTHS
from django.utils.text import capfirst

from tkanka.ground.kit.dates import SHORT_WEEKDAYS, WEEKDAYS, tongue

from .models import Event

FIRST_YEAR, LAST_YEAR = 1990, 2100
A_DAY = timedelta(days=1)
SHOWN_A_DAY = 4


@dataclass
class Day:
    """A day of a grid with the first few of its events; `more` is how many it has besides."""

    on: date
    inside: bool
    today: bool
    events: list[Event] = field(default_factory=list)
    more: int = 0

    @property
    def count(self) -> int:
        return len(self.events) + self.more

    def take(self, event: Event) -> None:
        if len(self.events) < SHOWN_A_DAY:
            self.events.append(event)
        else:
            self.more += 1


@dataclass(frozen=True, slots=True)
class Month:
    """A month by weeks, each from Monday to Sunday."""

    first: date
    weeks: list[list[Day]]

    @property
    def name(self) -> str:
        return month_name(self.first)

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def total(self) -> int:
        return sum(day.count for week in self.weeks for day in week if day.inside)


def month_name(day: date) -> str:
    """Listopad 2026."""
    return f"{capfirst(str(MONTHS[day.month]))} {day.year}"


def weekdays() -> list[tuple[str, str]]:
    """The short and the whole name of each, from Monday on."""
    return list(zip(SHORT_WEEKDAYS[tongue()], WEEKDAYS[tongue()], strict=True))


def month_asked(text: str, today: date) -> date:
    """The first day of the month written as 2026-11; of this month for anything else."""
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else today.replace(day=1)


def year_asked(text: str, today: date) -> int:
    known = text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:5]) <= LAST_YEAR
    return int(text) if known else today.year


def day_asked(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def moved(first: date, months: int) -> date:
    """The first day of a month so many months away."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def span_of(first: date, last: date) -> tuple[datetime, datetime]:
    """Instants between which lies whatever falls on these days anywhere on earth."""
    begins, ends = datetime.combine(first, time(), UTC), datetime.combine(last, time(), UTC)
    return begins - A_DAY, ends + 2 * A_DAY


def grid_of(first: date) -> tuple[date, date]:
    """The Monday and the Sunday between which the grid of a month lies."""
    begins = first - A_DAY * first.weekday()
    last = moved(first, 1) - A_DAY
    return begins, last + A_DAY * (6 - last.weekday())


def days_of(event: Event, first: date, last: date) -> Iterator[date]:
    """The days of an event that lie between two days."""
    begins, ends = event.days
    day, until = max(begins, first), min(ends, last)
    while day <= until:
        yield day
        day += A_DAY


def month_of(first: date, events: Iterable[Event], today: date) -> Month:
    """A month with its events on their days."""
    begins, ends = grid_of(first)
    days = {
        day: Day(day, day.month == first.month, day == today)
        for day in (begins + A_DAY * n for n in range((ends - begins).days + 1))
    }
    for event in events:
        for day in days_of(event, begins, ends):
            days[day].take(event)
    held = list(days.values())
    return Month(first, [held[n : n + 7] for n in range(0, len(held), 7)])


def year_of(year: int, counts: Counter[date], today: date) -> list[Month]:
    """Twelve months with nothing but how much there is on each day."""
    months = []
    for number in range(1, 13):
        month = month_of(date(year, number, 1), (), today)
        for week in month.weeks:
            for day in week:
                day.more = counts[day.on] if day.inside else 0
        months.append(month)
    return months
