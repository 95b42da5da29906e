"""Norms of the charters about coming in and standing beside, through the pages people use."""

from contextlib import suppress

import pytest

from tests import cast as made_by
from tkanka.ground.ledger.models import Record
from tkanka.network.membership import actions
from tkanka.network.membership.models import Beside
from tkanka.network.membership.queries import notes_of
from tkanka.network.networks.models import Membership, Status
from tkanka.network.networks.queries import active_membership, charter_on
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

from . import made
from .made import NOW, by

pytestmark = pytest.mark.django_db
BESIDE, GRANT = "/n/razem/beside/", "/n/razem/secretariat/beside/grant/"
PARTNER = {
    "status": "partner", "name": "Biuro Struktur Narodowych", "kind": "un_agency", "works_with": "network",
    "contact_name": "Jana Łącznik", "contact_email": "jana@example.org",
}  # fmt: skip


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


# Coming in


@pytest.mark.norm("R-03-10")
def test_nobody_becomes_a_member_of_the_forum_but_by_an_application_that_is_accepted(razem, cast):
    about = {"network": razem, "at": NOW, "person": cast.stranger, "profile": made.profile(), "made": []}
    for does in (actions.take_part, actions.join_by_declaration):
        with pytest.raises(Refused):
            does(by=by(cast.stranger, razem), charter=charter_on(razem, made.DAY), **about)
    application = made.submitted(razem, cast.stranger)
    assert not by(cast.stranger, razem).is_member
    actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    assert by(cast.stranger, razem).is_member


@pytest.mark.norm("R-01-05", "R-03-05")
@pytest.mark.parametrize("horizon", ["", "short_term", "medium_term", "long_term"])
def test_the_time_an_organisation_means_to_stay_changes_nothing_about_its_way_in(razem, cast, horizon):
    application = made.submitted(razem, cast.stranger, horizon=horizon)
    membership = actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    assert membership.state == "active"
    assert membership.organisation.horizon == horizon
    assert not {f for record in Record.objects.all() for f in record.facts if "horizon" in f}


@pytest.mark.norm("R-03-03", "A-09-02")
@pytest.mark.parametrize("kind", ["international_ngo", "grassroots_initiative", "informal_group", "foundation"])
def test_without_any_number_of_any_register_one_is_let_in(razem, cast, kind):
    application = made.submitted(razem, cast.stranger, kind=kind)
    membership = actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    assert not membership.organisation.identifiers.exists()
    assert by(cast.stranger, razem).is_member


@pytest.mark.norm("R-03-24")
def test_no_step_of_an_application_asks_for_money(client, razem, cast):
    client.force_login(cast.stranger)
    draft = made.draft(razem, cast.stranger)
    asked = set()
    for step in ("which", "details", "work", "declarations"):
        page = client.get(f"/n/razem/join/{draft.pk}/{step}/")
        assert page.status_code == 200
        asked |= set(page.context["form"].fields)
    assert {"name", "email", "about", "nonprofit_and_protective_use"} <= asked
    assert not [name for name in asked if {"fee", "amount", "payment", "iban", "account"} & set(name.split("_"))]
    assert "Składek nie ma." in text(client.get("/n/razem/join/"))


@pytest.mark.norm("R-05-06")
def test_who_is_accepted_may_enter_the_areas_of_work_in_the_same_moment(client, razem, cast, monkeypatch):
    client.force_login(cast.stranger)
    application = made.submitted(razem, cast.stranger)
    own = "/n/razem/organisations/{}/declarations/"
    monkeypatch.setattr("tkanka.network.membership.actions.verifying.to_applicant", broken)
    with suppress(RuntimeError):
        actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    assert not by(cast.stranger, razem).members
    monkeypatch.undo()
    membership = actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    assert by(cast.stranger, razem).speaks_for == {membership.organisation_id}
    assert client.get(own.format(membership.organisation_id)).status_code == 200


def broken(*args, **kwargs):
    raise RuntimeError("the outbox is away")


# Observers and partners


@pytest.mark.norm("R-08-08")
@pytest.mark.parametrize("status", ["partner", "observer"])
def test_no_status_is_granted_without_somebody_to_contact(client, razem, cast, status):
    client.force_login(cast.halina)
    without = client.post(GRANT, PARTNER | {"status": status, "contact_name": ""})
    assert without.status_code == 200
    assert "contact_name" in without.context["form"].errors
    assert not Beside.objects.exists()
    client.post(GRANT, PARTNER | {"status": status})
    kept = Beside.objects.get()
    assert (kept.membership.status, kept.contact_name, kept.contact_email) == (
        status, "Jana Łącznik", "jana@example.org"
    )  # fmt: skip
    page = text(client.get(f"/n/razem/secretariat/beside/{kept.membership_id}/"))
    assert "Jana Łącznik" in page and "mailto:jana@example.org" in page


@pytest.mark.norm("R-08-08")
def test_contact_is_kept_up_when_somebody_else_is_to_be_asked(client, razem, cast):
    client.force_login(cast.igor)
    tie = active_membership(razem, cast.observer, made.DAY)
    address = f"/n/razem/secretariat/beside/{tie.pk}/"
    changed = client.post(address + "contact/", PARTNER | {"contact_name": "Ola Nowa", "contact_email": ""})
    assert changed.status_code == 302
    page = text(client.get(address))
    assert "Ola Nowa" in page and "Olga" in page  # the one to ask, and the one who represents
    record = Record.objects.get(verb="contact.changed")
    assert record.facts["fields"] == ["contact_name"]
    assert "Nowa" not in str(record.facts)
    assert client.post(address + "contact/", PARTNER | {"contact_name": " "}).context["form"].errors


@pytest.mark.norm("A-44-03")
def test_a_un_structure_is_a_partner_and_every_contact_with_it_is_written_down(client, razem, cast):
    client.force_login(cast.halina)
    client.post(GRANT, PARTNER)
    tie = Membership.objects.get(organisation__name=PARTNER["name"])
    assert (tie.status, tie.organisation.kind) == (Status.PARTNER, "un_agency")
    address = f"/n/razem/secretariat/beside/{tie.pk}/"
    for note in ("Uzgodniono wspólny kalendarz.", "Przekazano mapę potrzeb."):
        client.post(address + "note/", {"text": note})
    page = text(client.get(address))
    assert page.index("Przekazano mapę") < page.index("Uzgodniono wspólny")
    assert next((n.text, n.by) for n in notes_of(tie.beside)) == ("Przekazano mapę potrzeb.", cast.halina)
    assert Record.objects.filter(verb="contact.noted").count() == 2
    client.force_login(cast.ada)
    assert client.get(address).status_code == 404


@pytest.mark.norm("R-06-03")
def test_the_partners_of_the_advisory_group_are_told_apart(client, razem, cast):
    client.force_login(cast.halina)
    client.post(GRANT, PARTNER | {"works_with": "advisory_group"})
    client.post(GRANT, PARTNER | {"name": "Instytut Drugi", "kind": "academia", "works_with": "secretariat"})
    of_the_group = text(client.get(BESIDE + "?with=advisory_group"))
    assert PARTNER["name"] in of_the_group and "Instytut Drugi" not in of_the_group
    assert "współpracuje z: grupa doradcza" in of_the_group
    assert "Agencja Pomocy" in text(client.get(BESIDE + "?with=network"))  # nobody said with whom
    assert "Agencja Pomocy" not in of_the_group
    everybody = text(client.get(BESIDE + "?with=nobody%00"))
    assert PARTNER["name"] in everybody and "Instytut Drugi" in everybody
    tie = Membership.objects.get(organisation__name=PARTNER["name"])
    client.post(f"/n/razem/secretariat/beside/{tie.pk}/note/", {"text": "Grupa pytała o warsztat."})
    assert notes_of(tie.beside)[0].text == "Grupa pytała o warsztat."
    tie = Membership.objects.get(organisation__name="Instytut Drugi")
    client.post(f"/n/razem/secretariat/beside/{tie.pk}/contact/", PARTNER | {"works_with": "advisory_group"})
    assert "Instytut Drugi" in text(client.get(BESIDE + "?with=advisory_group"))


@pytest.mark.norm("W-08-01")
def test_whoever_hands_offers_on_is_a_partner_with_a_contact_in_an_open_network(client, warmia):
    jadwiga = made_by.keeps(made_by.person("jadwiga"), warmia, Office.SECRETARIAT)
    client.force_login(jadwiga)
    client.post("/n/warmia/secretariat/beside/grant/", PARTNER | {
        "name": "Forum Pełnomocników", "kind": "network", "receives_offers": "on",
    })  # fmt: skip
    kept = Beside.objects.get()
    assert (kept.membership.network, kept.receives_offers, kept.contact_name) == (warmia, True, "Jana Łącznik")
    page = text(client.get(f"/n/warmia/secretariat/beside/{kept.membership_id}/"))
    assert "dostaje, żeby je przekazywać dalej" in page
    assert "Forum Pełnomocników" in text(client.get("/n/warmia/beside/"))
