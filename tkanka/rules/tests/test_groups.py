"""Proposing and verifying working groups."""

from datetime import date
from uuid import UUID

import pytest

from tkanka.rules import groups
from tkanka.rules.groups import PROPOSAL, CheckItem, Field, Route
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity

from .cast import COORDINATOR, FORUM, HOST, MOST, RAZEM, SECRETARIAT, SIEC, SOMEBODY, TRATWA, WARMIA, codes, ground, of

FOUR = {Field.AIMS, Field.TIME, Field.MEETINGS, Field.LANGUAGE}
ALL = {CheckItem.VALUES, CheckItem.SCOPE, CheckItem.INSIDE, CheckItem.OUTSIDE}


def submit(route=Route.MEMBERS, by=None, **facts):
    whole = {"own": True, "agreed": {MOST, TRATWA}, "filled": FOUR}
    return groups.may_submit(RAZEM, by or of(MOST), route=route, **(whole | facts))


@pytest.mark.norm("R-09-01")
@pytest.mark.parametrize(
    ("agreed", "may"), [(set(), False), ({MOST}, False), ({MOST, TRATWA}, True), ({MOST, TRATWA, HOST}, True)]
)
def test_two_different_members_have_to_agree(agreed, may):
    ruling = submit(agreed=agreed)
    assert bool(ruling) is may
    assert ground(ruling, "enough_initiators").cite == "§9"


@pytest.mark.norm("R-09-04")
@pytest.mark.parametrize(("agreed", "may"), [({MOST}, False), ({MOST, TRATWA}, True)])
def test_a_match_needs_members_who_agreed_too(agreed, may):
    ruling = submit(Route.MATCH, SECRETARIAT, agreed=agreed)
    assert bool(ruling) is may
    assert ground(ruling, "enough_initiators").default


@pytest.mark.norm("R-09-03", "R-06-13")
@pytest.mark.parametrize(
    ("reason", "coordinator", "advisory", "missing"),
    [
        (True, True, True, set()),
        (True, False, True, {"coordinator_agreed"}),
        (True, True, False, {"advisory_group_agreed"}),
        (False, True, True, {"strategic_reason_given"}),
        (False, False, False, {"strategic_reason_given", "coordinator_agreed", "advisory_group_agreed"}),
    ],
)
def test_a_strategic_group_needs_both_keys_and_a_reason(reason, coordinator, advisory, missing):
    ruling = submit(
        Route.JOINT, COORDINATOR, agreed=set(), strategic_reason=reason, coordinator_agreed=coordinator,
        advisory_agreed=advisory,
    )  # fmt: skip
    assert codes(ruling) == missing


@pytest.mark.parametrize(("seats", "yes", "agreed"), [(8, 4, False), (8, 5, True), (7, 4, True), (0, 0, False)])
def test_a_body_agrees_with_more_than_half_of_its_seats(seats, yes, agreed):
    assert groups.group_agreed(seats=seats, yes=yes) is agreed


@pytest.mark.parametrize(
    ("by", "advises", "routes"),
    [
        (of(MOST), False, (Route.MEMBERS,)),
        (of(MOST), True, (Route.MEMBERS, Route.JOINT)),
        (of(MOST, member=False), False, ()),
        (of(MOST, Capacity.COMMUNICATION), False, ()),
        (COORDINATOR, False, (Route.JOINT, Route.MATCH)),
        (SECRETARIAT, False, (Route.MATCH,)),
        (SOMEBODY, False, ()),
    ],
)
def test_who_begins_on_which_route(by, advises, routes):
    assert groups.routes_open(RAZEM, by, advises=advises) == routes


@pytest.mark.parametrize("book", [WARMIA, SIEC, FORUM])
def test_where_the_charter_knows_no_working_groups_nobody_proposes_one(book):
    ruling = groups.may_draft(book, of(MOST), route=Route.MEMBERS, advises=False)
    assert codes(ruling) == {"working_groups_known", "route_known"}


@pytest.mark.norm("R-09-23", "R-09-24", "R-09-25", "R-09-26", "R-09-28")
def test_four_fields_are_asked_for_and_the_profile_is_optional():
    assert set(groups.fields_required(RAZEM)) == FOUR
    for field in FOUR:
        ruling = submit(filled=FOUR - {field})
        assert codes(ruling) == {"proposal_complete"}
        assert ground(ruling, "proposal_complete").facts["missing"] == field
    assert submit(filled=FOUR)


@pytest.mark.parametrize(
    ("organisation", "invited", "missing"),
    [(MOST, True, set()), (TRATWA, True, {"speaks_for_a_member"}), (MOST, False, {"invited_to_initiate"})],
)
def test_a_co_initiator_agrees_by_its_own_word_and_when_invited(organisation, invited, missing):
    assert codes(groups.may_agree(RAZEM, of(MOST), organisation=organisation, invited=invited)) == missing


@pytest.mark.parametrize(
    ("by", "advises", "strategic", "sensitive"),
    [
        (COORDINATOR, False, True, True),
        (of(MOST), True, True, False),
        (SECRETARIAT, False, False, False),
        (of(MOST), False, False, False),
    ],
)
def test_who_may_flag(by, advises, strategic, sensitive):
    assert bool(groups.may_flag_strategic(RAZEM, by, advises=advises)) is strategic
    assert bool(groups.may_flag_sensitive(RAZEM, by, explained=True)) is sensitive
    assert not groups.may_flag_sensitive(RAZEM, COORDINATOR, explained=False)


@pytest.mark.norm("R-09-18", "R-09-02")
@pytest.mark.parametrize(
    ("received", "opens", "due"),
    [
        (date(2026, 10, 20), date(2026, 10, 22), date(2026, 10, 27)),  # an ordinary Tuesday
        (date(2026, 4, 29), date(2026, 5, 4), date(2026, 5, 7)),  # 1 to 3 May on the way, a Friday and a weekend
        (date(2026, 6, 3), date(2026, 6, 8), date(2026, 6, 11)),  # Corpus Christi is 4 June 2026
        (date(2026, 11, 10), date(2026, 11, 13), date(2026, 11, 18)),  # 11 November
        (date(2026, 12, 22), date(2026, 12, 28), date(2026, 12, 31)),  # Christmas Eve is free since 2025
        (date(2024, 12, 20), date(2024, 12, 24), date(2024, 12, 31)),  # and was not in 2024
        (date(2026, 10, 24), date(2026, 10, 27), date(2026, 10, 30)),  # received on a Saturday
    ],
)
def test_verification_takes_two_to_five_working_days(received, opens, due):
    clock = groups.verification_clock(RAZEM, received)
    assert (clock.opens, clock.due) == (opens, due)
    facts = {"own": False, "fine": ALL, "doubted": set(), "clock": clock}
    assert groups.may_open(RAZEM, SECRETARIAT, today=opens, **facts)
    early = groups.may_open(RAZEM, SECRETARIAT, today=received, **facts)
    assert codes(early) == {"verification_not_too_early"}
    assert ground(early, "verification_not_too_early").facts["day"] == opens
    assert not clock.overdue(due) and clock.overdue(date.fromordinal(due.toordinal() + 1))


@pytest.mark.norm("R-09-17")
def test_the_clock_stands_while_the_proposers_owe_an_answer_and_only_then():
    asked = ((date(2026, 5, 4), date(2026, 5, 11)),)
    assert groups.verification_clock(RAZEM, date(2026, 4, 30), asked).due == date(2026, 5, 15)
    assert groups.verification_clock(RAZEM, date(2026, 4, 30), ((date(2026, 5, 4), None),)).due is None
    assert groups.verification_clock(RAZEM, date(2026, 4, 30)).due == date(2026, 5, 8)
    assert groups.may_ask_advice(RAZEM, COORDINATOR) and not groups.may_ask_advice(RAZEM, SECRETARIAT)


LATE = {"clock": groups.verification_clock(RAZEM, date(2026, 10, 1)), "today": date(2026, 10, 8)}


@pytest.mark.norm("R-09-13", "R-09-14", "R-09-15", "R-09-16", "R-02-06")
@pytest.mark.parametrize("item", sorted(ALL))
def test_every_check_is_answered_before_the_outcome(item):
    open_with = {"own": False, "doubted": set()} | LATE
    assert groups.may_open(RAZEM, SECRETARIAT, fine=ALL, **open_with)
    assert codes(groups.may_open(RAZEM, SECRETARIAT, fine=ALL - {item}, **open_with)) == {
        "every_check_answered", "checks_passed",
    }  # fmt: skip
    doubt = groups.may_open(RAZEM, SECRETARIAT, fine=ALL - {item}, **(open_with | {"doubted": {item}}))
    assert codes(doubt) == {"checks_passed"}
    assert "check_noted" in codes(groups.may_check(RAZEM, SECRETARIAT, own=False, item=item, noted=False))
    assert groups.may_check(RAZEM, SECRETARIAT, own=False, item=item, noted=True)


@pytest.mark.norm("R-09-13")
@pytest.mark.parametrize(
    ("item", "doubted", "explained", "missing"),
    [
        ("scope", {"scope"}, True, set()),
        ("scope", set(), True, {"declined_on_a_check"}),
        ("dislike", {"dislike"}, True, {"declined_on_a_check"}),
        ("scope", {"scope"}, False, {"reason_explained"}),
    ],
)
def test_declining_needs_a_failed_check_and_a_reason(item, doubted, explained, missing):
    ruling = groups.may_decline(RAZEM, SECRETARIAT, own=False, doubted=doubted, item=item, explained=explained, **LATE)
    assert codes(ruling) == missing


def test_only_an_office_verifies_and_never_its_own_organisations_proposal():
    assert codes(groups.may_verify(RAZEM, of(MOST), own=False)) == {"secretariat_checks_groups"}
    assert codes(groups.may_verify(RAZEM, SECRETARIAT, own=True)) == {"not_own_case"}


def test_a_declined_proposal_stays_declined():
    assert PROPOSAL.is_over("declined") and PROPOSAL.is_over("opened")
    with pytest.raises(Refused):
        PROPOSAL.after("declined", "submit")


@pytest.mark.norm("R-06-01")
def test_only_seats_advise_and_only_while_the_question_stands():
    assert groups.may_advise(RAZEM, of(MOST), advises=True, open_question=True)
    assert codes(groups.may_advise(RAZEM, COORDINATOR, advises=False, open_question=True)) == {"advisory_seat"}
    assert codes(groups.may_advise(RAZEM, of(MOST), advises=True, open_question=False)) == {"question_open"}


def test_routes_name_organisations_not_people():
    assert submit(agreed=frozenset({UUID(int=1), UUID(int=1)})).failed
