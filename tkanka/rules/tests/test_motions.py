"""Motions for action, and matters to be carried outside."""

from datetime import date

import pytest

from tkanka.rules import motions
from tkanka.rules.motions import MOTION, MotionKind

from .cast import COORDINATOR, FORUM, MOST, RAZEM, SECRETARIAT, SIEC, SOMEBODY, TRATWA, WARMIA, codes, ground, of


@pytest.mark.parametrize(
    ("book", "kinds"),
    [
        (WARMIA, (MotionKind.ACTION,)),
        (RAZEM, (MotionKind.CARRY,)),
        (SIEC, (MotionKind.ACTION,)),
        (FORUM, (MotionKind.ACTION,)),
    ],
)
def test_what_may_be_moved_where(book, kinds):
    assert motions.motion_kinds(book) == kinds


@pytest.mark.norm("W-KO-05")
@pytest.mark.parametrize(
    ("by", "organisation", "may"),
    [
        (of(MOST), MOST, True),
        (of(MOST), TRATWA, False),
        (of(MOST), None, False),
        (of(MOST, member=False), MOST, False),
        (SOMEBODY, MOST, False),
    ],
)
def test_one_participant_is_enough(by, organisation, may):
    ruling = motions.may_move(WARMIA, by, organisation=organisation, kind="action")
    assert bool(ruling) is may
    assert ground(ruling, "participant_moves").cite == "Koordynacja"


def test_a_kind_the_network_does_not_know_is_refused():
    assert codes(motions.may_move(WARMIA, of(MOST), organisation=MOST, kind="carry")) == {"motion_kind_known"}


@pytest.mark.norm("W-KO-05")
@pytest.mark.parametrize(
    ("moved", "due"),
    [
        (date(2026, 4, 1), date(2026, 5, 1)),  # a day is a day, holiday or not
        (date(2026, 10, 12), date(2026, 11, 11)),
        (date(2026, 11, 24), date(2026, 12, 24)),
    ],
)
def test_a_call_to_act_is_answered_within_thirty_days(moved, due):
    assert motions.answer_due(WARMIA, moved=moved, kind="action") == due


@pytest.mark.norm("R-05-20")
def test_a_matter_to_be_carried_outside_has_no_fixed_day():
    assert motions.answer_due(RAZEM, moved=date(2026, 4, 1), kind="carry") is None


def answer(book, by, kind="action", **facts):
    whole = {"own": False, "explained": True, "taken_up": True, "where": False, "when": False}
    return codes(motions.may_answer(book, by, kind=kind, **(whole | facts)))


def test_the_secretariat_answers_with_a_reason_and_not_its_own_motion():
    assert answer(WARMIA, SECRETARIAT) == set()
    assert answer(WARMIA, of(MOST)) == {"secretariat_answers_motions"}
    assert answer(WARMIA, SECRETARIAT, explained=False) == {"reason_explained"}
    assert answer(WARMIA, SECRETARIAT, own=True) == {"not_own_case"}


@pytest.mark.norm("R-05-20")
def test_the_coordinator_says_where_and_when_a_matter_was_presented_or_why_not():
    assert answer(RAZEM, COORDINATOR, "carry", where=True, when=True) == set()
    assert answer(RAZEM, COORDINATOR, "carry", where=True) == {"carried_where_and_when"}
    assert answer(RAZEM, COORDINATOR, "carry", taken_up=False) == set()
    assert answer(RAZEM, SECRETARIAT, "carry", taken_up=False) == {"coordinator_carries_outside"}


def test_only_the_mover_takes_it_back_and_only_once():
    assert motions.may_withdraw(WARMIA, of(MOST), organisation=MOST)
    assert not motions.may_withdraw(WARMIA, of(TRATWA), organisation=MOST)
    assert MOTION.is_over("withdrawn") and MOTION.is_over("taken_up")


def test_the_overseer_sees_the_log():
    assert motions.may_see_log(WARMIA, of(MOST), oversees=True)
    assert motions.may_see_log(WARMIA, SECRETARIAT, oversees=False)
    assert codes(motions.may_see_log(WARMIA, of(MOST), oversees=False)) == {"oversees"}
