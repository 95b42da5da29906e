"""Who may do what with a vote, and what is published of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tkanka.rules import voting
from tkanka.rules.terms import Term
from tkanka.rules.voting import (
    POLL,
    STEP_OF,
    BadFile,
    Candidate,
    Choice,
    Method,
    Outcome,
    PollKind,
    PollState,
    Secrecy,
    Tie,
    chosen,
    entry_of,
    lot_passes,
    publish,
    recount,
    rule_for,
)

from .cast import COORDINATOR, MOST, RAZEM, SECRETARIAT, SOMEBODY, TRATWA, codes, of

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
SEPARATION, DISPUTE = rule_for(RAZEM, PollKind.SEPARATION), rule_for(RAZEM, PollKind.DISPUTE)
MEMBERS, SEATS = rule_for(RAZEM, PollKind.MEMBERS), rule_for(RAZEM, PollKind.ORDINARY, body="working_group")
SECRET = replace(MEMBERS, secrecy=Term(Secrecy.SECRET))
CONSENSUS = replace(MEMBERS, method=Term(Method.CONSENSUS))
BEFORE = {"interest_of_a_side_stated", "successor_named", "successor_accepted", "successor_is_not_host"}


@pytest.mark.norm("R-06-27", "R-10-12", "R-10-13")
@pytest.mark.parametrize(
    ("rule", "marks", "entitled", "kind"),
    [
        (SEPARATION, {"seat_of_host"}, False, "no_vote"),
        (SEPARATION, set(), True, ""),
        (DISPUTE, {"coordinator_personally_involved"}, True, "no_deciding_role"),
        (DISPUTE, {"advisory_group_person_personally_involved"}, True, "no_deciding_role"),
        (DISPUTE, {"seat_of_host"}, True, ""),
    ],
)
def test_who_is_left_out_and_how_far(rule, marks, entitled, kind):
    found = entry_of(rule, Candidate(None, MOST, frozenset(marks)))
    assert (found.entitled, found.kind, bool(found.cite)) == (entitled, kind, bool(kind))


OPENING = {"leads": False, "entitled": 7, "closes_at": LATER, "now": NOW, "met": BEFORE}


@pytest.mark.norm("R-06-25", "R-06-28", "R-06-29")
@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, set()),
        ({"entitled": 0}, {"somebody_is_entitled"}),
        ({"entitled": 4}, {"quorum_can_be_reached"}),
        ({"closes_at": NOW}, {"vote_closes_later"}),
        ({"closes_at": None}, {"vote_closes_later"}),
        ({"closes_at": None, "at_meeting": True}, set()),
        ({"met": BEFORE - {"successor_named"}}, {"done_before_the_vote"}),
        ({"met": BEFORE - {"interest_of_a_side_stated"}}, {"done_before_the_vote"}),
        ({"met": BEFORE - {"successor_accepted"}}, {"done_before_the_vote"}),
        ({"met": BEFORE - {"successor_is_not_host"}}, {"done_before_the_vote"}),
    ],
)
def test_a_vote_on_parting_opens_with_a_reason_and_a_successor(more, missing):
    ruling = voting.may_open(SEPARATION, SECRETARIAT, **OPENING | more)
    assert codes(ruling) == missing
    named, accepted = (g for g in (*ruling.met, *ruling.failed) if g.code == "done_before_the_vote")
    if accepted.cite:
        named, accepted = accepted, named
    assert (named.cite, accepted.default) == ("§6", True)
    lacking = {name for one in ruling.failed for name in one.facts.get("missing", ())}
    assert lacking == BEFORE - more.get("met", BEFORE)


@pytest.mark.parametrize(
    ("by", "leads", "allowed"),
    [(SECRETARIAT, False, True), (COORDINATOR, False, True), (of(MOST), True, True), (of(MOST), False, False)],
)
def test_the_offices_and_those_who_lead_prepare_votes(by, leads, allowed):
    assert bool(voting.may_prepare(by, leads=leads)) is allowed


CAST = {
    "running": True, "entitled": True, "person": None, "organisation": MOST, "voted": False, "choice": Choice.FOR,
    "explained": False,
}  # fmt: skip
ME = of(MOST)


@pytest.mark.parametrize(
    ("rule", "by", "more", "missing"),
    [
        (MEMBERS, ME, {}, set()),
        (MEMBERS, ME, {"voted": True}, set()),
        (SECRET, ME, {"voted": True}, {"secret_vote_is_final"}),
        (MEMBERS, of(TRATWA), {}, {"speaks_for_the_organisation"}),
        (MEMBERS, of(MOST, member=False), {}, {"speaks_for_the_organisation"}),
        (MEMBERS, ME, {"running": False}, {"vote_is_open"}),
        (MEMBERS, ME, {"entitled": False}, {"entitled_to_vote"}),
        (SEATS, ME, {"person": ME.person}, set()),
        (SEATS, ME, {"person": UUID(int=99)}, {"own_vote"}),
        (SEATS, SOMEBODY, {"person": None}, {"own_vote"}),
        (CONSENSUS, ME, {"choice": Choice.AGAINST}, {"vote_objection_says_why"}),
        (CONSENSUS, ME, {"choice": Choice.AGAINST, "explained": True}, set()),
        (CONSENSUS, ME, {"choice": Choice.ABSTAIN}, set()),
    ],
)
def test_one_vote_each_cast_by_who_may_commit_it(rule, by, more, missing):
    assert codes(voting.may_cast(rule, by, **CAST | more)) == missing


@pytest.mark.parametrize(
    ("rule", "more", "missing"),
    [
        (DISPUTE, {}, set()),
        (DISPUTE, {"at_meeting": False}, {"hands_at_a_meeting"}),
        (DISPUTE, {"running": False}, {"vote_is_open"}),
        (SECRET, {}, {"hands_are_no_secret"}),
    ],
)
def test_a_show_of_hands_is_entered_at_a_meeting(rule, more, missing):
    assert (
        codes(voting.may_enter_hands(rule, SECRETARIAT, **{"leads": False, "running": True, "at_meeting": True} | more))
        == missing
    )


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, set()), ({"voted": True}, {"not_voted_yet"}), ({"own": False}, {"own_vote"}),
        ({"reason": " "}, {"recusal_says_why"}),
        ({"running": False}, {"vote_is_open"}),
    ],
)  # fmt: skip
def test_one_steps_back_before_voting_and_says_why(more, missing):
    facts = {"running": True, "own": True, "entitled": True, "voted": False, "reason": "Mój brat tam pracuje"}
    assert codes(voting.may_recuse(ME, **facts | more)) == missing


@pytest.mark.parametrize(
    ("rule", "more", "missing"),
    [
        (DISPUTE, {}, set()), (MEMBERS, {}, {"secrecy_on_request"}), (DISPUTE, {"cast": 1}, {"nobody_voted"}),
        (DISPUTE, {"entitled": False}, {"entitled_to_vote"}),
    ],
)  # fmt: skip
def test_one_of_those_present_may_ask_for_a_secret_vote(rule, more, missing):
    assert codes(voting.may_ask_secrecy(rule, **{"entitled": True, "running": True, "cast": 0} | more)) == missing


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({"over": True}, set()), ({"silent": 0}, set()), ({"at_meeting": True}, set()), ({}, {"vote_over"}),
        ({"running": False, "over": True}, {"vote_is_open"}),
    ],
)  # fmt: skip
def test_a_vote_closes_at_its_hour_or_when_all_have_voted(more, missing):
    facts = {"leads": False, "running": True, "over": False, "silent": 3, "at_meeting": False}
    assert codes(voting.may_close(SECRETARIAT, **facts | more)) == missing
    assert not voting.may_close(ME, **facts | {"over": True})


@pytest.mark.parametrize(
    ("rule", "state", "response", "missing"),
    [
        (CONSENSUS, "failed", "Dopisaliśmy terminy", set()),
        (CONSENSUS, "failed", "", {"objections_are_answered"}),
        (CONSENSUS, "passed", "x", {"vote_may_be_repeated"}),
        (MEMBERS, "failed", "x", {"vote_may_be_repeated"}),
        (MEMBERS, "repeated", "", set()),
    ],
)
def test_the_same_question_comes_again_after_objections_or_a_tie(rule, state, response, missing):
    facts = {"leads": True, "state": state, "response": response}
    assert codes(voting.may_go_round_again(rule, ME, next_exists=False, **facts)) == missing
    assert "vote_may_be_repeated" in codes(voting.may_go_round_again(rule, ME, next_exists=True, **facts))


def test_calling_off_has_a_reason_and_following_up_a_decision():
    assert codes(voting.may_call_off(SECRETARIAT, leads=False, reason=" ")) == {"vote_called_off_why"}
    assert codes(voting.may_follow_up(SECRETARIAT, leads=False, state="failed")) == {"decision_was_taken"}
    assert voting.may_follow_up(ME, leads=True, state="passed")


@pytest.mark.parametrize(
    ("hours", "more", "due"),
    [(47, {}, False), (48, {}, True), (72, {}, False), (50, {"reminded": True}, False), (50, {"silent": []}, False),
     (50, {"closes_at": None}, False)],
)  # fmt: skip
def test_the_silent_are_reminded_once(hours, more, due):
    facts = {"opened_at": NOW, "closes_at": LATER, "reminded": False, "silent": [1]}
    assert voting.reminder_due(**facts | more, now=NOW + timedelta(hours=hours)) is due


def test_every_outcome_has_its_step():
    assert {POLL.after("open", STEP_OF[one]) for one in Outcome} == set(voting.DECIDED)
    assert all(POLL.is_over(one) for one in (*voting.DECIDED, PollState.CALLED_OFF))


def line(choice=None, entitled=True):
    return {"name": "Ada", "organisation": "Dach", "entitled": entitled, "choice": choice}


def published(rule=MEMBERS, voters=None, counts=None, lot="", present=None):
    voters = voters or [line("for"), line("for"), line("against"), line(), line(entitled=False)]
    return publish(
        title="Czy?", rule=rule, voters=voters, counts=counts, present=present, lot=lot, more={"network": "razem"}
    )


@pytest.mark.norm("R-06-26", "R-10-07")
@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (published(), "passed"),
        (published(SEPARATION, [line("for")] * 5), "passed"),
        (published(SEPARATION, [line("for")] * 5 + [line("abstain")]), "failed"),
        (published(DISPUTE, [line("for")] * 5 + [line("abstain")] * 4, present=9), "passed"),
        (published(SECRET, [line()] * 6, counts={"for": 4, "against": 1}), "passed"),
        (published(chosen(MEMBERS, tie=Tie.REPEAT), [line("for"), line("against")]), "repeated"),
        (published(chosen(MEMBERS, tie=Tie.LOT), [line("for"), line("against")], lot="7"),
         "passed" if lot_passes("7") else "failed"),
    ],
)  # fmt: skip
def test_a_stranger_counts_the_same_verdict_from_the_file(data, outcome):
    anew, tally, same = recount(data)
    assert same and anew["outcome"] == outcome and tally.entitled == sum(one["entitled"] for one in data["voters"])


def test_a_changed_file_is_found_out():
    data = published()
    data["voters"][2]["choice"] = "for"
    assert recount(data)[2] is False


GOOD = published()


@pytest.mark.parametrize(
    "data",
    [
        None, [], {}, GOOD | {"form": "x"}, GOOD | {"rule": {}}, GOOD | {"voters": 3}, GOOD | {"voters": [3]},
        GOOD | {"voters": [line("perhaps")]}, GOOD | {"counts": {"for": -1}}, GOOD | {"counts": {"for": True}},
        GOOD | {"counts": {"other": 1}}, GOOD | {"counts": {"for": 99}}, GOOD | {"present": "9"},
        GOOD | {"present": 1},
        published(chosen(MEMBERS, tie=Tie.LOT), [line("for")]) | {"voters": [line("for"), line("against")]},
        GOOD | {"voters": [line(["for"])]},
    ],
)  # fmt: skip
def test_what_is_no_published_vote_is_refused(data):
    with pytest.raises(BadFile):
        recount(data)


def test_the_lot_is_settled_by_its_seed():
    drawn = {lot_passes(str(seed)) for seed in range(20)}
    assert drawn == {True, False} and lot_passes("7") == lot_passes("7")
