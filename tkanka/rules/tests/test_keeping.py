"""Freshness, the host, activities, and who sees what."""

from datetime import date

import pytest

from tkanka.rules import activities, host, membership
from tkanka.rules.activities import ActivityState, Price
from tkanka.rules.host import Guarantee
from tkanka.rules.membership import Freshness
from tkanka.rules.parties import Kind, asked_of
from tkanka.rules.standing import Capacity
from tkanka.rules.visibility import Audience

from .cast import (
    BOOKS,
    COORDINATOR,
    HOST,
    MOST,
    RAZEM,
    SECRETARIAT,
    SOMEBODY,
    STRANGER,
    TRATWA,
    WARMIA,
    codes,
    ground,
    of,
)

TODAY = date(2026, 11, 20)


@pytest.mark.norm("R-03-12", "W-02-02")
@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
@pytest.mark.parametrize(
    ("confirmed", "freshness"),
    [
        (date(2026, 11, 20), Freshness.FRESH),
        (date(2026, 5, 20), Freshness.FRESH),
        (date(2026, 5, 19), Freshness.STALE),
        (None, Freshness.STALE),
    ],
)
def test_a_confirmation_holds_for_six_months(book, confirmed, freshness):
    assert membership.freshness_of(book, confirmed=confirmed, today=TODAY) == freshness


def test_the_end_of_a_month_has_a_half_year_too():
    assert membership.fresh_until(RAZEM, date(2026, 8, 31)) == date(2027, 2, 28)


OLD, NEW = date(2025, 11, 20), date(2025, 11, 21)


@pytest.mark.norm("R-03-21", "R-03-12")
@pytest.mark.parametrize(
    ("contributed", "confirmed", "since", "flagged"),
    [
        (OLD, OLD, OLD, True),
        (None, None, OLD, True),
        (NEW, OLD, OLD, False),
        (OLD, NEW, OLD, False),
        (NEW, NEW, OLD, False),
        (None, None, NEW, False),
    ],
)
def test_only_a_year_without_any_sign_of_life_raises_the_flag(contributed, confirmed, since, flagged):
    found = membership.fallen_silent(
        RAZEM, last_contribution=contributed, last_confirmed=confirmed, since=since, today=TODAY
    )
    assert found is flagged


@pytest.mark.norm("R-03-13")
def test_all_three_channels_count_as_a_sign_of_life():
    assert set(RAZEM.membership.information_channels.value) <= {str(one) for one in membership.Contribution}
    assert "login" not in {str(one) for one in membership.Contribution}


QUALITIES = {"humanitarian_or_development_experience", "knows_local_context"}


@pytest.mark.norm("R-04-01", "R-04-02", "R-04-03")
def test_the_host_is_a_member_with_the_qualities_the_charter_names():
    assert host.may_be_host(RAZEM, is_member=True, stated=QUALITIES)
    assert codes(host.may_be_host(RAZEM, is_member=False, stated=QUALITIES)) == {"host_is_member"}
    for quality in QUALITIES:
        lacking = host.may_be_host(RAZEM, is_member=True, stated=QUALITIES - {quality})
        assert ground(lacking, "qualities_stated").facts["missing"] == (quality,)
        assert lacking.cites == ("§4",)
    assert codes(host.may_be_host(WARMIA, is_member=True, stated=QUALITIES)) == {"host_known"}


@pytest.mark.norm("R-04-05")
def test_the_end_of_the_guarantee_is_recalled_six_three_and_one_month_before():
    until = date(2023, 12, 31)
    assert host.reminders(RAZEM, until) == (date(2023, 6, 30), date(2023, 9, 30), date(2023, 11, 30))


@pytest.mark.norm("R-04-05")
@pytest.mark.parametrize(
    ("today", "last", "due"),
    [
        (date(2023, 6, 29), None, None),
        (date(2023, 6, 30), None, date(2023, 6, 30)),
        (date(2023, 8, 1), date(2023, 6, 30), None),
        (date(2023, 10, 15), date(2023, 6, 30), date(2023, 9, 30)),
        (date(2023, 12, 31), None, date(2023, 11, 30)),
        (date(2024, 1, 1), None, None),
    ],
)
def test_a_reminder_is_due_once_and_a_missed_one_is_made_up_for(today, last, due):
    assert host.reminder_due(RAZEM, date(2023, 12, 31), today=today, last_sent=last) == due


@pytest.mark.norm("R-04-05", "R-04-13")
@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2023, 6, 29), Guarantee.GIVEN),
        (date(2023, 6, 30), Guarantee.RUNNING_OUT),
        (date(2023, 12, 31), Guarantee.RUNNING_OUT),
        (date(2024, 1, 1), Guarantee.NONE_ON_RECORD),
    ],
)
def test_after_the_day_in_the_charter_no_guarantee_is_on_record(today, state):
    assert host.guarantee(RAZEM, RAZEM.host.guaranteed_until.value, today) == state
    assert host.guarantee(RAZEM, None, today) == Guarantee.NONE_ON_RECORD


@pytest.mark.norm("R-04-13")
def test_the_guarantee_is_extended_by_the_host_or_the_coordinator():
    ahead = {"until": date(2027, 1, 1), "today": TODAY}
    assert host.may_record_guarantee(RAZEM, of(HOST), represents_host=True, **ahead)
    assert host.may_record_guarantee(RAZEM, COORDINATOR, represents_host=False, **ahead)
    assert codes(host.may_record_guarantee(RAZEM, SECRETARIAT, represents_host=False, **ahead)) == {
        "host_or_coordinator"
    }
    past = host.may_record_guarantee(RAZEM, of(HOST), represents_host=True, until=TODAY, today=TODAY)
    assert codes(past) == {"day_ahead"}


@pytest.mark.norm("R-08-10")
@pytest.mark.parametrize(
    ("by", "may"),
    [
        (of(MOST), True),
        (of(MOST, Capacity.ALTERNATE), True),
        (of(MOST, Capacity.COMMUNICATION), True),
        (of(MOST, Capacity.DIRECTOR), False),
        (of(MOST, member=False), False),
        (of(TRATWA), False),
        (SECRETARIAT, False),
        (STRANGER, False),
    ],
)
def test_member_organisations_publish_activities_and_observers_do_not(by, may):
    assert bool(activities.may_publish_activity(RAZEM, by, organisation=MOST)) is may
    assert bool(activities.may_edit_activity(RAZEM, by, organisation=MOST)) is may


def test_no_refusal_of_an_activity_rests_on_the_about_page():
    assert activities.may_publish_activity(RAZEM, STRANGER, organisation=MOST).cites == ()


def test_the_life_of_an_activity():
    assert activities.LIFECYCLE.open_steps(ActivityState.PLANNED) == ("start", "suspend", "end")
    assert activities.LIFECYCLE.after(ActivityState.SUSPENDED, "resume") == ActivityState.ONGOING
    assert activities.LIFECYCLE.is_over(ActivityState.ENDED)


@pytest.mark.norm("R-03-14")
@pytest.mark.parametrize(
    ("price", "may", "mark"), [(Price.FREE, True, False), (Price.AT_COST, True, True), (Price.PAID, False, False)]
)
def test_offers_are_free_or_at_cost_and_the_latter_marked(price, may, mark):
    assert bool(activities.may_price(RAZEM, price)) is may
    assert activities.marked(price) is mark


@pytest.mark.parametrize(
    ("by", "seen"),
    [
        (STRANGER, {Audience.PUBLIC}),
        (SOMEBODY, {Audience.PUBLIC}),
        (of(MOST, member=False), {Audience.PUBLIC}),
        (of(MOST, Capacity.DIRECTOR), {Audience.PUBLIC, Audience.MEMBERS}),
        (SECRETARIAT, {Audience.PUBLIC, Audience.MEMBERS, Audience.SECRETARIAT}),
        (COORDINATOR, {Audience.PUBLIC, Audience.MEMBERS, Audience.SECRETARIAT}),
    ],
)
def test_a_field_is_seen_by_its_audience_and_its_owner(by, seen):
    assert {audience for audience in Audience if membership.may_see(by, audience)} == seen
    assert all(membership.may_see(by, audience, own=True) for audience in Audience)


def test_a_person_sets_who_sees_their_fields():
    assert membership.may_set_audience(SOMEBODY, own=True, manages=False)
    assert not membership.may_set_audience(COORDINATOR, own=False, manages=False)


@pytest.mark.norm("R-03-24")
def test_no_fee_is_asked_anywhere():
    assert RAZEM.membership.fee.value == 0
    for kind in Kind:
        asked = asked_of(kind)
        assert not [field for field in (*asked.required, *asked.optional) if "fee" in field or "payment" in field]
