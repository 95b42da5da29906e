"""Choosing who keeps the secretariat by consensus of all parties."""

from datetime import date

import pytest

from tkanka.rules import choosing
from tkanka.rules.choosing import CHOICE, ChoiceState

from .cast import COORDINATOR, MOST, RAZEM, SECRETARIAT, SOMEBODY, TRATWA, WARMIA, codes, ground, of

TODAY, UNTIL = date(2026, 11, 20), date(2026, 12, 4)
ROUND = {"running": False, "number": 1, "participates": True, "until": UNTIL, "today": TODAY}
STANCE = {"organisation": MOST, "listed": True, "over": False, "agrees": True, "explained": False}


@pytest.mark.norm("W-KO-02")
@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, set()),
        ({"number": 3}, set()),
        ({"participates": False}, {"candidate_participates"}),
        ({"running": True}, {"one_round_at_a_time"}),
        ({"number": 4}, {"rounds_at_most"}),
        ({"until": TODAY}, {"round_ends_later"}),
    ],
)
def test_a_candidate_is_a_participant_and_put_to_all_at_most_three_times(more, missing):
    ruling = choosing.may_ask_round(WARMIA, SECRETARIAT, **ROUND | more)
    assert codes(ruling) == missing
    assert ground(ruling, "candidate_participates").cite == "Koordynacja"
    assert ground(ruling, "rounds_at_most").default


@pytest.mark.parametrize(("by", "missing"), [(COORDINATOR, set()), (of(MOST), {"secretariat_runs_choice"})])
def test_who_runs_it(by, missing):
    assert codes(choosing.may_ask_round(WARMIA, by, **ROUND)) == missing


def test_where_the_charter_knows_no_such_choice_there_is_none():
    assert codes(choosing.may_ask_round(RAZEM, SECRETARIAT, **ROUND)) == {"secretariat_by_consensus"}
    assert not choosing.choice_known(RAZEM) and choosing.choice_known(WARMIA)


@pytest.mark.norm("W-KO-03")
@pytest.mark.parametrize(
    ("by", "more", "missing"),
    [
        (of(MOST), {}, set()),
        (of(MOST), {"agrees": False, "explained": True}, set()),
        (of(MOST), {"agrees": False}, {"objection_says_why"}),
        (of(MOST), {"over": True}, {"round_open"}),
        (of(MOST), {"listed": False}, {"participant_is_asked"}),
        (of(TRATWA), {}, {"participant_is_asked"}),
        (SOMEBODY, {"organisation": None}, {"participant_is_asked"}),
    ],
)
def test_every_listed_participant_has_a_word_and_an_objection_its_reason(by, more, missing):
    assert codes(choosing.may_take_stance(WARMIA, by, **STANCE | more)) == missing


@pytest.mark.norm("W-KO-03")
@pytest.mark.parametrize(
    ("objections", "number", "step"),
    [(0, 1, "agree"), (0, 3, "agree"), (1, 1, None), (1, 2, None), (1, 3, "give_up")],
)
def test_consensus_is_that_no_objection_stands_after_at_most_three_rounds(objections, number, step):
    assert choosing.step_after(WARMIA, objections=objections, number=number) == step
    ruling = choosing.consensus(WARMIA, objections=objections)
    assert bool(ruling) is not bool(objections)
    assert ruling.cites == ("Koordynacja",) and ground(ruling, "no_objection_stands").default


@pytest.mark.parametrize(
    ("today", "silent", "running", "missing"),
    [
        (UNTIL, 1, True, {"round_over"}),
        (UNTIL, 0, True, set()),
        (date(2026, 12, 5), 1, True, set()),
        (TODAY, 0, True, set()),
        (TODAY, 0, False, {"round_open"}),
        (UNTIL, 1, False, {"round_open", "round_over"}),
    ],
)
def test_a_round_ends_once_after_its_day_or_when_all_have_answered(today, silent, running, missing):
    facts = {"running": running, "until": UNTIL, "silent": silent, "today": today}
    assert codes(choosing.may_close_round(SECRETARIAT, **facts)) == missing
    assert "secretariat_runs_choice" in codes(choosing.may_close_round(of(MOST), **facts))


@pytest.mark.norm("W-KO-04")
def test_the_council_remarks_and_does_nothing_else():
    assert choosing.may_remark(WARMIA, oversees=True).cites == ("Koordynacja",)
    assert codes(choosing.may_remark(WARMIA, oversees=False)) == {"watches_over_choice"}


def test_what_is_decided_stays_and_calling_off_needs_a_reason():
    assert all(CHOICE.is_over(state) for state in ChoiceState if state != ChoiceState.OPEN)
    assert codes(choosing.may_call_off(SECRETARIAT, explained=False)) == {"called_off_with_reason"}
