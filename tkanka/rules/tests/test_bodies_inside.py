"""Coming into a body, leading it, seeing inside."""

from dataclasses import replace
from uuid import UUID

import pytest

from tkanka.rules.bodies import (
    Basis,
    BodyKind,
    BodyState,
    Candidate,
    OpenTo,
    Period,
    Role,
    Room,
    TypeChange,
    may_answer_admission,
    may_ask_in,
    may_close_body,
    may_describe_body,
    may_flag_sensitive,
    may_flag_strategic,
    may_hide_body,
    may_hold_seat,
    may_invite_in,
    may_join,
    may_see_inside,
    may_see_people,
    types_of,
)
from tkanka.rules.standing import Standing

from .cast import COORDINATOR, MOST, RAZEM, SECRETARIAT, SOMEBODY, STRANGER, TRATWA, codes, ground, of
from .test_bodies import ADVISORY, CLOSED, DAY, TECHNICAL, WORKING

OPEN = BodyState.OPEN


class TestComingIn:
    @pytest.mark.norm("R-07-06")
    def test_every_member_joins_technical_groups(self):
        ruling = may_join(of(MOST), kind=TECHNICAL, state=OPEN, organisation=MOST)
        assert ruling and "§7" in ruling.cites

    @pytest.mark.parametrize(
        ("kind", "by", "organisation", "state", "failed"),
        [
            (WORKING, of(MOST), MOST, OPEN, set()),
            (WORKING, of(MOST), TRATWA, OPEN, {"organisation_is_member"}),
            (WORKING, of(MOST, member=False), MOST, OPEN, {"organisation_is_member"}),
            (WORKING, of(MOST), MOST, BodyState.CLOSED, {"body_not_closed"}),
            (ADVISORY, of(MOST), MOST, OPEN, {"open_to_members"}),
            (CLOSED, of(MOST), MOST, OPEN, {"open_to_members"}),
        ],
    )
    def test_who_joins(self, kind, by, organisation, state, failed):
        assert codes(may_join(by, kind=kind, state=state, organisation=organisation)) == failed

    @pytest.mark.norm("R-07-07")
    def test_outsiders_ask_to_come_into_technical_groups_and_accept_the_values(self):
        asked = {"kind": TECHNICAL, "state": OPEN, "outsider": True}
        refused = may_ask_in(SOMEBODY, **asked, accepts_values=False)
        assert ground(refused, "outsider_accepts_values").cite == "§7"
        assert may_ask_in(SOMEBODY, **asked, accepts_values=True, outside_kind="academia")
        assert "signed_in" in codes(may_ask_in(STRANGER, **asked, accepts_values=True, outside_kind="academia"))

    @pytest.mark.norm("R-07-08")
    @pytest.mark.parametrize(
        ("of", "explained", "failed"),
        [
            ("academia", False, set()),
            ("think_tank", False, set()),
            ("ngo_not_active_in_field", False, set()),
            ("other", False, {"outsider_kind_or_reason"}),
            ("", False, {"outsider_kind_or_reason"}),
            ("other", True, set()),
        ],
    )
    def test_kinds_of_outsiders_are_examples_and_another_comes_with_a_reason(self, of, explained, failed):
        ruling = may_ask_in(
            SOMEBODY, kind=TECHNICAL, state=OPEN, outsider=True, accepts_values=True, outside_kind=of,
            explained=explained,
        )  # fmt: skip
        assert codes(ruling) == failed
        assert ruling or ground(ruling, "outsider_kind_or_reason").cite == "§7"

    @pytest.mark.parametrize("kind", [WORKING, CLOSED, ADVISORY])
    def test_elsewhere_outsiders_wait_to_be_invited(self, kind):
        assert not may_ask_in(SOMEBODY, kind=kind, state=OPEN, outsider=True, accepts_values=True)

    def test_asking_where_leads_answer(self):
        [kind] = [t for t in types_of(RAZEM, [TypeChange("x", DAY, {"open_to": OpenTo.ON_REQUEST})]).values() if t.own]
        assert may_ask_in(of(MOST), kind=kind, state=OPEN, outsider=False, accepts_values=False)
        assert codes(may_join(of(MOST), kind=kind, state=OPEN, organisation=MOST)) == {"open_to_members"}
        assert codes(may_ask_in(SOMEBODY, kind=kind, state=OPEN, outsider=False, accepts_values=False)) == {
            "organisation_is_member"
        }

    @pytest.mark.parametrize(
        ("kind", "by", "role", "outsider", "failed"),
        [
            (WORKING, of(MOST), Role.LEAD, False, set()),
            (WORKING, of(MOST), Role.CO_LEAD, True, set()),
            (WORKING, of(MOST), Role.MEMBER, False, {"office_or_leads_invite"}),
            (WORKING, SECRETARIAT, None, True, set()),
            (CLOSED, SECRETARIAT, None, False, {"office_or_leads_invite"}),
            (CLOSED, of(MOST), Role.LEAD, True, {"outsiders_may_come"}),
            (ADVISORY, SECRETARIAT, None, False, {"body_has_leads"}),
        ],
    )
    def test_who_invites_whom(self, kind, by, role, outsider, failed):
        assert codes(may_invite_in(by, kind=kind, role=role, state=OPEN, outsider=outsider)) == failed

    def test_leads_answer(self):
        assert may_answer_admission(of(MOST), kind=WORKING, role=Role.LEAD)
        assert not may_answer_admission(of(MOST), kind=WORKING, role=Role.MEMBER)
        assert not may_answer_admission(COORDINATOR, kind=CLOSED, role=None)


class TestLeading:
    COORDINATING = Candidate(
        UUID(int=11), Period(DAY), Basis.EX_OFFICIO, Role.LEAD, is_secretariat=True, is_coordinator=True
    )

    @pytest.mark.norm("R-09-09", "R-09-10")
    @pytest.mark.parametrize(
        ("strategic", "sensitive", "allowed"),
        [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
    )
    @pytest.mark.parametrize("role", [Role.LEAD, Role.CO_LEAD])
    def test_the_coordinator_chairs_strategic_and_sensitive_groups_only(self, strategic, sensitive, allowed, role):
        room = Room(WORKING, strategic=strategic, sensitive=sensitive)
        ruling = may_hold_seat(RAZEM, room, replace(self.COORDINATING, role=role))
        assert bool(ruling) is allowed
        assert ground(ruling, "coordinator_chairs_these").cite == "§9"

    def test_elsewhere_the_coordinator_takes_part_without_chairing(self):
        assert may_hold_seat(RAZEM, Room(WORKING), replace(self.COORDINATING, role=Role.MEMBER))

    @pytest.mark.norm("R-09-05")
    def test_leads_are_of_members(self):
        outsider = Candidate(
            UUID(int=5), Period(DAY), Basis.INVITED, Role.LEAD, outside="Uczelnia", values_accepted=True
        )
        refused = may_hold_seat(RAZEM, Room(WORKING), outsider)
        assert ground(refused, "led_by_members").cite == "§9"
        member = Candidate(
            UUID(int=6), Period(DAY), Basis.JOINED, Role.LEAD, MOST, is_member=True, belongs=True, has_mandate=True
        )
        assert may_hold_seat(RAZEM, Room(WORKING), member)

    def test_who_calls_a_group_strategic_or_sensitive(self):
        assert may_flag_strategic(RAZEM, COORDINATOR)
        assert may_flag_strategic(RAZEM, SECRETARIAT, agreed_by_advisory=True)
        assert codes(may_flag_strategic(RAZEM, SECRETARIAT)) == {"flag_by"}
        assert may_flag_sensitive(RAZEM, COORDINATOR, reason="Dotyczy dzieci.")
        assert codes(may_flag_sensitive(RAZEM, COORDINATOR, reason="")) == {"reason_given"}


class TestSeeing:
    @pytest.mark.norm("K-07-02")
    @pytest.mark.parametrize("by", [STRANGER, SOMEBODY, of(MOST), SECRETARIAT, COORDINATOR])
    def test_inside_a_closed_group_only_its_seats_see(self, by):
        assert codes(may_see_inside(RAZEM, by, kind=CLOSED, role=None)) == {"seats_see_inside"}
        assert may_see_inside(RAZEM, by, kind=CLOSED, role=Role.OBSERVER)
        assert may_see_inside(RAZEM, by, kind=WORKING, role=None)

    @pytest.mark.parametrize(
        ("kind", "by", "sees"),
        [
            (ADVISORY, STRANGER, True),
            (WORKING, STRANGER, False),
            (WORKING, SOMEBODY, False),
            (WORKING, of(MOST), True),
            (WORKING, of(MOST, member=False), True),
            (WORKING, SECRETARIAT, True),
            (types_of(RAZEM)[BodyKind.SECRETARIAT], Standing(), True),
        ],
    )
    def test_names_are_for_the_network_unless_they_hold_an_office(self, kind, by, sees):
        assert bool(may_see_people(by, kind=kind, role=None)) is sees


class TestKeeping:
    def test_a_closed_body_is_read_only(self):
        assert may_describe_body(SECRETARIAT, kind=WORKING, role=None, state=OPEN)
        assert codes(may_describe_body(SECRETARIAT, kind=WORKING, role=None, state=BodyState.CLOSED)) == {
            "body_not_closed"
        }

    def test_closing_needs_a_summary(self):
        assert may_close_body(RAZEM, of(MOST), kind=WORKING, role=Role.LEAD, summary="Dwanaście wzorów pism.")
        assert codes(may_close_body(RAZEM, of(MOST), kind=WORKING, role=Role.LEAD, summary=" ")) == {"summary_given"}
        member = may_close_body(RAZEM, of(MOST), kind=WORKING, role=Role.MEMBER, summary="x")
        assert codes(member) == {"office_or_leads_keep"}

    @pytest.mark.norm("R-07-12")
    def test_a_technical_group_is_the_coordinators_to_close(self):
        for by, role in ((SECRETARIAT, None), (of(MOST), Role.LEAD)):
            ruling = may_close_body(RAZEM, by, kind=TECHNICAL, role=role, summary="x")
            assert codes(ruling) == {"coordinator_closes_technical"}
        assert may_close_body(RAZEM, COORDINATOR, kind=TECHNICAL, role=None, summary="x")

    @pytest.mark.norm("K-07-02")
    def test_hiding_is_the_groups_own_choice(self):
        assert may_hide_body(of(MOST), kind=CLOSED, role=Role.LEAD)
        assert codes(may_hide_body(COORDINATOR, kind=CLOSED, role=None)) == {"leads_hide"}
        assert codes(may_hide_body(of(MOST), kind=WORKING, role=Role.LEAD)) == {"may_be_hidden"}
