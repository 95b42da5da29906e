"""Parting from the host: who may do what, when."""

from datetime import date

import pytest

from tkanka.rules import separation
from tkanka.rules.separation import CASE, CaseState, Interest, may_open_case
from tkanka.rules.voting import Tally, verdict

from .cast import HOST, MOST, RAZEM, SECRETARIAT, SOMEBODY, TRATWA, WARMIA, codes, ground, of

QUALITIES = {"humanitarian_or_development_experience", "knows_local_context"}
OPENING = {
    "sits": True,
    "for_host": False,
    "running": False,
    "interest": Interest.NETWORK,
    "reason": "Gwarancja się kończy",
}


@pytest.mark.norm("R-06-24", "R-06-25")
@pytest.mark.parametrize(
    ("by", "more", "missing"),
    [
        (SOMEBODY, {}, set()),
        (SOMEBODY, {"sits": False, "for_host": True, "interest": Interest.HOST}, set()),
        (SECRETARIAT, {"sits": False}, set()),
        (SOMEBODY, {"sits": False}, {"advisory_host_or_office_opens"}),
        (SOMEBODY, {"running": True}, {"one_separation_at_a_time"}),
        (SOMEBODY, {"interest": "mine"}, {"interest_of_a_side"}),
        (SOMEBODY, {"reason": " "}, {"interest_of_a_side"}),
    ],
)
def test_a_case_opens_on_the_stated_interest_of_a_side(by, more, missing):
    ruling = may_open_case(RAZEM, by, **OPENING | more)
    assert codes(ruling) == missing
    assert ground(ruling, "interest_of_a_side").cite == "§6"


def test_a_charter_without_a_host_knows_no_parting():
    assert codes(may_open_case(WARMIA, SECRETARIAT, **OPENING)) == {"separation_known"}


PROPOSED = {"sits": True, "open_case": True, "candidate": MOST, "host": HOST, "stated": QUALITIES, "waiting": False}


@pytest.mark.norm("R-04-02", "R-04-03", "R-06-28", "R-06-29")
@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, set()),
        ({"candidate": HOST}, {"another_organisation"}),
        ({"stated": {"knows_local_context"}}, {"qualities_stated"}),
        ({"sits": False}, {"advisory_names_successor"}),
        ({"open_case": False}, {"separation_open"}),
        ({"waiting": True}, {"one_successor_at_a_time"}),
    ],
)
def test_the_successor_is_another_organisation_with_the_qualities_of_a_host(more, missing):
    ruling = separation.may_propose_successor(RAZEM, SOMEBODY, **PROPOSED | more)
    assert codes(ruling) == missing
    assert ground(ruling, "qualities_stated").cite == "§4" and ground(ruling, "another_organisation").cite == "§6"


@pytest.mark.norm("R-06-28")
def test_it_is_named_by_the_ordinary_vote_without_the_hosts_seat():
    rule = separation.naming_rule(RAZEM)
    assert [one.who for one in rule.exclusions.value] == ["seat_of_host"]
    assert verdict(rule, Tally(7, 3, 2)).outcome == "passed" and verdict(rule, Tally(7, 3)).outcome == "failed"


@pytest.mark.parametrize(
    ("by", "more", "missing"),
    [
        (of(MOST), {}, set()),
        (of(MOST, member=False), {}, set()),
        (of(TRATWA), {}, {"successor_answers_itself"}),
        (SECRETARIAT, {}, {"successor_answers_itself"}),
        (of(MOST), {"named": False}, {"successor_is_named"}),
        (of(MOST), {"answered": True}, {"successor_not_answered"}),
        (of(MOST), {"open_case": False}, {"separation_open"}),
    ],
)
def test_the_successor_answers_for_itself_once(by, more, missing):
    facts = {"successor": MOST, "named": True, "answered": False, "open_case": True}
    assert codes(separation.may_answer_naming(by, **facts | more)) == missing


@pytest.mark.norm("R-06-25", "R-06-28", "R-06-29")
@pytest.mark.parametrize(
    ("facts", "lacking"),
    [
        ({}, set()),
        ({"interest": ""}, {"interest_of_a_side_stated"}),
        ({"named": False}, {"successor_named"}),
        ({"accepted": False}, {"successor_accepted"}),
        ({"successor": HOST}, {"successor_is_not_host"}),
        ({"successor": None}, {"successor_is_not_host"}),
    ],
)
def test_what_the_vote_waits_for(facts, lacking):
    told = {"interest": Interest.BOTH, "named": True, "accepted": True, "successor": MOST, "host": HOST}
    every = {"interest_of_a_side_stated", "successor_named", "successor_accepted", "successor_is_not_host"}
    assert separation.met(**told | facts) == every - lacking


@pytest.mark.parametrize(
    ("by", "more", "missing"),
    [
        (SOMEBODY, {}, set()), (SECRETARIAT, {"sits": False}, set()),
        (SOMEBODY, {"sits": False}, {"advisory_or_office_calls_vote"}),
        (SOMEBODY, {"open_case": False}, {"separation_open"}), (SOMEBODY, {"voting": True}, {"one_vote_on_parting"}),
    ],
)  # fmt: skip
def test_who_calls_the_vote(by, more, missing):
    assert (
        codes(separation.may_call_vote(RAZEM, by, **{"sits": True, "open_case": True, "voting": False} | more))
        == missing
    )


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, set()), ({"own": False}, {"opener_or_office_withdraws"}), ({"open_case": False}, {"separation_open"}),
        ({"voting": True}, {"one_vote_on_parting"}), ({"on_resignation": True}, {"host_does_not_leave"}),
        ({"reason": ""}, {"withdrawal_says_why"}),
    ],
)  # fmt: skip
def test_a_case_is_taken_back_before_its_vote(more, missing):
    facts = {"own": True, "open_case": True, "voting": False, "on_resignation": False, "reason": "Porozumieliśmy się"}
    assert codes(separation.may_withdraw(SOMEBODY, **facts | more)) == missing


TODAY = date(2027, 7, 1)


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, set()), ({"left": 2}, {"everything_handed_over"}), ({"is_member": False}, {"successor_is_member"}),
        ({"on": date(2027, 7, 2)}, {"day_has_come"}), ({"decided": False}, {"parting_decided"}),
    ],
)  # fmt: skip
def test_the_successor_takes_over_once_everything_is_handed_over(more, missing):
    facts = {"decided": True, "left": 0, "is_member": True, "on": TODAY, "today": TODAY}
    ruling = separation.may_hand_over(RAZEM, SECRETARIAT, **facts | more)
    assert codes(ruling) == missing and ground(ruling, "successor_is_member").default
    assert not separation.may_hand_over(RAZEM, of(MOST), **facts)


KEEPERS = [
    (of(MOST), False, True), (of(HOST), False, True), (SOMEBODY, True, True), (SECRETARIAT, False, True),
    (of(TRATWA), False, False),
]  # fmt: skip


@pytest.mark.parametrize(("by", "sits", "allowed"), KEEPERS)
def test_both_sides_keep_the_list(by, sits, allowed):
    assert bool(separation.may_keep_list(RAZEM, by, sits=sits, parties={MOST, HOST}, decided=True)) is allowed
    assert not separation.may_keep_list(RAZEM, by, sits=sits, parties={MOST, HOST}, decided=False)


def test_what_is_over_stays():
    over = {CaseState.REJECTED, CaseState.HANDED_OVER, CaseState.WITHDRAWN}
    assert {one for one in CaseState if CASE.is_over(one)} == over
