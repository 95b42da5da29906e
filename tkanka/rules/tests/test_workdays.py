"""Working days and clocks, against counting by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tkanka.rules.workdays import Clock, add_workdays, is_workday, workdays_between

DAY = timedelta(days=1)
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 11, 11), False),
        (date(2026, 1, 6), False),
        (date(2026, 4, 6), False),
        (date(2026, 6, 4), False),
        (date(2024, 12, 24), True),
        (date(2025, 12, 24), False),
        (date(2026, 12, 24), False),
        (date(2026, 12, 31), True),
        (date(2018, 11, 12), False),
    ],
)
def test_polish_holidays_are_days_off(day, works):
    assert is_workday(day) is works


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 20), 5, date(2026, 11, 27)),
        (date(2026, 12, 23), 1, date(2026, 12, 28)),
        (date(2026, 4, 30), 2, date(2026, 5, 5)),
    ],
)
def test_the_day_received_is_day_nought(start, count, end):
    assert add_workdays(start, count) == end


def by_hand(start, end):
    count, day = 0, start + DAY
    while day <= end:
        count += is_workday(day)
        day += DAY
    return count


@given(start=DAYS, count=st.integers(0, 60))
def test_adding_and_counting_agree(start, count):
    end = add_workdays(start, count)
    assert by_hand(start, end) == workdays_between(start, end) == count
    assert count == 0 or is_workday(end)


@given(start=DAYS, days=st.integers(-30, 120))
def test_counting_backwards_gives_nought(start, days):
    end = start + DAY * days
    assert workdays_between(start, end) == (by_hand(start, end) if days > 0 else 0)


def test_a_count_below_nought_is_a_mistake():
    with pytest.raises(ValueError, match="below nought"):
        add_workdays(date(2026, 1, 1), -1)


FRIDAY = date(2026, 11, 20)


def test_a_clock_without_pauses():
    clock = Clock(FRIDAY, max_workdays=5, min_workdays=2)
    assert (clock.opens, clock.due) == (date(2026, 11, 24), date(2026, 11, 27))
    assert clock.too_early(date(2026, 11, 23))
    assert not clock.too_early(date(2026, 11, 24))
    assert (clock.gone(date(2026, 11, 24)), clock.left(date(2026, 11, 24))) == (2, 3)
    assert not clock.overdue(date(2026, 11, 27))
    assert clock.overdue(date(2026, 11, 28))
    assert clock.left(date(2026, 12, 24)) == 0


def test_a_question_holds_the_clock_until_its_answer():
    asked, answered = date(2026, 11, 24), date(2026, 11, 30)
    clock = Clock(FRIDAY, 5, pauses=((asked, answered),))
    assert clock.held(asked)
    assert clock.held(date(2026, 11, 27))
    assert not clock.held(answered)
    assert clock.gone(date(2026, 11, 29)) == clock.gone(answered) == 2
    assert clock.due == date(2026, 12, 3)


def test_while_nobody_answers_there_is_no_day_in_sight():
    clock = Clock(FRIDAY, 5, min_workdays=3, pauses=((date(2026, 11, 24), None),))
    assert clock.due is None
    assert clock.opens is None
    assert not clock.overdue(date(2027, 11, 24))
    assert clock.held(date(2027, 11, 24))


def test_a_question_after_the_last_day_does_not_mend_the_delay():
    clock = Clock(FRIDAY, 2, pauses=((date(2026, 11, 26), None),))
    assert clock.due == date(2026, 11, 24)
    assert clock.overdue(date(2026, 11, 26))


@given(
    start=DAYS,
    most=st.integers(0, 20),
    pauses=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=3),
    look=st.integers(0, 80),
)
def test_a_clock_counts_the_working_days_outside_its_pauses(start, most, pauses, look):
    held = tuple((start + DAY * a, start + DAY * (a + b)) for a, b in pauses)
    clock = Clock(start, most, pauses=held)
    today = start + DAY * look
    days = [start + DAY * n for n in range(1, look + 1)]
    counted = [d for d in days if is_workday(d) and not any(a < d <= b for a, b in held)]
    assert clock.gone(today) == len(counted)
    assert clock.left(today) == max(0, most - len(counted))
    due = clock.due
    assert due is not None
    assert clock.gone(due) == most
    assert clock.overdue(today) is (today > due)


@pytest.mark.parametrize(
    "wrong",
    [
        {"max_workdays": -1},
        {"max_workdays": 2, "min_workdays": 3},
        {"max_workdays": 2, "pauses": ((date(2026, 11, 24), date(2026, 11, 23)),)},
    ],
)
def test_a_clock_that_cannot_be_is_a_mistake(wrong):
    with pytest.raises(ValueError, match=r"bounds|before it begins"):
        Clock(FRIDAY, **wrong)
