"""Coming into a body: at once, on request, by invitation."""

import pytest
from django.db import IntegrityError

from tests.cast import DAY, NOW, SYSTEM
from tkanka.governance.bodies import actions, queries
from tkanka.governance.bodies.models import Admission, Seat
from tkanka.ground.notices.models import Message
from tkanka.rules.bodies import Basis, BodyKind, OpenTo, Role
from tkanka.rules.ruling import Refused

from . import made

pytestmark = pytest.mark.django_db


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def letters(name):
    return set(Message.objects.filter(cause__startswith=name).values_list("email", flat=True))


@pytest.fixture
def group(cast):
    found = made.body(cast.razem)
    made.seat(found, cast.ada, cast.dach, role=Role.LEAD)
    return found


@pytest.fixture
def technical(cast):
    found = made.body(cast.razem, BodyKind.TECHNICAL, "Mierzenie skutków")
    made.seat(found, cast.ada, cast.dach, role=Role.LEAD)
    return found


class TestAtOnce:
    @pytest.mark.norm("R-07-06")
    def test_a_member_comes_in_and_the_leads_learn_of_it(self, cast, technical):
        seat = actions.join_body(by=cast.by(cast.bea), at=NOW, body=technical, person=cast.bea, organisation=cast.mosty)
        assert (seat.person, seat.organisation, seat.basis, seat.until) == (cast.bea, cast.mosty, "joined", None)
        assert letters("seat.joined") == {"ada@example.org"}

    def test_nobody_comes_in_twice(self, cast, group):
        by = cast.by(cast.bea)
        actions.join_body(by=by, at=NOW, body=group, person=cast.bea, organisation=cast.mosty)
        with pytest.raises(Refused) as refused:
            actions.join_body(by=by, at=NOW, body=group, person=cast.bea, organisation=cast.mosty)
        assert codes(refused) == {"one_seat_a_person"}

    def test_not_for_an_organisation_of_somebody_else(self, cast, group):
        with pytest.raises(Refused):
            actions.join_body(by=cast.by(cast.bea), at=NOW, body=group, person=cast.bea, organisation=cast.dach)


class TestOnRequest:
    @pytest.fixture
    def choir(self, cast):
        actions.set_type(
            by=cast.by(cast.igor), at=NOW, network=cast.razem, code="choir", values={"open_to": OpenTo.ON_REQUEST},
            labels={"pl": "Chór", "en": "Choir", "uk": "Хор"},
        )  # fmt: skip
        found = made.body(cast.razem, "choir", "Chór")
        made.seat(found, cast.ada, cast.dach, role=Role.LEAD)
        return found

    def ask(self, cast, choir):
        return actions.ask_in(
            by=cast.by(cast.bea), at=NOW, body=choir, person=cast.bea, organisation=cast.mosty, text="Śpiewam."
        )

    def test_leads_are_asked_and_let_in(self, cast, choir):
        asked = self.ask(cast, choir)
        assert letters("admission.asked") == {"ada@example.org"}
        with pytest.raises(Refused):
            actions.answer_admission(by=cast.by(cast.bea), at=NOW, admission=asked, accept=True)
        actions.answer_admission(by=cast.by(cast.ada), at=NOW, admission=asked, accept=True)
        assert queries.seats_of(choir, DAY).filter(person=cast.bea).get().basis == "joined"
        assert letters("admission.answered") == {"bea@example.org"}
        with pytest.raises(Refused):
            actions.answer_admission(by=cast.by(cast.ada), at=NOW, admission=asked, accept=False, answer="x")

    def test_a_no_says_why(self, cast, choir):
        asked = self.ask(cast, choir)
        with pytest.raises(Refused) as refused:
            actions.answer_admission(by=cast.by(cast.ada), at=NOW, admission=asked, accept=False)
        assert codes(refused) == {"reason_given"}
        actions.answer_admission(by=cast.by(cast.ada), at=NOW, admission=asked, accept=False, answer="Nie ma miejsc.")
        assert "Nie ma miejsc." in Message.objects.get(cause__startswith="admission.answered").text
        assert not Seat.objects.filter(body=choir, person=cast.bea).exists()

    def test_asking_twice_is_asking_once(self, cast, choir):
        self.ask(cast, choir)
        with pytest.raises(Refused) as refused:
            self.ask(cast, choir)
        assert "asked_once" in codes(refused)
        with pytest.raises(IntegrityError):
            Admission.objects.create(body=choir, person=cast.bea, asked_at=NOW)

    def test_what_one_asked_one_takes_back(self, cast, choir):
        asked = self.ask(cast, choir)
        with pytest.raises(Refused):
            actions.withdraw_admission(by=cast.by(cast.ada), at=NOW, admission=asked)
        actions.withdraw_admission(by=cast.by(cast.bea), at=NOW, admission=asked)
        assert queries.waiting_at(choir, invited=False) == []
        self.ask(cast, choir)


class TestFromOutside:
    @pytest.mark.norm("R-07-07")
    def test_an_outsider_comes_into_a_technical_group_by_accepting_the_values(self, cast, technical):
        by = cast.by(cast.stranger)

        def ask(accepts):
            return actions.ask_in(
                by=by, at=NOW, body=technical, person=cast.stranger, outside="Uczelnia", accepts_values=accepts,
                outside_kind="academia",
            )  # fmt: skip

        with pytest.raises(Refused) as refused:
            ask(False)
        assert codes(refused) == {"outsider_accepts_values"}
        assert "§7" in refused.value.ruling.cites
        actions.answer_admission(by=cast.by(cast.ada), at=NOW, admission=ask(True), accept=True)
        seat = Seat.objects.get(body=technical, person=cast.stranger)
        assert (seat.outside, seat.values_accepted_at, seat.basis) == ("Uczelnia", NOW, "invited")
        assert seat.outside_kind == "academia" and not seat.reason
        assert queries.bodies_of_person(cast.razem, by, DAY) == {technical.pk}

    @pytest.mark.norm("R-07-08", "R-07-06")
    def test_another_kind_of_institution_gives_a_reason_on_the_page_and_it_is_kept(self, cast, technical, client):
        client.force_login(cast.stranger)
        page = f"/n/razem/bodies/{technical.pk}/join/"
        said = {"outside": "Firma", "outside_kind": "other", "accepts_values": "on", "text": ""}
        assert client.post(page, said).status_code == 422
        assert client.post(page, said | {"text": "Prowadzimy statystyki", "accepts_values": ""}).status_code == 422
        assert not Seat.objects.filter(person=cast.stranger).exists()
        assert client.post(page, said | {"text": "Prowadzimy statystyki"}).status_code == 302
        asked = technical.admissions.get()
        assert asked.values_accepted_at and asked.outside_kind == "other"
        client.force_login(cast.ada)
        answer = f"/n/razem/bodies/admissions/{asked.pk}/answer/"
        assert "Prowadzimy statystyki" in client.get(answer).content.decode()
        assert client.post(answer, {"step": "accept"}).status_code == 302
        seat = Seat.objects.get(body=technical, person=cast.stranger)
        assert seat.reason == "Prowadzimy statystyki" and seat.values_accepted_at

    def test_into_a_working_group_only_by_invitation(self, cast, group):
        with pytest.raises(Refused):
            actions.ask_in(
                by=cast.by(cast.stranger), at=NOW, body=group, person=cast.stranger, outside="X", accepts_values=True
            )


class TestInvitations:
    def test_the_invited_answer_and_come_in(self, cast, group):
        asked = actions.invite_in(
            by=cast.by(cast.ada), at=NOW, body=group, email="stranger@example.org", outside="Uczelnia",
            role=Role.OBSERVER,
        )  # fmt: skip
        assert letters("admission.invited") == {"stranger@example.org"}
        answered = {"at": NOW, "admission": asked, "accept": True}
        with pytest.raises(Refused) as refused:
            actions.answer_invitation(by=cast.by(cast.bea), person=cast.bea, **answered)
        assert codes(refused) == {"own_invitation"}
        by = cast.by(cast.stranger)
        with pytest.raises(Refused) as refused:
            actions.answer_invitation(by=by, person=cast.stranger, **answered)
        assert codes(refused) == {"outsider_accepts_values"}
        actions.answer_invitation(by=by, person=cast.stranger, accepts_values=True, **answered)
        assert Seat.objects.get(body=group, person=cast.stranger).role == Role.OBSERVER
        assert letters("invitation.answered") == {"ada@example.org"}

    def test_only_leads_invite(self, cast, group):
        made.seat(group, cast.bea, cast.mosty)
        with pytest.raises(Refused):
            actions.invite_in(by=cast.by(cast.bea), at=NOW, body=group, email="x@example.org", outside="X")

    def test_into_a_closed_group_comes_who_is_invited(self, cast):
        group = made.closed(cast)
        with pytest.raises(Refused):
            actions.join_body(by=cast.by(cast.bea), at=NOW, body=group, person=cast.bea, organisation=cast.mosty)
        asked = actions.invite_in(
            by=cast.by(cast.ada), at=NOW, body=group, email=cast.bea.email, person=cast.bea, organisation=cast.mosty
        )
        assert queries.invitations_to(cast.razem, cast.by(cast.bea)) == [asked]
        actions.answer_invitation(by=cast.by(cast.bea), at=NOW, admission=asked, person=cast.bea, accept=True)
        assert queries.bodies_of_person(cast.razem, cast.by(cast.bea), DAY) == {group.pk}


class TestLeading:
    @pytest.mark.norm("R-09-09", "R-09-10")
    def test_the_coordinator_chairs_what_is_strategic_or_sensitive(self, cast, group):
        def chair():
            return actions.fill_seat(
                by=SYSTEM, at=NOW, body=group, person=cast.halina, basis=Basis.EX_OFFICIO, role=Role.CO_LEAD, since=DAY
            )

        with pytest.raises(Refused) as refused:
            chair()
        assert codes(refused) == {"coordinator_chairs_these"}
        with pytest.raises(Refused):
            actions.flag_sensitive(by=cast.by(cast.igor), at=NOW, body=group, sensitive=True, reason="Dzieci.")
        actions.flag_sensitive(by=cast.by(cast.halina), at=NOW, body=group, sensitive=True, reason="Dzieci.")
        assert chair() in queries.leads_of(group, DAY)

    @pytest.mark.norm("R-09-05")
    def test_whoever_leads_is_of_a_member(self, cast, group):
        made.seat(group, cast.stranger, outside="Uczelnia", basis=Basis.INVITED, values_accepted_at=NOW)
        seat = Seat.objects.get(person=cast.stranger)
        with pytest.raises(Refused) as refused:
            actions.change_role(by=cast.by(cast.ada), at=NOW, seat=seat, role=Role.LEAD)
        assert codes(refused) == {"led_by_members"}
        assert queries.place_in(group, cast.by(cast.stranger), DAY) == seat
