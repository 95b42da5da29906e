"""Meetings: who calls them, how often they are due, who takes part."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import (
    Cadence,
    Frequency,
    Gathering,
    MeetingAudience,
    MeetingForm,
    MeetingKind,
    MeetingState,
    RegistrationState,
    Room,
    absence_noted,
    absences_in_a_row,
    answer_until,
    asked_before,
    coordinator_invited,
    form_for,
    gap,
    host_is_new,
    instant,
    is_late,
    kinds_in,
    materials_due,
    may_call,
    may_cancel,
    may_check_in,
    may_close,
    may_hand_in,
    may_leave_out,
    may_note_presence,
    may_organise,
    may_propose_item,
    may_register,
    may_see_link,
    may_settle_item,
    may_take_part,
    needs_over,
    outcome,
    place_is_new,
    rhythms,
    standing_invitees,
    stands_in_for_director,
    submissions_due,
    tally,
    without_decision_maker,
)
from tkanka.rules.standing import Capacity

from .cast import (
    BOOKS,
    COORDINATOR,
    FORUM,
    MOST,
    RAZEM,
    SECRETARIAT,
    SIEC,
    SOMEBODY,
    STRANGER,
    TRATWA,
    WARMIA,
    codes,
    ground,
    of,
)

TODAY = date(2026, 11, 20)
ON = date(2026, 12, 4)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
STARTS = datetime(2026, 12, 4, 9, tzinfo=UTC)
K, A = MeetingKind, MeetingAudience
ADVISORY = Gathering(K.BODY, A.BODY, BodyKind.ADVISORY)
GROUP = Gathering(K.BODY, A.BODY, BodyKind.WORKING)
DIRECTORS = Gathering(K.DIRECTORS, A.DIRECTORS)
ONLINE = Gathering(K.MEMBERS_ONLINE, A.MEMBERS)


@pytest.mark.norm("R-06-09")
def test_only_a_seat_of_the_advisory_group_calls_a_directors_meeting():
    by = of(MOST)
    seat = replace(DIRECTORS, advises=True)
    called = {"on": ON, "today": TODAY, "decision": "Decyzja z 12 listopada"}
    assert may_call(RAZEM, by, seat, **called)
    for somebody in (COORDINATOR, SECRETARIAT, by):
        refused = may_call(RAZEM, somebody, DIRECTORS, **called)
        assert codes(refused) == {"advisory_seat_calls"}
        assert ground(refused, "advisory_seat_calls").cite == "§6"
    assert codes(may_call(RAZEM, by, seat, on=ON, today=TODAY)) == {"decision_noted"}
    assert may_organise(RAZEM, SECRETARIAT, DIRECTORS)
    assert not may_cancel(RAZEM, SECRETARIAT, DIRECTORS)


@pytest.mark.norm("R-06-10")
def test_the_advisory_group_shapes_the_agenda_of_directors_meetings():
    assert may_settle_item(RAZEM, of(MOST), replace(DIRECTORS, advises=True), state=MeetingState.DRAFT)
    refused = may_settle_item(RAZEM, COORDINATOR, DIRECTORS, state=MeetingState.DRAFT)
    assert codes(refused) == {"advisory_shapes_agenda"}
    assert ground(refused, "advisory_shapes_agenda").cite == "§6"


@pytest.mark.parametrize(
    ("by", "gathering", "allowed"),
    [
        (COORDINATOR, ADVISORY, True),
        (SECRETARIAT, ADVISORY, False),
        (of(MOST), replace(ADVISORY, sits=True), True),
        (of(MOST), replace(GROUP, leads=True, sits=True), True),
        (of(MOST), replace(GROUP, sits=True), False),
        (SECRETARIAT, GROUP, False),
        (COORDINATOR, replace(GROUP, body_kind=BodyKind.TECHNICAL), True),
        (SECRETARIAT, ONLINE, True),
        (of(MOST), ONLINE, False),
        (SECRETARIAT, Gathering(K.BODY, A.BODY, BodyKind.SUBREGIONAL), True),
        (SECRETARIAT, Gathering(K.BODY, A.BODY, BodyKind.SUBREGIONAL, hidden=True), False),
    ],
)
def test_who_prepares_a_meeting(by, gathering, allowed):
    assert bool(may_organise(RAZEM, by, gathering)) is allowed


def test_the_council_calls_meetings_like_an_office_where_the_charter_says_so():
    council = Gathering(K.PLENARY, A.MEMBERS, in_council=True)
    assert may_call(WARMIA, of(MOST), council, on=ON, today=TODAY)
    assert not may_call(RAZEM, of(MOST), council, on=ON, today=TODAY)


@pytest.mark.norm("R-09-20")
@pytest.mark.parametrize(
    ("announced", "on", "wide", "missing"),
    [
        (None, ON, True, {"group_announced"}),
        (date(2026, 11, 20), date(2026, 11, 27), True, set()),
        (date(2026, 11, 20), date(2026, 11, 26), True, {"time_to_join"}),
        (date(2026, 11, 26), date(2026, 11, 26), True, {"after_announcement", "time_to_join"}),
        (date(2026, 11, 20), ON, False, {"first_meeting_open"}),
    ],
)
def test_the_first_meeting_of_a_group_waits_for_its_announcement(announced, on, wide, missing):
    led = replace(GROUP, leads=True, sits=True, open_to_members=wide)
    ruling = may_call(RAZEM, of(MOST), led, on=on, today=TODAY, first=True, announced_on=announced)
    assert codes(ruling) == missing
    assert may_call(RAZEM, of(MOST), replace(led, open_to_members=False), on=on, today=TODAY, announced_on=announced)


def test_what_is_past_is_not_called_and_what_is_ahead_is_not_over():
    assert codes(may_call(RAZEM, SECRETARIAT, ONLINE, on=TODAY - timedelta(days=1), today=TODAY)) == {"meeting_ahead"}
    assert codes(may_close(RAZEM, SECRETARIAT, ONLINE, on=ON, today=TODAY)) == {"meeting_day_come"}
    assert may_close(RAZEM, SECRETARIAT, ONLINE, on=TODAY, today=TODAY)


# -- rhythms ----------------------------------------------------------------------------------------------------------


def rhythm(book, kind, body_kind=""):
    return next(r for r in rhythms(book) if (r.kind, r.body_kind) == (kind, body_kind))


SINCE = date(2026, 1, 1)


@pytest.mark.norm("R-06-32")
def test_the_advisory_group_owes_a_meeting_each_calendar_month():
    monthly = rhythm(RAZEM, K.BODY, BodyKind.ADVISORY)
    assert monthly.duty
    missing = gap(monthly, [date(2026, 10, 30)], today=TODAY, since=SINCE)
    assert (missing.due, missing.last, missing.rhythm.term.cite) == (date(2026, 11, 30), date(2026, 10, 30), "§6")
    assert gap(monthly, [date(2026, 11, 2)], today=TODAY, since=SINCE) is None
    assert gap(monthly, [date(2026, 11, 28)], today=TODAY, since=SINCE) is None


@pytest.mark.norm("R-06-09")
def test_a_directors_meeting_is_owed_each_calendar_quarter():
    quarterly = rhythm(RAZEM, K.DIRECTORS)
    assert quarterly.duty
    assert gap(quarterly, [date(2026, 9, 30)], today=TODAY, since=SINCE).due == date(2026, 12, 31)
    assert gap(quarterly, [date(2026, 10, 1)], today=TODAY, since=SINCE) is None


@pytest.mark.norm("B-b1-01")
def test_four_months_without_a_research_meeting_are_pointed_out():
    research = rhythm(SIEC, K.RESEARCH_ONLINE)
    assert (research.months, research.duty, research.term.cite) == (4, False, "b1")
    assert gap(research, [date(2026, 7, 20)], today=TODAY, since=SINCE) is None
    assert gap(research, [date(2026, 7, 19)], today=TODAY, since=SINCE).due == date(2026, 11, 19)
    assert gap(research, [date(2026, 7, 19), ON], today=TODAY, since=SINCE) is None
    assert gap(research, [], today=TODAY, since=date(2026, 11, 1)) is None


@pytest.mark.parametrize(
    ("book", "kind", "months"),
    [(RAZEM, K.MEMBERS_ONLINE, 2), (WARMIA, K.PLENARY, 12), (WARMIA, K.SUBREGIONAL, 6)],
)
def test_other_rhythms_are_health_lines_and_no_duties(book, kind, months):
    found = rhythm(book, kind)
    assert (found.months, found.duty) == (months, False)


def test_a_charter_without_rhythms_owes_nothing():
    assert rhythms(FORUM) == ()


@pytest.mark.parametrize("book", BOOKS.values())
def test_every_network_holds_meetings_of_its_bodies_and_others(book):
    assert {K.BODY, K.OTHER} <= set(kinds_in(book))
    assert (K.DIRECTORS in kinds_in(book)) == (book is RAZEM)


def test_the_form_is_the_charters_or_online():
    assert form_for(SIEC, K.WORKSHOP) is MeetingForm.IN_PERSON
    assert form_for(RAZEM, K.OTHER) is MeetingForm.ONLINE


# -- series -----------------------------------------------------------------------------------------------------------


def cadence(**told):
    return Cadence(**{"frequency": Frequency.WEEKLY, "since": date(2026, 10, 1), "at": time(10), "minutes": 90} | told)


def test_the_hour_on_the_wall_stays_when_the_clocks_change():
    weekly = cadence(weekday=4)
    before, after = date(2026, 10, 23), date(2026, 10, 30)
    assert weekly.after(date(2026, 10, 20), 2) == [before, after]
    assert weekly.moment(before)[0] == datetime(2026, 10, 23, 8, tzinfo=UTC)
    assert weekly.moment(after) == (datetime(2026, 10, 30, 9, tzinfo=UTC), datetime(2026, 10, 30, 10, 30, tzinfo=UTC))


def test_a_meeting_in_the_night_the_clocks_change_lasts_as_long_as_it_says():
    night = cadence(weekday=5, at=time(23), minutes=240)
    starts, ends = night.moment(date(2026, 10, 24))
    assert ends - starts == timedelta(hours=4)
    assert instant(date(2027, 3, 28), time(2, 30), "Europe/Warsaw") == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ({"weekday": 1, "interval": 2}, [date(2026, 10, 6), date(2026, 10, 20), date(2026, 11, 3)]),
        (
            {"frequency": Frequency.MONTHLY_ON_WEEKDAY, "weekday": 3, "nth": -1},
            [date(2026, 10, 29), date(2026, 11, 26), date(2026, 12, 31)],
        ),
        (
            {"frequency": Frequency.MONTHLY_ON_WEEKDAY, "weekday": 0, "nth": 1, "interval": 3},
            [date(2026, 10, 5), date(2027, 1, 4), date(2027, 4, 5)],
        ),
        (
            {"frequency": Frequency.MONTHLY_ON_DAY, "day": 31},
            [date(2026, 10, 31), date(2026, 11, 30), date(2026, 12, 31)],
        ),
        ({"weekday": 0, "until": date(2026, 10, 12)}, [date(2026, 10, 5), date(2026, 10, 12)]),
    ],
)
def test_the_days_of_a_series(told, days):
    assert cadence(**told).after(date(2026, 10, 1), 3) == days


# -- counting ---------------------------------------------------------------------------------------------------------


@pytest.mark.norm("B-03-02", "B-03-04")
def test_workshops_are_counted_of_six():
    found = tally(SIEC, K.WORKSHOP, ["Lublin", "Opole", "lublin"])
    assert (found.held, found.of, found.left, found.places, found.term.cite) == (3, 6, 3, 2, "¶3")
    assert tally(RAZEM, K.IN_PERSON, ["Lublin"]) is None


@pytest.mark.norm("B-03-05")
def test_a_place_used_before_is_pointed_out():
    assert place_is_new(SIEC, K.WORKSHOP, "Opole", ["Lublin"])
    hint = place_is_new(SIEC, K.WORKSHOP, "lublin", ["Lublin"])
    assert (codes(hint), ground(hint, "place_is_new").cite) == ({"place_is_new"}, "¶3")
    assert place_is_new(RAZEM, K.IN_PERSON, "Lublin", ["Lublin"])


@pytest.mark.norm("W-01-03")
def test_the_same_host_in_the_next_year_is_pointed_out():
    last_year = [(date(2025, 11, 20), MOST), (date(2024, 11, 20), TRATWA)]
    assert not host_is_new(WARMIA, MOST, TODAY, last_year)
    assert host_is_new(WARMIA, TRATWA, TODAY, last_year)
    assert host_is_new(WARMIA, MOST, TODAY, [])
    assert host_is_new(RAZEM, MOST, TODAY, last_year)


# -- agenda, materials, what is handed in -----------------------------------------------------------------------------


def test_who_takes_part_proposes_while_the_meeting_is_ahead():
    assert may_propose_item(RAZEM, of(MOST), ONLINE, takes_part=True, state=MeetingState.CALLED)
    assert codes(may_propose_item(RAZEM, of(MOST), ONLINE, takes_part=False, state=MeetingState.CALLED)) == {
        "takes_part"
    }
    assert codes(may_propose_item(RAZEM, of(MOST), ONLINE, takes_part=True, state=MeetingState.HELD)) == {
        "meeting_not_over"
    }


@pytest.mark.norm("R-06-33")
def test_materials_are_due_days_before_the_meeting():
    assert materials_due(RAZEM, ADVISORY, ON) == date(2026, 11, 29)


@pytest.mark.norm("W-01-02")
def test_what_is_handed_in_late_is_marked_and_never_shut_out():
    plenary = Gathering(K.PLENARY, A.MEMBERS)
    assert asked_before(WARMIA, K.PLENARY) == ("action_plan", "diagnosis")
    assert asked_before(RAZEM, K.MEMBERS_ONLINE) == ()
    due = submissions_due(WARMIA, ON)
    assert due == date(2026, 11, 27)
    assert (is_late(due, due), is_late(due, due + timedelta(days=1))) == (False, True)
    assert may_hand_in(WARMIA, of(MOST), plenary, state=MeetingState.CALLED)
    assert codes(may_hand_in(WARMIA, of(MOST, member=False), plenary, state=MeetingState.CALLED)) == {"member_hands_in"}


# -- taking part ------------------------------------------------------------------------------------------------------


@pytest.mark.norm("A-D2-01")
@pytest.mark.parametrize(
    ("by", "gathering", "allowed"),
    [
        (of(MOST, Capacity.COMMUNICATION), ONLINE, True),
        (SECRETARIAT, ONLINE, True),
        (SOMEBODY, ONLINE, False),
        (SOMEBODY, replace(ONLINE, invited=True), True),
        (STRANGER, replace(ONLINE, audience=A.PUBLIC), True),
        (of(MOST), replace(ONLINE, audience=A.INVITED), False),
        (of(MOST), GROUP, False),
        (of(MOST), replace(GROUP, open_to_members=True), True),
        (of(MOST), replace(GROUP, open_to_members=True, hidden=True), False),
        (of(MOST), replace(GROUP, sits=True), True),
        (COORDINATOR, ADVISORY, True),
    ],
)
def test_who_takes_part(by, gathering, allowed):
    assert bool(may_take_part(RAZEM, by, gathering)) is allowed


@pytest.mark.norm("R-08-09")
def test_an_observer_comes_only_to_what_it_is_invited_to():
    refused = may_take_part(RAZEM, of(MOST, member=False), ONLINE)
    assert (codes(refused), ground(refused, "observer_invited").cite) == ({"observer_invited"}, "§8")
    assert may_take_part(RAZEM, of(MOST, member=False), replace(ONLINE, invited=True))


@pytest.mark.norm("R-06-11")
def test_directors_meetings_are_for_those_who_decide():
    assert may_take_part(RAZEM, of(MOST, Capacity.DIRECTOR), DIRECTORS)
    assert codes(may_take_part(RAZEM, of(MOST), DIRECTORS)) == {"decision_maker"}
    assert codes(may_take_part(RAZEM, of(MOST, Capacity.DIRECTOR, member=False), DIRECTORS)) == {"decision_maker"}
    assert without_decision_maker([MOST, TRATWA], [TRATWA]) == {MOST}
    assert stands_in_for_director(RAZEM) == "main_representative"


def register(by, gathering=ONLINE, **told):
    facts = {
        "state": MeetingState.CALLED, "starts_at": STARTS, "closes_at": None, "now": NOW, "organisation": MOST,
        "room": Room(10, 2, taken=3),
    } | told  # fmt: skip
    return may_register(RAZEM, by, gathering, **facts)


def test_registering_for_a_meeting():
    assert register(of(MOST))
    assert codes(register(of(MOST), state=MeetingState.DRAFT)) == {"meeting_called"}
    assert codes(register(of(MOST), now=STARTS)) == {"registration_open"}
    assert codes(register(of(MOST), closes_at=NOW)) == {"registration_open"}
    assert codes(register(of(MOST), already=True)) == {"not_registered_yet"}
    assert codes(register(of(MOST), organisation=TRATWA)) == {"acts_for_organisation"}


@pytest.mark.norm("B-03-03")
def test_an_organisation_takes_no_more_places_than_it_may():
    assert codes(register(of(MOST), room=Room(10, 2, taken=3, own=2))) == {"places_of_organisation"}
    assert register(of(MOST), room=Room(10, None, taken=3, own=9))
    assert register(of(MOST), organisation=None, gathering=replace(ONLINE, audience=A.PUBLIC))


@pytest.mark.parametrize(
    ("room", "becomes"),
    [
        (Room(None), RegistrationState.REGISTERED),
        (Room(3, taken=2), RegistrationState.REGISTERED),
        (Room(3, taken=3), RegistrationState.WAITING),
        (Room(3, taken=2, waiting=1), RegistrationState.WAITING),
    ],
)
def test_nobody_who_waits_is_passed_over(room, becomes):
    assert outcome(room) is becomes


def test_an_offered_place_is_kept_for_some_hours_but_not_beyond_the_beginning():
    assert answer_until(NOW, 48, STARTS) == NOW + timedelta(hours=48)
    assert answer_until(STARTS - timedelta(hours=2), 48, STARTS) == STARTS


def test_the_link_is_for_those_registered_and_those_who_organise():
    by = of(MOST)
    assert may_see_link(RAZEM, by, ONLINE, registered=True, state=MeetingState.CALLED)
    assert codes(may_see_link(RAZEM, by, ONLINE, registered=False, state=MeetingState.CALLED)) == {
        "registered_for_link"
    }
    assert codes(may_see_link(RAZEM, by, ONLINE, registered=True, state=MeetingState.CANCELLED)) == {"meeting_called"}
    assert may_see_link(RAZEM, SECRETARIAT, ONLINE, registered=False, state=MeetingState.DRAFT)


def test_needs_are_kept_no_longer_than_needed():
    assert not needs_over(STARTS, STARTS + timedelta(days=2))
    assert needs_over(STARTS, STARTS + timedelta(days=3))


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, set()),
        ({"code_fits": False}, {"code_fits"}),
        ({"now": STARTS - timedelta(hours=2)}, {"doors_open"}),
        ({"now": STARTS + timedelta(hours=4)}, {"doors_open"}),
        ({"state": MeetingState.DRAFT}, {"meeting_called"}),
    ],
)
def test_saying_that_one_is_there(told, missing):
    facts = {
        "state": MeetingState.CALLED, "starts_at": STARTS, "ends_at": STARTS + timedelta(hours=2), "now": STARTS,
        "code_fits": True,
    } | told  # fmt: skip
    assert codes(may_check_in(RAZEM, of(MOST), ONLINE, **facts)) == missing


@pytest.mark.parametrize(("by", "told", "missing"), [
    (SECRETARIAT, {}, set()),
    (SECRETARIAT, {"state": MeetingState.HELD, "today": TODAY + timedelta(days=9)}, set()),
    (SECRETARIAT, {"state": MeetingState.DRAFT}, {"meeting_called"}),
    (SECRETARIAT, {"state": MeetingState.CANCELLED}, {"meeting_called"}),
    (SECRETARIAT, {"today": TODAY - timedelta(days=1)}, {"meeting_day_come"}),
    (SECRETARIAT, {"settled": True}, {"list_not_settled"}),
    (of(MOST), {}, {"secretariat_organises"}),
])  # fmt: skip
def test_others_are_put_on_the_list_until_the_minutes_are_approved(by, told, missing):
    facts = {"state": MeetingState.CALLED, "on": TODAY, "today": TODAY, "settled": False} | told
    assert codes(may_note_presence(RAZEM, by, ONLINE, **facts)) == missing


@pytest.mark.norm("R-06-31")
def test_three_absences_in_a_row_are_told_to_the_group():
    assert absences_in_a_row([False, False, True, False]) == 2
    assert absence_noted(RAZEM, [False, False, True, False])
    told = absence_noted(RAZEM, [False, False, False, True])
    assert (codes(told), ground(told, "takes_part_regularly").facts) == ({"takes_part_regularly"}, {"missed": 3})


# -- invited of course ------------------------------------------------------------------------------------------------


@pytest.mark.norm("R-05-23")
def test_the_coordinator_is_invited_to_the_advisory_group():
    assert coordinator_invited(RAZEM, ADVISORY)
    assert not coordinator_invited(RAZEM, GROUP)
    assert not coordinator_invited(WARMIA, ADVISORY)


@pytest.mark.norm("W-08-02")
def test_standing_guests_are_invited_and_left_out_only_with_a_reason():
    assert standing_invitees(WARMIA, K.PLENARY) == ("forum_pelnomocnikow",)
    assert standing_invitees(RAZEM, K.MEMBERS_ONLINE) == ()
    left = may_leave_out(WARMIA, reason=" ", standing="forum_pelnomocnikow")
    assert (codes(left), left.cites) == ({"left_out_with_reason"}, ("FP 8",))
    assert may_leave_out(WARMIA, reason="Spotkanie dotyczy spraw wewnętrznych", standing="forum_pelnomocnikow")


@pytest.mark.norm("W-RR-02")
def test_the_self_government_is_invited_to_what_the_council_calls():
    everybody = ("forum_pelnomocnikow", "voivodeship_self_government")
    assert standing_invitees(WARMIA, K.SUBREGIONAL, by_council=True) == everybody
    assert standing_invitees(WARMIA, K.BODY, by_council=True) == ()
    assert standing_invitees(RAZEM, K.PLENARY, by_council=True) == ()
    left = may_leave_out(WARMIA, reason="", standing="voivodeship_self_government")
    assert (codes(left), left.cites) == ({"left_out_with_reason"}, ("Rola Rady",))
