"""The pages of bodies: what they show, what they take, and what they say when a rule stands in the way."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import DAY, NOW, network
from tkanka.governance.bodies import actions, queries
from tkanka.governance.bodies.models import Body, Seat, TypeSetting
from tkanka.rules.bodies import Basis, BodyKind, EndCause, OpenTo, Role

from . import made

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def url(name, *args, room="bodies"):
    return reverse(f"{room}:{name}", args=["razem", *args])


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


@pytest.fixture
def group(cast):
    found = made.body(cast.razem, purpose="Cztery przejścia graniczne")
    made.seat(found, cast.ada, cast.dach, role=Role.LEAD)
    return found


@pytest.fixture
def advisory(cast):
    return made.advisory(cast.razem)


class TestList:
    def test_by_type_with_a_line_on_how_each_is(self, cast, client, group, advisory):
        soon = {"basis": Basis.ELECTED, "since": DAY - timedelta(days=330)}
        made.seat(advisory, cast.bea, cast.mosty, **soon)
        said = text(client.get(url("bodies")))
        assert "zajęte 1 z 8 miejsc, 1 kończy się 25 grudnia 2026" in said
        assert "1 organizacja, 1 osoba" in said
        assert said.index("Grupa Doradcza") < said.index("Pomoc prawna")

    def test_filters(self, cast, client, sign_in, group, advisory):
        assert "Pomoc prawna" not in text(client.get(url("bodies"), {"kind": "advisory_group"}))
        assert "Pomoc prawna" in text(client.get(url("bodies"), {"q": "pomoc"}))
        assert "Pomoc prawna" not in text(sign_in(cast.bea).get(url("bodies"), {"mine": "on"}))
        actions.close_body(by=cast.by(cast.ada), at=NOW, body=group, summary="Zrobione.")
        assert "Pomoc prawna" not in text(client.get(url("bodies")))
        assert "Pomoc prawna" in text(client.get(url("bodies"), {"state": "closed"}))

    def test_the_office_sees_where_somebody_is_missing(self, cast, sign_in, advisory, group):
        said = text(sign_in(cast.igor).get(url("care")))
        assert said.index("Grupa Doradcza") < said.index("Pozostałe") < said.index("Pomoc prawna")
        assert "8 wolnych miejsc" in said


class TestBody:
    def test_names_are_for_the_network_organisations_for_all(self, cast, client, sign_in, group):
        seen = text(client.get(url("body", group.pk)))
        assert "Fundacja Jeden Dach" in seen
        assert "<b>Ada</b>" not in seen
        assert client.get(url("seats", group.pk)).status_code == 403
        assert "<b>Ada</b>" in text(sign_in(cast.bea).get(url("body", group.pk)))

    def test_who_was_chosen_is_public_with_the_organisation(self, cast, client, advisory):
        made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED)
        seen = text(client.get(url("body", advisory.pk)))
        assert "<b>Ada</b><small>Fundacja Jeden Dach</small>" in seen

    def test_the_secretariat_shows_those_in_office(self, cast, client):
        found = made.body(cast.razem, BodyKind.SECRETARIAT, "Sekretariat Forum", held_by=cast.mosty)
        seen = text(client.get(url("body", found.pk)))
        assert "<b>Halina</b>" in seen
        assert "Stowarzyszenie Trzy Mosty" in seen

    def test_a_closed_body_is_read_only(self, cast, sign_in, group):
        actions.close_body(by=cast.by(cast.ada), at=NOW, body=group, summary="Dwanaście wzorów pism.")
        client = sign_in(cast.halina)
        seen = text(client.get(url("body", group.pk)))
        assert "Dwanaście wzorów pism." in seen
        assert "Zmień nazwę i opis" not in seen
        assert client.post(url("describe", group.pk), {"name": "X"}).status_code in {302, 403}
        assert Body.objects.get(pk=group.pk).name == group.name
        assert not queries.seats_of(group, DAY)
        assert Seat.objects.get(body=group).ended_because == EndCause.CLOSED

    def test_rest_and_wake(self, cast, sign_in, group):
        client = sign_in(cast.ada)
        client.post(url("step", group.pk), {"step": "rest"})
        assert Body.objects.get(pk=group.pk).state == "dormant"
        client.post(url("step", group.pk), {"step": "wake"})
        assert Body.objects.get(pk=group.pk).state == "open"

    def test_of_another_network_there_is_none(self, cast, client):
        other = made.body(network("warmia"), BodyKind.SUBREGIONAL, "Ełk")
        assert client.get(url("body", other.pk)).status_code == 404


class TestOpening:
    def test_a_member_opens_a_hidden_group_and_leads_it(self, cast, sign_in):
        client = sign_in(cast.ada)
        sent = {"kind": "closed_group", "name": "Cisza", "opened_on": DAY, "hidden": "on"}
        assert client.post(url("open"), sent).status_code == 302
        found = Body.objects.get(name="Cisza")
        assert found.hidden
        assert queries.leads_of(found, DAY)[0].person == cast.ada

    def test_a_second_advisory_group_is_refused_with_its_reason(self, cast, sign_in, advisory):
        seen = sign_in(cast.halina).get(url("open"))
        assert "Działa już tyle takich grup, ile może: 1 z 1." in text(seen)

    def test_what_was_typed_stays_beside_the_error(self, cast, sign_in):
        answer = sign_in(cast.ada).post(url("open"), {"kind": "closed_group", "purpose": "Po coś"})
        assert answer.status_code == 422
        assert "Po coś" in text(answer)


class TestSeats:
    def fill(self, client, body, **more):
        sent = {"email": "ada@example.org", "basis": "elected", "role": "member", "since": DAY}
        return client.post(url("fill", body.pk), sent | more)

    def test_the_office_fills_a_seat(self, cast, sign_in, advisory):
        assert self.fill(sign_in(cast.igor), advisory).status_code == 302
        found = Seat.objects.get(body=advisory)
        assert (found.organisation, found.until) == (cast.dach, DAY.replace(year=2027))

    def test_a_refusal_stands_in_the_form_with_the_paragraph(self, cast, sign_in, advisory):
        self.fill(sign_in(cast.igor), advisory)
        other = made.works_for(cast.dach, "celina")
        answer = self.fill(sign_in(cast.igor), advisory, email=other.email)
        assert answer.status_code == 422
        assert "Limit miejsc jednej organizacji w tej grupie: 1." in text(answer)
        appointed = self.fill(sign_in(cast.igor), advisory, email="bea@example.org", basis="appointed")
        assert "§6" in text(appointed)
        assert self.fill(sign_in(cast.igor), advisory, email="nikt@example.org").status_code == 422

    def test_of_several_organisations_one_is_chosen(self, cast, sign_in, group):
        party, _ = made.member(cast.razem, "druga")
        made.works_for(party, "bea")
        client = sign_in(cast.ada)
        asked = self.fill(client, group, email="bea@example.org", basis="joined")
        assert asked.status_code == 422
        assert "Fundacja Druga" in text(asked)
        sent = {"email": "bea@example.org", "basis": "joined", "organisation": party.pk}
        assert self.fill(client, group, **sent).status_code == 302
        assert Seat.objects.get(body=group, person=cast.bea).organisation == party

    def test_page_print_and_file_tell_the_whole_history(self, cast, client, advisory):
        held = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED)
        made.seat(advisory, cast.bea, cast.mosty, basis=Basis.ELECTED, since=DAY, predecessor=held)
        seen = text(client.get(url("seats", advisory.pk)))
        assert "miejsce objęła kolejna osoba" in seen
        printed = text(client.get(url("seats", advisory.pk), {"print": "1"}))
        assert "CSV" not in printed
        told = b"".join(client.get(url("seats-csv", advisory.pk)).streaming_content).decode().lstrip("\ufeff")
        rows = list(csv.reader(io.StringIO(told), delimiter=";" if ";" in told.splitlines()[0] else ","))
        assert [row[0] for row in rows[1:]] == ["Bea", "Ada"]
        assert rows[1][6] == "Ada"

    def test_giving_up(self, cast, sign_in, advisory):
        held = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED)
        client = sign_in(cast.ada)
        assert client.post(url("give-up", held.pk), {"on": DAY - timedelta(days=1)}).status_code == 422
        assert client.post(url("give-up", held.pk), {"on": DAY}).status_code == 302
        assert not queries.seats_of(advisory, DAY)

    def test_role_and_end_by_leads(self, cast, sign_in, group):
        held = made.seat(group, cast.bea, cast.mosty)
        client = sign_in(cast.ada)
        client.post(url("role", held.pk), {"role": "co_lead"})
        new = queries.seats_of(group, DAY).get(person=cast.bea)
        assert new.role == Role.CO_LEAD
        client.post(url("end-seat", new.pk), {"cause": "leads", "reason": "Tak ustalono."})
        assert not queries.seats_of(group, DAY).filter(person=cast.bea)


class TestComingIn:
    def test_joining_by_one_button(self, cast, sign_in, group):
        client = sign_in(cast.bea)
        assert "Dołącz" in text(client.get(url("body", group.pk)))
        client.post(url("join", group.pk), {"organisation": cast.mosty.pk})
        assert queries.seats_of(group, DAY).filter(person=cast.bea).exists()

    def test_an_outsider_asks_and_is_answered(self, cast, sign_in):
        found = made.body(cast.razem, BodyKind.TECHNICAL, "Mierzenie")
        made.seat(found, cast.ada, cast.dach, role=Role.LEAD)
        stranger = sign_in(cast.stranger)
        refused = stranger.post(url("join", found.pk), {"outside": "Uczelnia", "outside_kind": "academia"})
        assert refused.status_code == 422
        assert "§7" in text(refused)
        stranger.post(
            url("join", found.pk), {"outside": "Uczelnia", "outside_kind": "academia", "accepts_values": "on"}
        )
        [asked] = queries.waiting_at(found, invited=False)
        client = sign_in(cast.ada)
        assert "Uczelnia" in text(client.get(url("people", found.pk)))
        assert client.post(url("answer", asked.pk), {"step": "decline"}).status_code == 422
        client.post(url("answer", asked.pk), {"step": "accept"})
        assert queries.place_in(found, cast.by(cast.stranger), DAY)

    def test_inviting_and_answering(self, cast, sign_in, group):
        sent = {"email": "olga@example.org", "role": "observer"}
        assert sign_in(cast.ada).post(url("invite", group.pk), sent).status_code == 302
        [asked] = queries.invitations_to(cast.razem, cast.by(cast.olga))
        client = sign_in(cast.olga)
        assert group.name in text(client.get(url("mine")))
        client.post(url("invitation", asked.pk), {"step": "accept"})
        assert queries.place_in(group, cast.by(cast.olga), DAY).role == Role.OBSERVER


class TestTypes:
    def test_the_charter_is_shown_with_its_paragraphs(self, cast, client):
        seen = text(client.get(url("types")))
        assert "Liczba miejsc" in seen
        assert "§ 6" in seen

    def test_what_the_charter_fixes_has_no_field(self, cast, sign_in):
        client = sign_in(cast.igor)
        seen = text(client.get(url("edit-type", "advisory_group")))
        assert 'name="per_organisation"' in seen
        assert 'name="seats"' not in seen
        sent = {"since": DAY, "per_organisation": 2, "cap": 1, "open_to": "nobody", "seats": 9}
        assert client.post(url("edit-type", "advisory_group"), sent).status_code == 302
        kind = queries.types_in(cast.razem, DAY)["advisory_group"]
        assert (kind.seats.value, kind.per_organisation.value) == (8, 2)

    def test_from_a_later_day(self, cast, sign_in):
        later = DAY + timedelta(days=10)
        sent = {"since": later, "open_to": "on_request", "may_hide": ""}
        assert sign_in(cast.igor).post(url("edit-type", "working_group"), sent).status_code == 302
        assert queries.types_in(cast.razem, DAY)["working_group"].open_to.value == OpenTo.MEMBERS
        assert queries.types_in(cast.razem, later)["working_group"].open_to.value == OpenTo.ON_REQUEST

    def test_a_type_of_the_network_comes_and_goes(self, cast, sign_in):
        client = sign_in(cast.halina)
        sent = {"label_pl": "Rada seniorów", "label_en": "Elders", "label_uk": "Рада", "code": "rada", "since": DAY,
                "seats": 3, "made_by": ["secretariat"], "open_to": "nobody"}  # fmt: skip
        assert client.post(url("new-type"), sent).status_code == 302
        assert "Rada seniorów" in text(client.get(url("types")))
        assert client.post(url("new-type"), sent).status_code == 422
        body = made.body(cast.razem, "rada", "Rada")
        client.post(url("retire-type", "rada"))
        assert "rada" in queries.types_in(cast.razem, DAY)
        actions.close_body(by=cast.by(cast.halina), at=NOW, body=body, summary="x")
        client.post(url("retire-type", "rada"))
        assert "rada" not in queries.types_in(cast.razem, DAY)
        assert TypeSetting.objects.filter(code="rada").count() == 2


class TestDesk:
    def desk(self, client):
        return text(client.get(url("desk", room="front")))

    def test_commitments_invitations_and_requests_wait_there(self, cast, sign_in, advisory, group):
        made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED)
        assert "Przyjmij zobowiązania: Grupa Doradcza" in self.desk(sign_in(cast.ada))
        actions.invite_in(
            by=cast.by(cast.ada), at=NOW, body=group, email=cast.bea.email, person=cast.bea, organisation=cast.mosty
        )
        assert "Zaproszenie do grupy: Pomoc prawna" in self.desk(sign_in(cast.bea))

    @pytest.mark.norm("R-06-39", "R-06-43")
    def test_the_office_is_owed_vacancies_and_ends(self, cast, sign_in, advisory):
        assert "zajęte 0 z 8 miejsc" in self.desk(sign_in(cast.igor))
        for n in range(8):
            party, somebody = made.member(cast.razem, f"osoba{n}")
            made.seat(advisory, somebody, party, basis=Basis.ELECTED, since=DAY)
        assert "Grupa Doradcza" not in self.desk(sign_in(cast.igor))
