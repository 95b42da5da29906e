"""What §10 asks, as tables."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tkanka.rules import books, disputes
from tkanka.rules.disputes import DISPUTE, DisputeState, Facts, Holder, Part, advisory_key, part_in
from tkanka.rules.rulebook import Rulebook, read_rulebook
from tkanka.rules.standing import Capacity, Mandate, Office, Standing

RAZEM = read_rulebook(books.rulebook_text("razem_2023"))
SILENT = Rulebook("-", date(2026, 11, 20))
DACH, MOSTY, THIRD = (UUID(int=n) for n in (1, 2, 3))
ADA, BEA, HALINA, IGOR, ADVISER, OTHER = (UUID(int=n) for n in range(11, 17))
S = DisputeState


def main(person, *parties, offices=()):
    mandates = frozenset(Mandate(party, Capacity.MAIN) for party in parties)
    return Standing(person=person, offices=frozenset(offices), mandates=mandates, members=frozenset(parties))


def facts(state=S.INTAKE, **more):
    told = {"parties": frozenset({DACH, MOSTY}), "advisers": frozenset({ADVISER, OTHER})} | more
    return Facts(state=state, **told)


def codes(ruling):
    return {ground.code for ground in ruling.failed}


def may_bring(book=RAZEM, by=None, **more):
    told = {"organisation": DACH, "against": {MOSTY}, "members": {DACH, MOSTY}, "in_faith": True} | more
    return disputes.may_bring(book, by or main(ADA, DACH), **told)


@pytest.mark.norm("R-10-01", "R-10-11")
@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, None),
        ({"by": main(BEA, MOSTY)}, "member_brings_dispute"),
        ({"against": {DACH}}, "dispute_among_members"),
        ({"against": set()}, "dispute_among_members"),
        ({"against": {THIRD}}, "dispute_among_members"),
        ({"in_faith": False}, "good_faith_accepted"),
        ({"book": SILENT}, "disputes_known"),
    ],
)
def test_members_bring_disputes_and_nobody_refuses_them_for_their_weight(more, code):
    ruling = may_bring(**more)
    assert codes(ruling) == ({code} if code else set())


@pytest.mark.norm("R-10-12")
@pytest.mark.parametrize(
    ("by", "told", "part"),
    [
        (main(ADA, DACH), {}, Part.PARTY),
        (main(HALINA, offices=[Office.COORDINATOR]), {}, Part.HANDLER),
        (main(HALINA, DACH, offices=[Office.COORDINATOR]), {}, Part.PARTY),
        (main(HALINA, offices=[Office.COORDINATOR]), {"involved": frozenset({HALINA})}, None),
        (main(ADVISER, THIRD), {}, None),
        (main(ADVISER, THIRD), {"in_office": frozenset({HALINA})}, Part.ADVISER),
        (main(ADVISER, THIRD), {"state": S.ASKED}, Part.ADVISER),
        (main(ADVISER, THIRD), {"state": S.ASKED, "involved": frozenset({ADVISER})}, None),
        (main(OTHER, THIRD), {"advisers": frozenset(), "mediators": frozenset({OTHER})}, Part.MEDIATOR),
        (main(OTHER, THIRD), {"advisers": frozenset(), "replacing": {OTHER: Holder.ADVISORY}}, Part.SUBSTITUTE),
        (main(OTHER, THIRD), {"advisers": frozenset()}, None),
        (Standing(), {}, None),
    ],
)
def test_whoever_is_involved_has_no_part_by_office(by, told, part):
    assert part_in(by, facts(**told)) == part


@pytest.mark.norm("R-10-10")
def test_the_advisory_group_reads_the_file_only_once_its_key_is_asked_for():
    assert not disputes.reads_texts(Part.ADVISER, S.INTAKE)
    assert disputes.reads_texts(Part.ADVISER, S.ASKED)
    assert not disputes.reads_texts(None, S.ASKED)


@pytest.mark.norm("R-10-03")
@pytest.mark.parametrize(
    ("more", "told", "code"),
    [
        ({}, {}, None),
        ({"origin": "outside"}, {}, None),
        ({"origin": "above"}, {}, "mediator_from_there"),
        ({"neutral": False}, {}, "mediator_is_no_party"),
        ({"party": THIRD}, {}, "own_party"),
        ({}, {"state": S.ADMITTED}, "still_in_mediation"),
        ({}, {"in_office": frozenset({HALINA})}, "involved_are_replaced"),
        ({}, {"in_office": frozenset({HALINA}), "replaced": frozenset({HALINA})}, None),
    ],
)
def test_a_mediator_is_no_party(more, told, code):
    asked = {"party": DACH, "origin": "inside", "neutral": True} | more
    ruling = disputes.may_propose_mediator(RAZEM, main(ADA, DACH), facts(**told), **asked)
    assert codes(ruling) == ({code} if code else set())


@pytest.mark.norm("R-10-03")
def test_every_party_accepts_the_mediator():
    assert disputes.is_accepted(RAZEM, [True, True])
    assert not disputes.is_accepted(RAZEM, [True, None])


@pytest.mark.norm("R-10-02", "R-10-05")
@pytest.mark.parametrize(
    ("mediated", "explained", "heard", "code"),
    [(True, False, True, None), (False, True, True, None), (False, False, True, "mediation_or_reason"),
     (True, False, False, "others_are_heard")],
)  # fmt: skip
def test_one_party_asks_after_mediation_or_with_a_reason_the_others_heard(mediated, explained, heard, code):
    ruling = disputes.may_ask_admission(
        RAZEM, main(ADA, DACH), facts(), party=DACH, mediated=mediated, explained=explained, heard=heard
    )
    assert codes(ruling) == ({code} if code else set())


def test_silence_holds_nobody_up_longer_than_two_weeks():
    told = date(2026, 11, 1)
    assert not disputes.is_heard(answered=False, told=told, today=told + timedelta(days=13))
    assert disputes.is_heard(answered=False, told=told, today=told + timedelta(days=14))
    assert disputes.is_heard(answered=True, told=told, today=told)


@pytest.mark.norm("R-10-06", "R-10-13")
@pytest.mark.parametrize(
    ("more", "told", "code"),
    [
        ({}, {}, None),
        ({"by": main(HALINA, DACH)}, {}, "involved_hold_no_key"),
        ({}, {"involved": frozenset({HALINA})}, "involved_hold_no_key"),
        ({"in_office": False}, {}, "holds_a_key"),
        ({"in_office": False}, {"replacing": {HALINA: Holder.COORDINATOR}}, None),
        ({"in_office": False}, {"replacing": {HALINA: Holder.ADVISORY}}, "holds_a_key"),
        ({"explained": False}, {}, "key_says_why"),
        ({"turned": True}, {}, "key_not_turned"),
        ({}, {"state": S.INTAKE}, "admission_is_asked"),
        ({}, {"in_office": frozenset({ADVISER})}, "involved_are_replaced"),
    ],
)
def test_a_key_is_turned_with_a_reason_by_nobody_involved(more, told, code):
    asked = {"by": main(HALINA), "holder": Holder.COORDINATOR, "in_office": True, "explained": True,
             "turned": False} | more  # fmt: skip
    by = asked.pop("by")
    ruling = disputes.may_turn_key(RAZEM, by, facts(**({"state": S.ASKED} | told)), **asked)
    assert codes(ruling) == ({code} if code else set())


@pytest.mark.norm("R-10-06")
@pytest.mark.parametrize(
    ("entitled", "yes", "no", "says"),
    [(7, 0, 0, None), (7, 3, 0, None), (7, 4, 0, True), (7, 1, 4, False), (3, 1, 1, None), (3, 2, 0, True),
     (2, 1, 1, False), (1, 1, 0, True)],
)  # fmt: skip
def test_the_advisory_group_turns_its_key_by_its_ordinary_decision(entitled, yes, no, says):
    assert advisory_key(RAZEM, entitled=entitled, yes=yes, no=no) is says


@pytest.mark.norm("R-10-14")
@pytest.mark.parametrize(
    ("by", "told", "more", "code"),
    [
        (main(ADVISER), {}, {}, None),
        (main(IGOR, offices=[Office.SECRETARIAT]), {}, {}, "uninvolved_advisers_name"),
        (main(ADVISER), {"replaced": frozenset({HALINA})}, {}, "somebody_to_replace"),
        (main(ADVISER), {}, {"fit": False}, "substitute_of_another_member"),
        (main(IGOR, offices=[Office.SECRETARIAT]), {}, {"drawn": True}, "uninvolved_advisers_name"),
        (main(IGOR, offices=[Office.SECRETARIAT]), {"advisers": frozenset()}, {"drawn": True}, None),
    ],
)
def test_the_uninvolved_of_the_advisory_group_name_substitutes_else_a_lot(by, told, more, code):
    asked = {"replaced": HALINA, "fit": True} | more
    ruling = disputes.may_name_substitute(RAZEM, by, facts(**({"in_office": frozenset({HALINA})} | told)), **asked)
    assert codes(ruling) == ({code} if code else set())


@pytest.mark.norm("R-10-06", "R-10-14")
@pytest.mark.parametrize(
    ("told", "running", "code"),
    [({}, False, None), ({"state": S.ASKED}, False, "admitted_by_both_keys"), ({}, True, "no_vote_runs"),
     ({"in_office": frozenset({ADVISER})}, False, "involved_are_replaced"),
     ({"involved": frozenset({HALINA})}, False, "handlers_only")],
)  # fmt: skip
def test_nothing_comes_before_a_meeting_that_both_keys_did_not_admit(told, running, code):
    by = main(HALINA, offices=[Office.COORDINATOR])
    ruling = disputes.may_put_to_vote(RAZEM, by, facts(**({"state": S.ADMITTED} | told)), running=running)
    assert codes(ruling) == ({code} if code else set())


def test_the_course_of_a_dispute():
    assert DISPUTE.after(S.INTAKE, "settle") == S.SETTLED
    assert DISPUTE.after(S.ADMITTED, "not_decide") == S.MEDIATION
    assert {state for state in DISPUTE.states if DISPUTE.is_over(state)} == disputes.OVER


@pytest.mark.norm("R-10-10")
@pytest.mark.parametrize(
    ("closed", "until"), [(date(2026, 11, 20), date(2028, 11, 20)), (date(2025, 2, 28), date(2027, 2, 28))]
)
def test_a_file_is_kept_for_two_years(closed, until):
    assert disputes.kept_until(RAZEM, closed) == until
