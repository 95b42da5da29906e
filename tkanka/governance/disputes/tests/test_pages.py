"""The pages of a file, and that outsiders find nothing of it anywhere."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, belongs, organisation, person
from tkanka.governance.disputes import actions
from tkanka.governance.disputes.models import Dispute, Mediator, Reading
from tkanka.governance.disputes.personal import export_of
from tkanka.governance.meetings.tests.makers import called
from tkanka.rules.disputes import DisputeState, Holder

from .makers import SECRET, advisory, again, answered, asked, brought, party, turns

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
BRING = {"title": SECRET, "statement": "Klucze", "weight": "Stoi", "in_faith": "on"}


def signed_in(somebody):
    client = Client()
    client.force_login(somebody)
    return client


def page(dispute, name="dispute", *keys):
    return reverse(f"disputes:{name}", args=["razem", dispute.pk, *keys])


def does(somebody, dispute, doing, **said):
    return signed_in(somebody).post(page(dispute, "do", doing), said)


def test_a_member_brings_a_dispute(cast):
    address = reverse("disputes:bring", args=["razem"])
    told = BRING | {"organisation": str(cast.dach.pk), "against": [str(cast.mosty.pk)]}
    response = signed_in(cast.ada).post(address, told)
    made = Dispute.objects.get()
    assert response.status_code == 302 and response.url == page(made)


def test_what_was_typed_stays_where_a_rule_refuses(cast):
    address = reverse("disputes:bring", args=["razem"])
    told = BRING | {"organisation": str(cast.dach.pk), "against": [str(cast.dach.pk)]}
    response = signed_in(cast.ada).post(address, told)
    assert response.status_code == 422 and SECRET in response.content.decode()
    assert not Dispute.objects.exists()


@pytest.mark.norm("R-10-03")
def test_a_party_who_is_also_the_mediator_is_refused_beside_the_typed_name(cast):
    dispute = brought(cast)
    said = {"origin": "inside", "mediator": "Bea Kowalska", "email": cast.bea.email}
    response = does(cast.ada, dispute, "mediator", **said)
    assert response.status_code == 422 and "Bea Kowalska" in response.content.decode()
    assert not Mediator.objects.exists()


def test_a_dispute_by_its_pages(cast):
    advisers = advisory(cast.razem)
    dispute = brought(cast)
    steps = [
        (cast.bea, "answer", {"text": "Oddaliśmy."}),
        (cast.bea, "undertake", {"accepts": "yes"}),
        (cast.ada, "mediator", {"origin": "outside", "mediator": "Rozjemca"}),
        (cast.bea, "word", {"accepts": "yes"}),
        (cast.igor, "note", {"text": "Pierwsze spotkanie"}),
        (cast.ada, "ask", {"reason": "Nie doszliśmy do zgody"}),
        (cast.halina, "key", {"agrees": "yes", "reason": "Sprawa wspólna"}),
        (advisers[0], "key", {"agrees": "yes", "reason": "Sprawa wspólna"}),
        (advisers[1], "key", {"agrees": "yes", "reason": "Sprawa wspólna"}),
    ]
    for somebody, doing, said in steps:
        shown = signed_in(somebody).get(page(dispute))
        assert shown.status_code == 200 and page(dispute, "do", doing) in shown.content.decode(), doing
        assert does(somebody, dispute, doing, **said).status_code == 302, doing
    assert again(dispute).state == DisputeState.ADMITTED
    meeting = called(cast)
    form = signed_in(cast.igor).get(page(dispute)).content.decode()
    assert str(meeting.pk) in form
    assert does(cast.ada, dispute, "key", agrees="yes", reason="Bo tak").status_code == 404


def test_settled_closed_and_withdrawn_by_their_pages(cast):
    dispute = brought(cast)
    assert does(cast.igor, dispute, "settle", outcome="").status_code == 422
    assert does(cast.igor, dispute, "settle", outcome="Zgoda").status_code == 302
    assert does(cast.igor, dispute, "close", outcome="Zgoda").status_code == 302
    assert "Zgoda" in signed_in(cast.ada).get(page(dispute)).content.decode()
    assert does(cast.ada, brought(cast), "withdraw").status_code == 302


@pytest.mark.norm("R-10-14")
def test_the_advisory_group_names_a_substitute_without_reading_the_file(cast):
    advisers = advisory(cast.razem)
    own = belongs(organisation("Fundacja Haliny"), cast.razem, main=cast.halina)
    dispute = brought(cast, against=[own])
    shown = signed_in(advisers[0]).get(page(dispute)).content.decode()
    assert "nie oddają kluczy" not in shown and page(dispute, "do", "substitute") in shown
    said = {"replaces": str(cast.halina.pk), "person": str(cast.bea.pk)}
    assert does(advisers[0], dispute, "substitute", **said).status_code == 302
    assert "nie oddają kluczy" in signed_in(cast.bea).get(page(dispute)).content.decode()


@pytest.mark.norm("R-10-14")
def test_a_lot_by_its_page(cast):
    own = belongs(organisation("Fundacja Haliny"), cast.razem, main=cast.halina)
    dispute = brought(cast, against=[own])
    assert does(cast.igor, dispute, "draw", replaces=str(cast.halina.pk)).status_code == 302


def test_the_advisory_group_is_asked_of_its_key_at_the_desk(cast):
    advisers = advisory(cast.razem)
    dispute = brought(cast)
    desk = reverse("front:desk", args=["razem"])
    assert page(dispute) in signed_in(cast.bea).get(desk).content.decode()
    answered(cast, dispute)
    asked(cast, dispute)
    assert page(dispute) in signed_in(advisers[0]).get(desk).content.decode()
    turns(cast, dispute, cast.halina, Holder.COORDINATOR)
    assert page(dispute) not in signed_in(cast.halina).get(desk).content.decode()


@pytest.mark.norm("R-10-10")
def test_who_opened_the_file_is_known_once_a_day(cast):
    dispute = brought(cast)
    for somebody in (cast.igor, cast.igor, cast.bea, cast.stranger):
        signed_in(somebody).get(page(dispute))
    assert set(Reading.objects.values_list("person__name", "part")) == {("Igor", "handler"), ("Bea", "party")}
    assert "Igor" in signed_in(cast.bea).get(page(dispute, "readings")).content.decode()


@pytest.mark.norm("R-10-10", "R-10-12")
def test_outsiders_and_an_involved_coordinator_find_nothing_of_it(cast):
    advisers = advisory(cast.razem)
    other = belongs(organisation("Czwarta"), cast.razem, main=person("czwarta"))
    dispute = brought(cast, against=[cast.mosty, other])
    actions.name_involved(by=cast.by(cast.ada), at=NOW, party=party(dispute, cast.dach), person=cast.halina)
    actions.note(by=cast.by(cast.ada), at=NOW, dispute=dispute, text=SECRET)
    places = ["disputes:disputes", "front:search", "front:ledger", "front:ledger-csv", "front:ledger-json",
              "front:outbox", "front:desk", "motions:motions", "voting:polls", "front:secretariat"]  # fmt: skip
    traces = (SECRET, str(dispute.pk), "w aktach sprawy", "dispute.")
    for somebody in (cast.halina, cast.olga, cast.stranger):
        client = signed_in(somebody)
        for place in places:
            response = client.get(reverse(place, args=["razem"]) + f"?q={SECRET}")
            body = b"".join(response) if response.streaming else response.content
            said = body.decode().replace(f"q={SECRET}", "").replace(f'value="{SECRET}"', "")
            if place != "front:search":
                assert not [one for one in traces if one in said], (somebody.name, place)
            assert f"{SECRET} i magazyn" not in said and str(dispute.pk) not in said, (somebody.name, place)
        assert client.get(page(dispute)).status_code == 404
        assert client.get(page(dispute, "readings")).status_code == 404
        assert does(somebody, dispute, "note", text="Ja też").status_code == 404
    handler = signed_in(cast.igor).get(reverse("front:ledger", args=["razem"])).content.decode()
    assert "zgłoszono spór" in handler
    assert "w aktach sprawy" in signed_in(cast.igor).get(reverse("front:outbox", args=["razem"])).content.decode()
    assert signed_in(advisers[0]).get(page(dispute)).status_code == 200


def test_a_person_gets_what_they_said(cast):
    dispute = brought(cast)
    answered(cast, dispute)
    assert export_of(cast.bea.pk)["answered"][0]["answer"] == "Oddaliśmy."
