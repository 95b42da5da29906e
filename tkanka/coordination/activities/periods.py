"""Quarters: the periods in which activities are reported."""

from datetime import date, timedelta

MONTHS = 3


def quarter_of(day: date) -> tuple[date, date]:
    """The first and the last day of the quarter the day lies in."""
    first = date(day.year, (day.month - 1) // MONTHS * MONTHS + 1, 1)
    after = date(first.year + (first.month + MONTHS > 12), (first.month + MONTHS - 1) % 12 + 1, 1)
    return first, after - timedelta(days=1)


def next_quarter(day: date) -> tuple[date, date]:
    """The first and the last day of the quarter after."""
    return quarter_of(quarter_of(day)[1] + timedelta(days=1))
