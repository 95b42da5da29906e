"""Mandates, statuses and links."""

from datetime import date

import pytest

from tkanka.rules import membership
from tkanka.rules.membership import Right, Status
from tkanka.rules.networks import may_edit_profile
from tkanka.rules.parties import Kind
from tkanka.rules.standing import Capacity, Mandate, Standing

from .cast import (
    COORDINATOR,
    HOST,
    MOST,
    RAZEM,
    SECRETARIAT,
    SOMEBODY,
    STRANGER,
    TRATWA,
    WARMIA,
    codes,
    ground,
    of,
)

TODAY = date(2026, 11, 20)


@pytest.mark.norm("R-04-12")
@pytest.mark.parametrize(
    ("for_host", "staff", "may"), [(True, True, False), (True, False, True), (False, True, True), (False, False, True)]
)
def test_secretariat_staff_hold_no_mandate_of_the_host(for_host, staff, may):
    ruling = membership.may_hold_mandate(RAZEM, for_host=for_host, secretariat_staff=staff)
    assert bool(ruling) is may
    assert may or ground(ruling, "not_secretariat_for_host").cite == "§4"


@pytest.mark.norm("R-04-12", "R-04-11")
def test_whoever_stands_for_the_host_does_not_enter_the_secretariat():
    assert codes(membership.may_take_office(RAZEM, mandates_of_host=1)) == {"no_mandate_of_host"}
    assert membership.may_take_office(RAZEM, mandates_of_host=0)
    assert membership.may_take_office(WARMIA, mandates_of_host=1)


@pytest.mark.norm("R-04-12")
def test_a_mandate_of_the_host_is_not_given_to_the_secretariat_even_by_the_host():
    given = {"organisation": HOST, "for_host": True}
    assert codes(membership.may_give_mandate(RAZEM, of(HOST), **given, holder_is_secretariat_staff=True)) == {
        "not_secretariat_for_host"
    }
    assert membership.may_give_mandate(RAZEM, of(HOST), **given, holder_is_secretariat_staff=False)


@pytest.mark.parametrize(
    ("by", "may"),
    [
        (of(MOST), True),
        (SECRETARIAT, True),
        (of(MOST, Capacity.ALTERNATE), False),
        (of(TRATWA), False),
        (SOMEBODY, False),
    ],
)
def test_an_organisation_invites_its_own_people(by, may):
    assert bool(membership.may_invite(RAZEM, by, organisation=MOST)) is may


def test_a_mandate_may_always_be_laid_down_but_an_organisation_keeps_a_main_one():
    assert membership.may_end_mandate(RAZEM, of(MOST), organisation=MOST, own=True, last_main=True)
    ended = membership.may_end_mandate(RAZEM, of(MOST), organisation=MOST, own=False, last_main=True)
    assert codes(ended) == {"one_main_remains"}
    assert membership.may_end_mandate(RAZEM, SECRETARIAT, organisation=MOST, own=False, last_main=True)


@pytest.mark.parametrize(
    ("capacity", "may"),
    [(Capacity.MAIN, True), (Capacity.ALTERNATE, True), (Capacity.COMMUNICATION, True), (Capacity.DIRECTOR, False)],
)
def test_capacities_decide_who_manages_a_profile(capacity, may):
    assert bool(may_edit_profile(of(MOST, capacity), organisation=MOST)) is may
    assert bool(membership.may_confirm_profile(RAZEM, of(MOST, capacity), organisation=MOST)) is may


def test_a_main_representative_names_the_decision_maker():
    assert membership.may_name_decision_maker(RAZEM, of(MOST), organisation=MOST)
    assert not membership.may_name_decision_maker(RAZEM, of(MOST, Capacity.DIRECTOR), organisation=MOST)


def test_one_person_may_speak_for_two_organisations_of_different_standing():
    both = Standing(
        person=SOMEBODY.person,
        mandates=frozenset({Mandate(MOST, Capacity.MAIN), Mandate(TRATWA, Capacity.ALTERNATE)}),
        members=frozenset({MOST}),
        observers=frozenset({TRATWA}),
    )
    assert both.represents == {MOST, TRATWA}
    assert both.speaks_for == {MOST}


@pytest.mark.norm("R-08-10")
@pytest.mark.parametrize(
    ("kind", "reason", "may"),
    [
        (Kind.UN_AGENCY, "", True),
        (Kind.ACADEMIA, "", True),
        (Kind.PUBLIC_BODY, "", False),
        (Kind.PUBLIC_BODY, "  ", False),
        (Kind.PUBLIC_BODY, "Keeps the register of aid", True),
    ],
)
def test_un_agencies_and_academia_observe_and_others_with_a_reason(kind, reason, may):
    ruling = membership.may_grant_observer(RAZEM, COORDINATOR, kind=kind, is_member=False, reason=reason)
    assert bool(ruling) is may
    assert ground(ruling, "observer_kind_or_reason").cite == "§8"


@pytest.mark.norm("R-08-10")
def test_the_coordinator_grants_and_no_member_is_an_observer_too():
    granted = {"kind": Kind.UN_AGENCY, "is_member": False}
    refused = membership.may_grant_observer(RAZEM, SECRETARIAT, **granted)
    assert codes(refused) == {"coordinator_grants"}
    assert refused.cites == ("§8",)
    assert ground(refused, "coordinator_grants").default
    assert codes(membership.may_grant_observer(RAZEM, COORDINATOR, kind=Kind.ACADEMIA, is_member=True)) == {
        "not_a_member"
    }
    assert membership.may_grant_observer(WARMIA, SECRETARIAT, **granted)


@pytest.mark.norm("R-08-10", "A-D4-03")
@pytest.mark.parametrize(
    ("status", "rights"),
    [
        (Status.OBSERVER, {Right.SEE_MEETINGS_INVITED_TO}),
        (Status.PARTNER, {Right.SEE_MEETINGS_INVITED_TO, Right.POST_OFFER}),
    ],
)
def test_a_status_carries_no_ballot_motion_signature_or_key(status, rights):
    assert {right for right in Right if membership.has_right(RAZEM, status, right)} == rights


@pytest.mark.norm("A-D4-03")
def test_a_business_becomes_an_offering_partner_and_no_member():
    assert membership.may_grant_partner(RAZEM, COORDINATOR, kind=Kind.BUSINESS, is_member=False)
    assert not membership.may_apply(RAZEM, SOMEBODY, kind=Kind.BUSINESS)
    individual = membership.may_grant_partner(RAZEM, COORDINATOR, kind=Kind.INDIVIDUAL, is_member=False)
    assert codes(individual) == {"partner_is_an_organisation"}


@pytest.mark.norm("W-ZA-01")
def test_a_status_is_ended_by_its_holder_at_any_time():
    assert membership.may_end_status(WARMIA, SOMEBODY, own=True)
    assert membership.may_end_status(RAZEM, COORDINATOR, own=False)
    assert not membership.may_end_status(RAZEM, SOMEBODY, own=False)


@pytest.mark.norm("R-08-09")
@pytest.mark.parametrize(
    ("by", "invited", "sees"),
    [
        (of(MOST, member=False), False, False),
        (of(MOST, member=False), True, True),
        (of(MOST), False, True),
        (SECRETARIAT, False, True),
        (STRANGER, False, False),
    ],
)
def test_an_observer_sees_the_meetings_it_is_invited_to(by, invited, sees):
    ruling = membership.may_see_meeting(RAZEM, by, invited=invited)
    assert bool(ruling) is sees
    assert sees or ruling.cites == ("§8",)


@pytest.mark.norm("R-03-02", "W-KJ-01")
@pytest.mark.parametrize(
    ("kind", "may"), [(Kind.FEDERATION, True), (Kind.NETWORK, True), (Kind.CONSORTIUM, True), (Kind.FOUNDATION, False)]
)
def test_umbrellas_and_consortia_have_members(kind, may):
    ruling = membership.may_claim_link(RAZEM, of(MOST), upper=TRATWA, lower=MOST, upper_kind=kind)
    assert bool(ruling) is may


@pytest.mark.norm("R-03-02")
def test_a_link_is_claimed_by_one_side_and_confirmed_by_the_other():
    sides = {"upper": TRATWA, "lower": MOST}
    assert membership.may_claim_link(RAZEM, of(TRATWA), **sides, upper_kind=Kind.NETWORK)
    assert not membership.may_claim_link(RAZEM, SECRETARIAT, **sides, upper_kind=Kind.NETWORK)
    assert not membership.may_confirm_link(RAZEM, of(MOST), other_side=TRATWA)
    assert not membership.may_confirm_link(RAZEM, COORDINATOR, other_side=TRATWA)
    assert membership.may_confirm_link(RAZEM, of(TRATWA), other_side=TRATWA)
    assert membership.may_end_link(RAZEM, of(MOST), **sides)
    itself = membership.may_claim_link(RAZEM, of(MOST), upper=MOST, lower=MOST, upper_kind=Kind.NETWORK)
    assert codes(itself) == {"two_different_organisations"}


@pytest.mark.norm("R-03-02")
def test_an_umbrella_has_one_ballot_however_many_stand_below_it():
    assert membership.ballots_of(RAZEM, members_below=0) == membership.ballots_of(RAZEM, members_below=12) == 1
