"""Verifying an application."""

from datetime import date

import pytest

from tkanka.rules import membership
from tkanka.rules.membership import APPLICATION, ApplicationState, Refusal
from tkanka.rules.parties import Kind
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity

from .cast import COORDINATOR, MOST, RAZEM, SECRETARIAT, SIEC, SOMEBODY, WARMIA, codes, ground, of
from .test_joining import ACTIVE, FOUR


def accept(by=SECRETARIAT, **facts):
    whole = {"own": False, "kind": Kind.FOUNDATION, "stated": {ACTIVE}, "made": FOUR}
    return membership.may_accept(RAZEM, by, **(whole | facts))


def refuse(reason, by=SECRETARIAT, **facts):
    whole = {"own": False, "explained": True, "kind": Kind.BUSINESS, "made": FOUR - {"intent_and_aims"}}
    return membership.may_refuse(RAZEM, by, reason=reason, **(whole | facts))


@pytest.mark.norm("R-03-11")
@pytest.mark.parametrize(
    ("by", "may"),
    [
        (SECRETARIAT, True),
        (COORDINATOR, True),
        (SOMEBODY, False),
        (of(MOST), False),
        (of(MOST, Capacity.DIRECTOR), False),
    ],
)
def test_only_an_office_accepts_refuses_or_asks(by, may):
    for ruling in (accept(by), refuse("kind", by), membership.may_ask(RAZEM, by, own=False)):
        assert bool(ruling) is may
        assert ground(ruling, "secretariat_verifies").cite == "§3"


def test_nobody_verifies_their_own_application():
    assert codes(accept(own=True)) == {"not_own_case"}
    assert codes(refuse("kind", own=True)) == {"not_own_case"}


def test_accepting_needs_what_handing_in_needed():
    assert codes(accept(kind=Kind.BUSINESS)) == {"kind_belongs"}
    assert codes(accept(stated=set())) == {"one_condition_met"}
    assert codes(accept(made=set())) == {"every_declaration_made"}


@pytest.mark.norm("R-03-06", "R-01-05", "R-03-05")
@pytest.mark.parametrize(
    "reason", ["approach", "horizon", "short_term", "fee", "country", "", "I do not like them", "KIND"]
)
def test_a_reason_outside_the_closed_list_refuses_nobody(reason):
    assert "reason_on_the_list" in codes(refuse(reason))


@pytest.mark.norm("R-03-06")
@pytest.mark.parametrize(
    ("reason", "cite"),
    [
        ("kind", "§3"),
        ("eligibility", "§3"),
        ("declaration", "§3"),
        ("not_genuine", "§3"),
        ("duplicate", ""),
        ("unanswered", ""),
    ],
)
def test_every_reason_of_the_list_knows_its_paragraph(reason, cite):
    assert refuse(reason)
    assert membership.refusal_cite(RAZEM, Refusal(reason)) == cite
    assert "approach" not in set(Refusal)


def test_a_refusal_is_explained():
    assert codes(refuse("kind", explained=False)) == {"reason_explained"}


@pytest.mark.norm("R-01-04")
def test_a_kind_that_belongs_is_no_reason_to_refuse():
    assert codes(refuse("kind", kind=Kind.INFORMAL_GROUP)) == {"reason_holds"}
    assert codes(refuse("declaration", made=FOUR)) == {"reason_holds"}


def test_the_applicant_answers():
    assert membership.may_answer(RAZEM, SOMEBODY, own=True)
    assert not membership.may_answer(RAZEM, SECRETARIAT, own=False)


@pytest.mark.norm("R-03-11")
def test_five_working_days_are_a_promise_and_no_paragraph():
    least, most = membership.verification_bounds(RAZEM)
    assert (least.value, most.value) == (0, 5)
    assert most.is_default
    clock = membership.verification_clock(RAZEM, date(2026, 11, 20))
    assert clock.due == date(2026, 11, 27)


@pytest.mark.norm("R-03-11")
def test_the_clock_is_held_while_the_applicant_owes_an_answer():
    asked = ((date(2026, 11, 23), date(2026, 11, 26)),)
    assert membership.verification_clock(RAZEM, date(2026, 11, 20), asked).due == date(2026, 12, 2)
    assert membership.verification_clock(RAZEM, date(2026, 11, 20), ((date(2026, 11, 23), None),)).due is None


@pytest.mark.norm("W-ZA-06")
def test_where_nobody_verifies_no_clock_runs():
    assert membership.verification_clock(WARMIA, date(2026, 11, 20)) is None
    assert membership.verification_clock(SIEC, date(2026, 11, 20)) is None


S = ApplicationState


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        (S.DRAFT, ("submit", "withdraw")),
        (S.SUBMITTED, ("ask", "accept", "refuse", "withdraw")),
        (S.ASKED, ("answer", "refuse", "withdraw")),
        (S.ACCEPTED, ()),
        (S.REFUSED, ()),
        (S.WITHDRAWN, ()),
    ],
)
def test_the_life_of_an_application(state, steps):
    assert APPLICATION.open_steps(state) == steps
    assert APPLICATION.is_over(state) is (not steps)


def test_an_answer_brings_the_application_back_to_the_secretariat():
    assert APPLICATION.after(APPLICATION.after(S.SUBMITTED, "ask"), "answer") == S.SUBMITTED


def test_a_step_that_is_not_open_is_refused_and_one_nobody_knows_is_a_mistake():
    with pytest.raises(Refused, match="step_not_open"):
        APPLICATION.after(S.ACCEPTED, "refuse")
    with pytest.raises(KeyError):
        APPLICATION.after(S.DRAFT, "suspend")


def test_a_lifecycle_draws_itself():
    drawing = APPLICATION.drawing()
    assert drawing.startswith("stateDiagram-v2\n  [*] --> draft\n")
    assert "  submitted --> asked: ask" in drawing
