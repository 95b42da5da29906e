"""Leaving: resignation at any time, removal on three grounds."""

from datetime import date, timedelta

import pytest

from tkanka.rules import defaults, membership
from tkanka.rules.membership import MEMBERSHIP, REMOVAL, MembershipState, RemovalGround, RemovalState
from tkanka.rules.standing import Capacity, Office

from .cast import (
    BOOKS,
    COORDINATOR,
    FORUM,
    HOST,
    MOST,
    RAZEM,
    SECRETARIAT,
    SIEC,
    SOMEBODY,
    TRATWA,
    WARMIA,
    codes,
    ground,
    of,
)

TODAY = date(2026, 11, 20)


def resign(book=RAZEM, by=None, on=TODAY, organisation=MOST, **facts):
    return membership.may_resign(book, by or of(organisation), organisation=organisation, on=on, today=TODAY, **facts)


@pytest.mark.norm("R-03-17", "W-ZA-01")
@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
@pytest.mark.parametrize("later", [0, 1, 400])
def test_a_main_representative_is_never_refused(book, later):
    assert resign(book, on=TODAY + timedelta(days=later))


@pytest.mark.norm("R-03-17", "W-ZA-01")
@pytest.mark.parametrize(("book", "cite"), [(RAZEM, "§3"), (WARMIA, "Zasady"), (SIEC, ""), (FORUM, "")])
def test_the_right_to_leave_names_its_paragraph(book, cite):
    assert ground(resign(book), "leaving_is_free").cite == cite


def test_leaving_takes_effect_at_once_or_on_a_later_day_never_backwards():
    assert resign(on=TODAY)
    assert codes(resign(on=TODAY - timedelta(days=1))) == {"day_not_past"}


@pytest.mark.parametrize(
    "by", [of(MOST, Capacity.ALTERNATE), of(MOST, Capacity.DIRECTOR), of(TRATWA), SECRETARIAT, COORDINATOR, SOMEBODY]
)
def test_nobody_else_resigns_for_an_organisation(by):
    assert codes(resign(by=by)) == {"main_representative"}


@pytest.mark.norm("R-04-01", "R-03-17")
def test_the_host_may_leave_and_a_separation_case_opens():
    ruling = resign(organisation=HOST, is_host=True)
    assert ruling
    assert membership.opens_separation(ruling)
    assert not membership.opens_separation(resign())


def facts(**changed):
    whole = {
        "organisation": MOST,
        "ground": RemovalGround.TOOLS,
        "has_evidence": True,
        "informs": True,
        "active": True,
    }
    return whole | changed


def notify(book=RAZEM, by=COORDINATOR, **changed):
    return membership.may_notify_removal(book, by, **facts(**changed))


def remove(by=COORDINATOR, noticed=TODAY, answered=False, today=TODAY, **changed):
    return membership.may_remove(RAZEM, by, noticed=noticed, answered=answered, today=today, **facts(**changed))


@pytest.mark.norm("R-03-19")
@pytest.mark.parametrize("by", [SECRETARIAT, SOMEBODY, of(TRATWA), of(TRATWA, office=Office.SECRETARIAT)])
def test_the_coordinator_alone_removes(by):
    assert codes(notify(by=by)) == {"coordinator_removes"}
    assert "coordinator_removes" in codes(remove(by=by, answered=True))
    assert not membership.may_drop_removal(RAZEM, by)
    assert ground(notify(), "coordinator_removes").cite == "§3"


@pytest.mark.norm("R-03-19")
def test_the_secretariat_may_prepare_a_case_and_nothing_more():
    assert membership.may_prepare_removal(RAZEM, SECRETARIAT, organisation=MOST)
    assert codes(membership.may_prepare_removal(RAZEM, of(TRATWA), organisation=MOST)) == {"secretariat_prepares"}


@pytest.mark.norm("R-03-20", "R-03-22", "R-03-23")
@pytest.mark.parametrize(
    ("named", "on_the_list"),
    [
        (RemovalGround.TOOLS, True),
        (RemovalGround.STANDARDS, True),
        ("approach", False),
        ("fee", False),
        ("", False),
        ("They are difficult", False),
    ],
)
def test_the_grounds_are_a_closed_list(named, on_the_list):
    ruling = notify(ground=named)
    assert bool(ruling) is on_the_list
    assert ground(ruling, "ground_on_the_list").cite == "§3"


@pytest.mark.norm("R-03-23")
def test_the_list_of_grounds_is_the_charters():
    assert {str(one) for one in RemovalGround} == set(RAZEM.membership.removal_grounds.value)


@pytest.mark.norm("R-03-06")
def test_a_different_approach_is_no_ground_of_removal():
    assert "approach" not in set(RemovalGround)


@pytest.mark.norm("R-03-21")
@pytest.mark.parametrize(
    ("informs", "active", "met"),
    [(False, False, True), (True, False, False), (False, True, False), (True, True, False)],
)
def test_silence_and_inactivity_must_both_hold(informs, active, met):
    ruling = notify(ground=RemovalGround.SILENT, informs=informs, active=active)
    assert bool(ruling) is met
    assert ground(ruling, "silent_and_inactive_both").cite == "§3"


@pytest.mark.norm("R-03-20", "R-03-22")
@pytest.mark.parametrize("named", list(RemovalGround))
def test_evidence_is_required_on_every_ground_and_cites_nothing(named):
    ruling = notify(ground=named, has_evidence=False, informs=False, active=False)
    assert codes(ruling) == {"evidence_given"}
    assert ground(ruling, "evidence_given").default


@pytest.mark.norm("R-03-19")
@pytest.mark.parametrize(
    ("noticed", "answered", "today", "missing"),
    [
        (None, False, TODAY, {"notice_given"}),
        (TODAY, False, TODAY, {"heard_or_time_passed"}),
        (TODAY, False, TODAY + timedelta(days=14), {"heard_or_time_passed"}),
        (TODAY, False, TODAY + timedelta(days=15), set()),
        (TODAY, True, TODAY, set()),
    ],
)
def test_the_member_is_heard_or_lets_fourteen_days_pass(noticed, answered, today, missing):
    assert codes(remove(noticed=noticed, answered=answered, today=today)) == missing
    assert membership.answer_due(RAZEM, TODAY) == TODAY + timedelta(days=14)


@pytest.mark.norm("R-04-01")
def test_the_host_is_not_removed_before_the_separation():
    assert codes(notify(organisation=HOST, is_host=True)) == {"separation_decided"}
    assert notify(organisation=HOST, is_host=True, separation_decided=True)


def test_a_coordinator_does_not_judge_their_own_organisation():
    assert codes(notify(by=of(MOST, office=Office.COORDINATOR))) == {"not_own_case"}


@pytest.mark.norm("W-ZA-06")
@pytest.mark.parametrize("book", [WARMIA, SIEC, FORUM])
def test_where_no_charter_knows_removal_nobody_is_removed(book):
    assert codes(notify(book)) == {"removal_known"}
    assert codes(membership.may_prepare_removal(book, COORDINATOR, organisation=MOST)) == {"removal_known"}
    assert not membership.may_answer_removal(book, of(MOST), organisation=MOST)
    assert notify(book).cites == ()


def test_the_member_answers_and_objects_through_its_representatives():
    assert membership.may_answer_removal(RAZEM, of(MOST, Capacity.ALTERNATE), organisation=MOST)
    assert not membership.may_answer_removal(RAZEM, of(TRATWA), organisation=MOST)
    objection = membership.may_object_to_removal(RAZEM, of(MOST, member=False), organisation=MOST)
    assert ground(objection, "objection_is_heard").facts == {"body": "advisory_group"}


@pytest.mark.norm("W-ZA-06")
def test_there_is_no_suspension():
    assert not {"suspended", "suspend"} & ({str(s) for s in MembershipState} | set(MEMBERSHIP.steps))
    assert all(defaults.held(book, "membership.suspension").value is False for book in BOOKS.values())


def test_the_lives_of_a_membership_and_a_removal():
    assert MEMBERSHIP.open_steps(MembershipState.ACTIVE) == ("resign", "remove")
    assert MEMBERSHIP.is_over(MembershipState.RESIGNED)
    assert REMOVAL.open_steps(RemovalState.PREPARED) == ("notify", "drop")
    assert REMOVAL.open_steps(RemovalState.ANSWERED) == ("remove", "drop")
    assert REMOVAL.is_over(RemovalState.REMOVED)
