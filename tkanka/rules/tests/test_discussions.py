"""Who reads, writes, moderates, designates."""

from datetime import UTC, datetime, timedelta

import pytest

from tkanka.rules.discussions import (
    Place,
    PostState,
    access_of,
    by_designation,
    may_designate,
    may_edit,
    may_end_designation,
    may_moderate,
    may_read,
    may_report,
    may_set_channel,
    may_write,
    waits_because,
)
from tkanka.rules.rulebook.organs import TechnicalGroups
from tkanka.rules.rulebook.work import Discussions
from tkanka.rules.standing import Capacity
from tkanka.rules.terms import Term

from .cast import (
    COORDINATOR,
    FORUM,
    MOST,
    RAZEM,
    SECRETARIAT,
    SIEC,
    STRANGER,
    TRATWA,
    WARMIA,
    codes,
    ground,
    of,
    silent,
)

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
DESIGNATED = Place(designated=True)
SEAT, LEAD = Place(kind="working_group", sits=True), Place(kind="working_group", sits=True, leads=True)
HIDDEN = Place(kind="closed_group", shut=True)


@pytest.mark.norm("W-14-01", "W-14-02")
@pytest.mark.parametrize(
    ("by", "place", "allowed"),
    [
        (of(MOST), Place(), False),
        (of(MOST), DESIGNATED, True),
        (of(MOST, Capacity.COMMUNICATION), DESIGNATED, True),
        (STRANGER, Place(), False),
        (SECRETARIAT, Place(), True),
    ],
)
def test_the_forum_of_warmia_is_open_to_the_designated_and_those_who_keep_it(by, place, allowed):
    ruling = may_read(WARMIA, by, place=place)
    assert bool(ruling) is allowed
    assert ground(ruling, "designated_by_own_organisation").cite == "FP 14"


@pytest.mark.norm("R-02-01", "R-01-08")
@pytest.mark.parametrize("book", [RAZEM, SIEC, FORUM])
@pytest.mark.parametrize(
    ("by", "allowed"),
    [
        (of(MOST), True),
        (of(MOST, Capacity.COMMUNICATION), True),
        (of(MOST, member=False), False),
        (STRANGER, False),
        (COORDINATOR, True),
    ],
)
def test_where_the_charter_is_silent_members_discuss_and_the_default_cites_nothing(book, by, allowed):
    assert not by_designation(book)
    ruling = may_read(book, by, place=Place())
    assert bool(ruling) is allowed
    assert ground(ruling, "discusses_as_member").default
    assert not ruling.cites


@pytest.mark.parametrize(
    ("by", "place", "allowed"),
    [
        (of(MOST), SEAT, True),
        (of(MOST), Place(kind="working_group"), False),
        (SECRETARIAT, Place(kind="working_group"), True),
        (SECRETARIAT, HIDDEN, False),
        (COORDINATOR, HIDDEN, False),
        (of(MOST), Place(kind="closed_group", shut=True, sits=True), True),
    ],
)
def test_a_body_is_read_by_its_seats_and_a_hidden_one_by_nobody_else(by, place, allowed):
    assert bool(may_read(RAZEM, by, place=place)) is allowed
    assert bool(may_write(RAZEM, by, place=place)) is allowed


def test_nobody_writes_in_a_closed_thread_or_body():
    assert codes(may_write(RAZEM, of(MOST), place=SEAT, closed=True)) == {"thread_still_open"}
    closed = Place(kind="working_group", sits=True, is_open=False)
    assert codes(may_write(RAZEM, of(MOST), place=closed)) == {"body_still_open"}
    assert may_read(RAZEM, of(MOST), place=closed)


@pytest.mark.norm("R-09-07")
def test_leads_of_a_working_group_moderate_by_their_duty_to_communicate():
    ruling = may_moderate(RAZEM, of(MOST), place=LEAD)
    assert ruling
    assert ruling.cites == ("§9",)
    assert not may_moderate(RAZEM, of(MOST), place=SEAT)
    assert may_moderate(RAZEM, of(MOST), place=Place(kind="advisory_group", leads=True)).cites == ()


def test_those_in_office_moderate_everywhere_but_in_a_hidden_body():
    assert may_moderate(RAZEM, SECRETARIAT, place=Place())
    assert may_moderate(RAZEM, SECRETARIAT, place=SEAT)
    assert not may_moderate(RAZEM, SECRETARIAT, place=HIDDEN)
    assert not may_moderate(RAZEM, of(MOST), place=Place())


@pytest.mark.parametrize(
    ("minutes", "own", "state", "closed", "failed"),
    [
        (0, True, PostState.SHOWN, False, set()),
        (30, True, PostState.HELD, False, set()),
        (31, True, PostState.SHOWN, False, {"time_to_edit"}),
        (1, False, PostState.SHOWN, False, {"own_post"}),
        (1, True, PostState.REMOVED, False, {"post_not_removed"}),
        (1, True, PostState.SHOWN, True, {"thread_still_open"}),
    ],
)
def test_a_post_is_corrected_by_its_writer_for_half_an_hour(minutes, own, state, closed, failed):
    at = AT + timedelta(minutes=minutes)
    assert codes(may_edit(own=own, state=state, closed=closed, written_at=AT, at=at)) == failed


def test_a_post_of_another_that_is_shown_is_reported():
    assert may_report(RAZEM, of(MOST), place=SEAT, own=False, state=PostState.SHOWN)
    assert codes(may_report(RAZEM, of(MOST), place=SEAT, own=True, state=PostState.SHOWN)) == {"post_of_another"}
    assert codes(may_report(RAZEM, of(MOST), place=SEAT, own=False, state=PostState.HELD)) == {"post_is_shown"}
    assert not may_report(RAZEM, STRANGER, place=Place(kind="x"), own=False, state=PostState.SHOWN)


@pytest.mark.norm("R-02-07", "A-SD-01")
@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ({"outsider": True}, "outsider"),
        ({"outsider": True, "known": True}, ""),
        ({"outsider": True, "moderates": True}, ""),
        ({"since": AT - timedelta(days=6)}, "newcomer"),
        ({"since": AT - timedelta(days=7)}, ""),
        ({"since": AT - timedelta(days=1), "known": True}, ""),
        ({"since": None}, ""),
    ],
)
def test_only_first_posts_of_outsiders_and_of_the_new_wait(facts, held):
    usual = {"outsider": False, "known": False, "moderates": False, "since": AT - timedelta(days=900)}
    assert waits_because(**usual | facts, at=AT) == held


@pytest.mark.norm("W-14-02")
@pytest.mark.parametrize(
    ("book", "by", "facts", "failed"),
    [
        (WARMIA, of(MOST), {}, set()),
        (WARMIA, of(MOST), {"designated": 500}, set()),
        (WARMIA, of(MOST), {"works_there": False}, {"reader_of_own_organisation"}),
        (WARMIA, of(MOST, Capacity.ALTERNATE), {}, {"main_names_readers"}),
        (WARMIA, of(TRATWA), {}, {"main_names_readers"}),
        (WARMIA, of(MOST, member=False), {}, {"main_names_readers"}),
        (WARMIA, SECRETARIAT, {}, {"main_names_readers"}),
        (RAZEM, of(MOST), {}, {"access_by_designation"}),
    ],
)
def test_a_main_representative_designates_people_of_the_own_organisation(book, by, facts, failed):
    ruling = may_designate(book, by, organisation=MOST, **facts)
    assert codes(ruling) == failed
    if book is WARMIA:
        assert "FP 14" in ruling.cites


@pytest.mark.norm("W-14-02")
def test_a_charter_may_limit_how_many():
    access = access_of(WARMIA)
    book = silent(discussions=Discussions(access, Term("2", "§14")))
    assert may_designate(book, of(MOST), organisation=MOST, designated=1)
    full = may_designate(book, of(MOST), organisation=MOST, designated=2)
    assert codes(full) == {"readers_within_limit"}
    assert ground(full, "readers_within_limit").cite == "§14"
    assert ground(may_designate(WARMIA, of(MOST), organisation=MOST), "readers_within_limit").default


def test_access_is_taken_by_main_by_the_office_and_given_up_by_oneself():
    assert may_end_designation(of(MOST), organisation=MOST, own=False)
    assert may_end_designation(SECRETARIAT, organisation=MOST, own=False)
    assert may_end_designation(STRANGER, organisation=MOST, own=True)
    assert not may_end_designation(of(TRATWA), organisation=MOST, own=False)


@pytest.mark.norm("R-07-10")
def test_a_technical_group_may_have_a_channel_of_its_own_by_the_charter():
    technical = Place(kind="technical_group", sits=True, leads=True)
    assert may_set_channel(RAZEM, of(MOST), place=technical).cites == ("§7",)
    forbidden = silent(technical_groups=TechnicalGroups(may_have_own_channels=Term(False, "§7")))
    assert codes(may_set_channel(forbidden, of(MOST), place=technical)) == {"own_channel_allowed"}
    assert may_set_channel(SIEC, of(MOST), place=technical)
    assert codes(may_set_channel(RAZEM, SECRETARIAT, place=Place())) == {"channel_of_a_body"}
