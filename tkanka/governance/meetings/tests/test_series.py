"""Series: drafts ahead, hours that stay when the clocks change, exceptions that survive a change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.cast import NOW
from tkanka.governance.meetings import actions, jobs
from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.wording import rhythm
from tkanka.rules.meetings import Frequency, MeetingAudience, MeetingForm, MeetingKind
from tkanka.rules.ruling import Refused

pytestmark = pytest.mark.django_db


def started(cast, by=None, at=NOW, **told):
    fields = {
        "title": "Spotkania Forum", "kind": MeetingKind.MEMBERS_ONLINE, "audience": MeetingAudience.MEMBERS,
        "form": MeetingForm.ONLINE, "frequency": Frequency.MONTHLY_ON_WEEKDAY, "weekday": 3, "nth": 1, "hour": time(10),
        "minutes": 90, "since": date(2026, 11, 1), "ahead": 3,
    } | told  # fmt: skip
    return actions.start_series(by=by or cast.by(cast.igor), at=at, network=cast.razem, **fields)


def moments(series):
    return list(series.meetings.order_by("starts_at").values_list("starts_at", flat=True))


@pytest.mark.norm("R-08-01")
def test_a_series_makes_drafts_ahead_and_more_as_time_goes(cast):
    series = started(cast)
    assert moments(series) == [datetime(2026, 12, 3, 9, tzinfo=UTC), datetime(2027, 1, 7, 9, tzinfo=UTC),
                               datetime(2027, 2, 4, 9, tzinfo=UTC)]  # fmt: skip
    jobs.draft_series_ahead(NOW)
    assert len(moments(series)) == 3
    jobs.draft_series_ahead(datetime(2026, 12, 4, tzinfo=UTC))
    assert moments(series)[-1] == datetime(2027, 3, 4, 9, tzinfo=UTC)


def test_the_hour_stays_on_the_wall_across_the_change_of_clocks(cast):
    series = started(cast, frequency=Frequency.WEEKLY, since=date(2027, 3, 18), ahead=2,
                     hour=time(10))  # fmt: skip
    assert moments(series) == [datetime(2027, 3, 18, 9, tzinfo=UTC), datetime(2027, 3, 25, 9, tzinfo=UTC)]
    jobs.draft_series_ahead(datetime(2027, 3, 26, tzinfo=UTC))
    assert moments(series)[2] == datetime(2027, 4, 1, 8, tzinfo=UTC)


def test_a_change_keeps_what_was_moved_called_or_called_off_and_says_so(cast):
    series, by = started(cast, ahead=4), cast.by(cast.igor)
    first, second, third, fourth = series.meetings.order_by("starts_at")
    other = second.starts_at + timedelta(days=1)
    actions.change_meeting(by=by, at=NOW, meeting=second, starts_at=other, ends_at=other + timedelta(hours=1))
    actions.call_meeting(by=by, at=NOW, meeting=first)
    actions.cancel_meeting(by=by, at=NOW, meeting=third, reason="Święta")
    changed = actions.change_series(by=by, at=NOW, series=series, minutes=60)
    assert (changed.kept, changed.drafted) == (3, 1)
    kept = {m.pk: m for m in series.meetings.all()}
    assert kept[first.pk].ends_at - kept[first.pk].starts_at == timedelta(minutes=90)
    assert kept[second.pk].starts_at == other
    assert kept[third.pk].state == "cancelled"
    assert fourth.pk not in kept
    fresh = series.meetings.get(series_on=fourth.series_on)
    assert fresh.ends_at - fresh.starts_at == timedelta(minutes=60)


@pytest.mark.parametrize("prepared", ["title", "item", "material", "guest"])
def test_what_somebody_prepared_in_a_draft_is_not_lost_when_the_series_changes_or_ends(cast, prepared):
    series, by = started(cast, ahead=2), {"by": cast.by(cast.igor), "at": NOW}
    draft, other = series.meetings.order_by("starts_at")
    if prepared == "title":
        actions.change_meeting(**by, meeting=draft, title="O zimie")
    elif prepared == "item":
        actions.propose_item(**by, meeting=draft, title="O zimie")
    elif prepared == "material":
        actions.add_material(**by, meeting=draft, title="O zimie", url="https://example.org/")
    else:
        actions.invite(**by, meeting=draft, email="gosc@example.org", name="O zimie")
    changed = actions.change_series(**by, series=series, hour=time(12), weekday=4)
    assert (changed.kept, changed.drafted) == (1, 2)
    assert series.meetings.get(pk=draft.pk).starts_at == draft.starts_at
    assert not series.meetings.filter(pk=other.pk).exists()
    actions.end_series(**by, series=series)
    assert list(series.meetings.values_list("pk", flat=True)) == [draft.pk]
    assert "O zimie" in str(
        [draft.items.values(), draft.materials.values(), draft.invitees.values(), series.meetings.values("title")]
    )


def test_an_ended_series_leaves_what_was_called(cast):
    series, by = started(cast), cast.by(cast.igor)
    first = series.meetings.order_by("starts_at").first()
    actions.call_meeting(by=by, at=NOW, meeting=first)
    actions.end_series(by=by, at=NOW, series=series)
    jobs.draft_series_ahead(NOW)
    assert list(series.meetings.values_list("pk", flat=True)) == [first.pk]


def test_a_member_begins_no_series_of_the_network(cast):
    with pytest.raises(Refused):
        started(cast, cast.by(cast.ada))
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"frequency": Frequency.WEEKLY, "weekday": 0, "interval": 1}, "co tydzień, poniedziałek"),
        ({"frequency": Frequency.WEEKLY, "weekday": 2, "interval": 2}, "co 2 tygodnie, środa"),
        ({"frequency": Frequency.MONTHLY_ON_DAY, "day": 15, "interval": 1}, "co miesiąc, 15. dnia miesiąca"),
        ({"frequency": Frequency.MONTHLY_ON_WEEKDAY, "weekday": 2, "nth": -1, "interval": 3},
         "co 3 miesiące, ostatnia środa miesiąca"),
        ({"frequency": Frequency.MONTHLY_ON_WEEKDAY, "weekday": 3, "nth": 1, "interval": 5},
         "co 5 miesięcy, czwartek, 1. w miesiącu"),
    ],
)  # fmt: skip
def test_how_often_a_series_comes_round_is_said_in_words(cast, told, words):
    assert rhythm(started(cast, **told).cadence) == words
