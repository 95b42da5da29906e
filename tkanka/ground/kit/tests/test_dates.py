from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from tkanka.ground.kit import dates

NOW = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
MEETING = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
WORDS = [
    ("pl", "w czwartek, 26 listopada", "do czwartku, 26 listopada", "za 6 dni"),
    ("en", "on Thursday, 26 November", "until Thursday, 26 November", "in 6 days"),
    ("uk", "у четвер, 26 листопада", "до четверга, 26 листопада", "за 6 днів"),
]


def plain(words):
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(("lang", "on", "until", "ahead"), WORDS)
def test_a_day_stands_in_the_right_case(lang, on, until, ahead):
    day = date(2026, 11, 26)
    with translation.override(lang):
        assert plain(dates.day(day, "on", NOW.date())) == on
        assert plain(dates.day(day, "until", NOW.date())) == until
        assert plain(dates.ago(day, NOW)) == ahead


def test_a_moment_says_day_hour_and_how_far():
    with translation.override("pl"):
        assert plain(dates.moment(MEETING, "on", NOW)) == "w piątek, 27 listopada, 10:00 (za 7 dni)"
        assert plain(dates.moment(MEETING, "until,plain", NOW)) == "do piątku, 27 listopada, 10:00"


def test_day_and_month_and_the_preposition_do_not_part():
    with translation.override("pl"):
        assert dates.day(MEETING, "on", NOW.date()) == "w\u00a0piątek, 27\u00a0listopada"


def test_the_year_is_said_when_it_is_another_or_asked_for():
    with translation.override("pl"):
        assert plain(dates.day(date(2027, 1, 2), "", NOW.date())) == "2 stycznia 2027"
        assert plain(dates.day(date(2026, 5, 18), "short", NOW.date())) == "18 maja 2026"
        assert plain(dates.day(date(2026, 5, 18), "", NOW.date())) == "18 maja"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "dziś"),
        (1, "jutro"),
        (-1, "wczoraj"),
        (2, "za 2 dni"),
        (-22, "22 dni temu"),
        (59, "za 59 dni"),
        (60, "za 2 miesiące"),
        (-186, "6 miesięcy temu"),
        (800, "za 2 lata"),
        (365 * 5, "za 5 lat"),
    ],
)
def test_distance_is_said_in_the_unit_people_use(days, said):
    with translation.override("pl"):
        assert plain(dates.ago(NOW.date() + timedelta(days=days), NOW)) == said


def test_midnight_belongs_to_the_day_of_the_house_not_of_greenwich():
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    with translation.override("pl"):
        assert plain(dates.moment(late, "on,plain", NOW)) == "w piątek, 27 listopada, 0:30"


@pytest.mark.parametrize("lang", ["pl", "en", "uk"])
def test_every_table_of_words_is_whole(lang):
    assert [len(names[lang]) for names in (dates.WEEKDAYS, dates.ON_WEEKDAY, dates.UNTIL_WEEKDAY)] == [7, 7, 7]
    assert [len(names[lang]) for names in (dates.MONTHS, dates.SHORT_MONTHS)] == [12, 12]
