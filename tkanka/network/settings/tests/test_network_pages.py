from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import cast as made_by
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks import actions
from tkanka.network.networks.models import OfficeHolder, Subregion
from tkanka.network.people.models import Person
from tkanka.network.places.models import Unit
from tkanka.rules.standing import Office

pytestmark = pytest.mark.django_db


def url(name, network="razem", **kwargs):
    return reverse(f"network_settings:{name}", kwargs={"network": network, **kwargs})


def powiat(code):
    return Unit.objects.get(scheme__code="teryt", code=code)


@pytest.fixture
def coordinator(cast, sign_in):
    return sign_in(cast.halina)


@pytest.fixture
def office(cast, sign_in):
    return sign_in(cast.igor)


@pytest.fixture
def member(cast, sign_in):
    return sign_in(cast.ada)


@pytest.fixture
def east(cast):
    return actions.define_subregion(
        by=made_by.SYSTEM,
        at=made_by.NOW,
        network=cast.razem,
        labels={"pl": "Wschód", "en": "East", "uk": "Схід"},
        units=[powiat("2862"), powiat("2801")],
    )


def drawn(*codes, **more):
    labels = {"label_pl": "Zachód", "label_en": "West", "label_uk": "Захід"}
    return labels | {"units": [str(powiat(code).pk) for code in codes]} | more


def text_of(answer):
    return answer.content.decode().replace("\u00a0", " ")


def test_settings_lead_to_everything_that_can_be_set(office, member, cast, sign_in):
    page = text_of(sign_in(cast.igor).get(url("settings")))
    for name in ("offices", "codelists", "subregions", "details"):
        assert url(name) in page
    assert url("details") not in text_of(sign_in(cast.ada).get(url("settings")))


@pytest.mark.parametrize("name", ["settings", "offices", "subregions", "codelists", "details"])
def test_strangers_are_told_why_not(cast, sign_in, name):
    assert sign_in(cast.stranger).get(url(name)).status_code == 403


def test_a_subregion_is_drawn_of_powiats(office, cast):
    assert office.post(url("add-subregion"), drawn("2862", "2802")).url == url("subregions")
    made = Subregion.objects.get(network=cast.razem)
    assert {unit.code for unit in made.units.all()} == {"2862", "2802"}
    page = text_of(office.get(url("subregions")))
    assert "Zachód" in page
    assert "2 powiaty" in page
    assert Record.objects.filter(verb="subregion.defined", network=cast.razem.pk, person=cast.igor.pk).exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"label_pl": ""}, "label_pl"),
        ({"label_pl": " wschód "}, "label_pl"),
        ({"label_uk": "x" * 201}, "label_uk"),
        ({"units": []}, "units"),
        ({"units": ["nonsense"]}, "units"),
    ],
)
def test_what_is_wrong_in_a_subregion_stands_beside_its_field(office, east, given, field):
    answer = office.post(url("add-subregion"), drawn("2862") | given)
    assert f'id="id_{field}_error"' in text_of(answer)
    assert Subregion.objects.count() == 1


def test_a_voivodeship_is_no_powiat(office, cast):
    warminskie = Unit.objects.get(scheme__code="teryt", code="28")
    office.post(url("add-subregion"), drawn() | {"units": [str(warminskie.pk)]})
    assert not Subregion.objects.exists()


def test_a_form_that_fails_keeps_what_was_ticked(office, cast):
    answer = office.post(url("add-subregion"), drawn("2862", label_pl=""))
    assert f'value="{powiat("2862").pk}" checked' in text_of(answer)


def test_a_subregion_is_redrawn_and_dissolved(office, east):
    page = text_of(office.get(url("edit-subregion", key=east.pk)))
    assert f'value="{powiat("2801").pk}" checked' in page
    office.post(url("edit-subregion", key=east.pk), drawn("2801", label_pl="Wschód"))
    assert [unit.code for unit in east.units.all()] == ["2801"]
    office.post(url("dissolve-subregion", key=east.pk))
    assert not Subregion.objects.exists()


def test_members_see_subregions_and_why_they_cannot_draw_them(member, east):
    page = text_of(member.get(url("subregions")))
    assert "Wschód" in page
    assert 'aria-disabled="true"' in page
    assert member.get(url("add-subregion")).status_code == 403
    member.post(url("dissolve-subregion", key=east.pk))
    assert Subregion.objects.filter(pk=east.pk).exists()


def test_a_subregion_of_another_network_does_not_exist_here(office, east, warmia, cast):
    made_by.keeps(cast.igor, warmia, Office.SECRETARIAT)
    assert office.get(url("edit-subregion", network="warmia", key=east.pk)).status_code == 404
    assert office.post(url("dissolve-subregion", network="warmia", key=east.pk)).status_code == 404


def test_subregions_cost_the_same_queries_whatever_their_number(member, cast, east):
    member.get(url("subregions"))
    with CaptureQueriesContext(connection) as one:
        member.get(url("subregions"))
    for number in range(29):
        labels = dict.fromkeys(("pl", "en", "uk"), f"Część {number}")
        actions.define_subregion(
            by=made_by.SYSTEM, at=made_by.NOW, network=cast.razem, labels=labels, units=[powiat("2802")]
        )
    with CaptureQueriesContext(connection) as thirty:
        member.get(url("subregions"))
    assert len(thirty) == len(one)


def appointed(**more):
    return {
        "name": "Nadia Nowa",
        "email": "nadia@example.org",
        "office": "secretariat",
        "since": date.today().isoformat(),
    } | more


def test_the_coordinator_gives_an_office_to_somebody_new(coordinator, cast):
    assert coordinator.post(url("give-office"), appointed()).url == url("offices")
    holder = OfficeHolder.objects.get(person__email="nadia@example.org")
    assert (holder.network, holder.office, holder.is_deputy) == (cast.razem, "secretariat", False)
    assert "Nadia Nowa" in text_of(coordinator.get(url("offices")))
    verbs = set(Record.objects.filter(network=cast.razem.pk).values_list("verb", flat=True))
    assert {"office.entrusted", "office.given"} <= verbs


@pytest.mark.parametrize(
    ("language", "subject"),
    [("pl", "Jesteś w sekretariacie sieci"), ("en", "You are in the secretariat"), ("uk", "Ви в секретаріаті мережі")],
)
def test_who_is_given_an_office_is_told_in_their_language(coordinator, language, subject):
    made_by.person("nadia", language)
    coordinator.post(url("give-office"), appointed())
    letter = Message.objects.get(email="nadia@example.org")
    assert letter.subject == subject
    assert letter.url.endswith("/n/razem/settings/offices/")


def test_a_deputy_stands_in_for_the_coordinator(coordinator):
    coordinator.post(url("give-office"), appointed(office="coordinator", is_deputy="on"))
    assert "koordynacja w zastępstwie" in text_of(coordinator.get(url("offices")))


def test_an_office_can_begin_later(coordinator):
    coordinator.post(url("give-office"), appointed(since=(date.today() + timedelta(days=40)).isoformat()))
    assert "obejmie funkcję" in text_of(coordinator.get(url("offices")))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"email": "igor@example.org"}, "email"),
        ({"name": ""}, "name"),
        ({"office": "king"}, "office"),
        ({"office": "secretariat", "is_deputy": "on"}, "is_deputy"),
        ({"since": "31.02.2026"}, "since"),
        ({"since": "2026-13-01"}, "since"),
    ],
)
def test_what_is_wrong_in_an_appointment_stands_beside_its_field(coordinator, given, field):
    before = OfficeHolder.objects.count(), Person.objects.count()
    answer = coordinator.post(url("give-office"), appointed(**given))
    assert f'id="id_{field}_error"' in text_of(answer)
    assert (OfficeHolder.objects.count(), Person.objects.count()) == before


def test_the_secretariat_sees_offices_but_does_not_give_them(office):
    page = text_of(office.get(url("offices")))
    assert "Halina" in page
    assert 'aria-disabled="true"' in page
    assert office.get(url("give-office")).status_code == 403
    assert office.post(url("give-office"), appointed()).status_code == 403


def test_a_representative_of_the_host_takes_no_office_and_no_account_is_left(coordinator, cast):
    actions.take_hosting(by=made_by.SYSTEM, at=made_by.NOW, network=cast.razem, organisation=cast.dach)
    answer = coordinator.post(url("give-office"), appointed(email="ada@example.org", name="Ada"))
    assert "organizację goszczącą" in text_of(answer)
    assert not OfficeHolder.objects.filter(person=cast.ada).exists()


def test_the_coordinator_ends_an_office_and_it_stays_in_sight(coordinator, cast):
    holder = OfficeHolder.objects.get(person=cast.igor)
    page = text_of(coordinator.get(url("end-office", key=holder.pk)))
    assert "Igor" in page
    coordinator.post(url("end-office", key=holder.pk), {"until": date.today().isoformat()})
    holder.refresh_from_db()
    assert holder.until == date.today()
    assert "Wcześniej" in text_of(coordinator.get(url("offices")))
    assert coordinator.get(url("end-office", key=holder.pk)).status_code == 404


def test_an_office_does_not_end_before_it_began(coordinator, cast):
    holder = OfficeHolder.objects.get(person=cast.igor)
    answer = coordinator.post(url("end-office", key=holder.pk), {"until": "1999-01-01"})
    assert 'id="id_until_error"' in text_of(answer)


def test_people_may_lay_down_their_own_office_but_no_other(office, cast):
    own, other = OfficeHolder.objects.get(person=cast.igor), OfficeHolder.objects.get(person=cast.halina)
    assert office.post(url("end-office", key=other.pk), {"until": date.today().isoformat()}).status_code == 403
    office.post(url("end-office", key=own.pk), {"until": date.today().isoformat()})
    assert office.get(url("details")).status_code == 403


def test_the_last_coordinator_names_a_successor_or_a_deputy_first(coordinator, cast):
    holder, today = OfficeHolder.objects.get(person=cast.halina), date.today().isoformat()
    address = url("end-office", key=holder.pk)
    assert "Najpierw wskaż" in text_of(coordinator.get(address))
    refused = coordinator.post(address, {"until": today})
    assert refused.status_code == 422
    assert "Po tym dniu nikt nie koordynowałby sieci" in text_of(refused)
    holder.refresh_from_db()
    assert holder.until is None
    OfficeHolder.objects.create(
        network=cast.razem, person=cast.ada, office=Office.COORDINATOR, is_deputy=True, since=date.today()
    )
    assert "Najpierw wskaż" not in text_of(coordinator.get(address))
    assert coordinator.post(address, {"until": today}).status_code == 302


def test_an_office_of_another_network_does_not_exist_here(coordinator, cast, warmia):
    made_by.keeps(cast.halina, warmia, Office.COORDINATOR)
    holder = OfficeHolder.objects.get(person=cast.igor)
    assert coordinator.get(url("end-office", network="warmia", key=holder.pk)).status_code == 404


def described(network, **more):
    fields = "name short_name tagline_pl tagline_en tagline_uk email phone address funder".split()
    notes = ["funder_note_pl", "funder_note_en", "funder_note_uk"]
    return {field: getattr(network, field) for field in fields + notes} | more


def test_the_secretariat_changes_what_the_pages_say(office, cast):
    given = described(cast.razem, funder="Fundusz Dobrego Sąsiedztwa", phone="+48 22 000 00 00")
    assert office.post(url("details"), given).url == url("settings")
    cast.razem.refresh_from_db()
    assert cast.razem.funder == "Fundusz Dobrego Sąsiedztwa"
    assert Record.objects.get(verb="network.redescribed").facts["fields"] == ["funder", "phone"]


@pytest.mark.norm("B-01-01")
def test_a_network_built_within_a_project_says_who_pays_and_from_when_until_when(office, cast, client):
    project = {"project_since": "2026-01-01", "project_until": "2027-12-31", "funder": "Fundusz Dróg"}
    wrong = office.post(url("details"), described(cast.razem, **project | {"project_until": "2025-12-31"}))
    assert 'id="id_project_until_error"' in text_of(wrong)
    assert office.post(url("details"), described(cast.razem, **project)).url == url("settings")
    page = " ".join(text_of(client.get("/n/razem/about/")).replace("\u00a0", " ").split())
    assert "Fundusz Dróg" in page
    assert "Projekt: od 1 stycznia 2026 do 31 grudnia 2027." in page


def test_saving_unchanged_details_writes_nothing(office, cast):
    assert office.post(url("details"), described(cast.razem)).status_code == 302
    assert not Record.objects.filter(verb="network.redescribed").exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "sekretariat@"}, "email"),
        ({"short_name": "x" * 61}, "short_name"),
        ({"tagline_uk": "x" * 301}, "tagline_uk"),
        ({"address": "\0"}, "address"),
    ],
)
def test_what_is_wrong_in_the_details_stands_beside_its_field(office, cast, given, field):
    assert f'id="id_{field}_error"' in text_of(office.post(url("details"), described(cast.razem, **given)))


def test_members_do_not_change_the_details(member, cast):
    assert member.post(url("details"), described(cast.razem, name="Inna")).status_code == 403
    cast.razem.refresh_from_db()
    assert cast.razem.name != "Inna"


@pytest.mark.parametrize("prefix", ["", "/en", "/uk"])
@pytest.mark.parametrize("path", ["", "offices/", "offices/give/", "subregions/", "subregions/add/", "details/"])
def test_every_page_opens_in_every_language(coordinator, prefix, path):
    assert coordinator.get(f"{prefix}/n/razem/settings/{path}").status_code == 200
