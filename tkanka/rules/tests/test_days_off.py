"""Every rule of §6, §7 and §9 that counts days, around days off: May, Corpus Christi, 11 November, Christmas Eve.

Working days leave them out; days, months and quarters of the calendar do not, even where the last of them is one.
"""

from datetime import date, timedelta

import pytest

from tkanka.rules import groups
from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import (
    Gathering,
    MeetingAudience,
    MeetingKind,
    earliest_first_meeting,
    gap,
    materials_due,
    may_call,
    rhythms,
)
from tkanka.rules.minutes import comment_until

from .cast import COORDINATOR, MOST, RAZEM, SECRETARIAT, codes, of

DAY = timedelta(days=1)
WORKDAYS = pytest.mark.parametrize(
    ("start", "second", "fifth"),
    [
        (date(2026, 4, 29), date(2026, 5, 4), date(2026, 5, 7)),  # Friday 1 May, Sunday 3 May
        (date(2027, 4, 29), date(2027, 5, 4), date(2027, 5, 7)),  # Saturday 1 May, Monday 3 May
        (date(2026, 5, 1), date(2026, 5, 5), date(2026, 5, 8)),  # begun on the day off itself
        (date(2026, 6, 2), date(2026, 6, 5), date(2026, 6, 10)),  # Corpus Christi on 4 June
        (date(2027, 5, 25), date(2027, 5, 28), date(2027, 6, 2)),  # and on 27 May
        (date(2026, 11, 10), date(2026, 11, 13), date(2026, 11, 18)),  # a Wednesday
        (date(2027, 11, 10), date(2027, 11, 15), date(2027, 11, 18)),  # a Thursday
        (date(2026, 12, 22), date(2026, 12, 28), date(2026, 12, 31)),  # Christmas Eve is free
        (date(2025, 12, 23), date(2025, 12, 30), date(2026, 1, 5)),  # for the first time in 2025
        (date(2024, 12, 20), date(2024, 12, 24), date(2024, 12, 31)),  # and was a working day before
        (date(2026, 12, 31), date(2027, 1, 5), date(2027, 1, 11)),  # New Year and 6 January
    ],
)
FREE = [date(2026, 5, 1), date(2027, 5, 3), date(2026, 6, 4), date(2026, 11, 11), date(2026, 12, 24)]
FREE_DAYS = pytest.mark.parametrize("free", FREE)


@WORKDAYS
@pytest.mark.norm("R-09-18", "R-09-02")
def test_verification_of_a_group(start, second, fifth):
    clock = groups.verification_clock(RAZEM, start)
    assert (clock.opens, clock.due) == (second, fifth)
    assert clock.too_early(second - DAY) and not clock.too_early(second)
    assert not clock.overdue(fifth) and clock.overdue(fifth + DAY)
    facts = {"own": False, "fine": set(groups.checks_of(RAZEM)), "doubted": set(), "clock": clock}
    assert codes(groups.may_open(RAZEM, SECRETARIAT, today=second - DAY, **facts)) == {"verification_not_too_early"}
    assert groups.may_open(RAZEM, SECRETARIAT, today=second, **facts)


@WORKDAYS
@pytest.mark.norm("R-09-20")
def test_time_to_join_before_the_first_meeting_of_a_group(start, second, fifth):
    assert earliest_first_meeting(RAZEM, start) == fifth
    led = Gathering(MeetingKind.BODY, MeetingAudience.BODY, BodyKind.WORKING, leads=True, sits=True,
                    open_to_members=True)  # fmt: skip
    told = {"today": start, "first": True, "announced_on": start}
    assert may_call(RAZEM, of(MOST), led, on=fifth, **told)
    assert codes(may_call(RAZEM, of(MOST), led, on=fifth - DAY, **told)) == {"time_to_join"}


@WORKDAYS
@pytest.mark.norm("R-07-11")
def test_silence_of_the_advisory_group_on_a_technical_group(start, second, fifth):
    assert groups.consulted_until(RAZEM, start) == fifth
    facts = {"purposes": ["technical_reflection"], "needed": True, "others": [], "asked": start, "answers": 0}
    assert codes(groups.may_convene(RAZEM, COORDINATOR, today=fifth, **facts)) == {"advisory_group_consulted"}
    assert groups.may_convene(RAZEM, COORDINATOR, today=fifth + DAY, **facts)


@FREE_DAYS
@pytest.mark.norm("R-09-21")
def test_terms_of_reference_fall_due_and_are_recalled_on_a_day_off_too(free):
    first = free - timedelta(days=14)
    assert groups.terms_reminders(RAZEM, first) == (free, first + timedelta(days=25), first + timedelta(days=30))
    due = {"handed_in": False, "last_sent": None}
    assert groups.terms_reminder_due(RAZEM, first, today=free, **due) == free
    assert groups.terms_reminder_due(RAZEM, first, today=free - DAY, **due) is None
    month_before = date(free.year, free.month - 1, free.day)
    assert groups.terms_due(RAZEM, month_before) == free


@FREE_DAYS
@pytest.mark.norm("R-09-08")
def test_months_of_a_group_end_on_a_day_off_too(free):
    assert groups.update_due(RAZEM, date(free.year, free.month - 3, free.day)) == free
    month = free.month - 6
    silent_since = date(free.year - (month < 1), month + 12 * (month < 1), free.day)
    assert groups.seems_dormant(RAZEM, last_sign=silent_since, today=free)
    assert not groups.seems_dormant(RAZEM, last_sign=silent_since, today=free - DAY)


@FREE_DAYS
@pytest.mark.norm("R-06-33", "R-06-12")
def test_materials_and_remarks_are_counted_in_days_of_the_calendar(free):
    advisory = Gathering(MeetingKind.BODY, MeetingAudience.BODY, BodyKind.ADVISORY)
    assert materials_due(RAZEM, advisory, free + timedelta(days=5)) == free
    assert comment_until(RAZEM, free - timedelta(days=14)) == free


@FREE_DAYS
@pytest.mark.norm("R-06-32", "R-06-09")
def test_the_month_and_the_quarter_of_meetings_are_those_of_the_calendar(free):
    since = date(2020, 1, 1)
    for rhythm in (one for one in rhythms(RAZEM) if one.by_calendar):
        first_month = (free.month - 1) // rhythm.months * rhythm.months + 1
        end = date(free.year + (first_month + rhythm.months > 12), (first_month + rhythm.months - 1) % 12 + 1, 1) - DAY
        before = date(free.year, first_month, 1) - DAY
        assert gap(rhythm, [before], today=free, since=since).due == end
        assert gap(rhythm, [before, free], today=end, since=since) is None
