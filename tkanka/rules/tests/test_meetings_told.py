"""A group's own words about its meetings, and hours that the clocks know."""

from datetime import date, time

import pytest

from tkanka.rules.meetings import Frequency, MeetingForm, Told, is_on_clock, read_rhythm

WEEKLY, MONTHLY = Frequency.WEEKLY, Frequency.MONTHLY_ON_WEEKDAY
ONLINE, HYBRID, THERE = MeetingForm.ONLINE, MeetingForm.HYBRID, MeetingForm.IN_PERSON


@pytest.mark.norm("R-09-25")
@pytest.mark.parametrize(("words", "told"), [
    ("co dwa tygodnie, 60 minut, online", Told(WEEKLY, 2, 60, ONLINE)),
    ("Co 3 tygodnie po 2 godziny, stacjonarnie w Lublinie", Told(WEEKLY, 3, 120, THERE)),
    ("raz w tygodniu, godzinę, zdalnie", Told(WEEKLY, 1, 60, ONLINE)),
    ("Co  miesiąc, półtorej godziny, hybrydowo", Told(MONTHLY, 1, 90, HYBRID)),
    ("raz w miesiącu na żywo albo online, 90 min", Told(MONTHLY, 1, 90, HYBRID)),
    ("raz na kwartał", Told(MONTHLY, 3)),
    ("co sześć miesięcy", Told(MONTHLY, 6)),
    ("co 99 tygodni, 1 min", Told(WEEKLY)),
    ("w miarę potrzeb", Told()),
    ("", Told()),
])  # fmt: skip
def test_words_about_meetings_are_read_and_what_is_unclear_is_left_out(words, told):
    assert read_rhythm(words) == told


@pytest.mark.parametrize(("day", "at", "zone", "known"), [
    (date(2027, 3, 28), time(2, 30), "Europe/Warsaw", False),
    (date(2027, 3, 28), time(1, 59), "Europe/Warsaw", True),
    (date(2027, 3, 28), time(3), "Europe/Warsaw", True),
    (date(2027, 3, 28), time(2, 30), "Europe/London", True),
    (date(2027, 3, 28), time(1, 30), "Europe/London", False),
    (date(2027, 10, 31), time(2, 30), "Europe/Warsaw", True),
    (date(2027, 3, 28), time(2, 30), "UTC", True),
])  # fmt: skip
def test_an_hour_the_clocks_leap_over_is_not_on_them(day, at, zone, known):
    assert is_on_clock(day, at, zone) is known
