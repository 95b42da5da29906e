"""Mandates: given by invitation, ended and given anew, never edited."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW, SYSTEM, belongs, keeps, organisation
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import give_mandate, take_hosting
from tkanka.network.networks.models import Mandate
from tkanka.network.people.models import Person
from tkanka.network.representation import actions, queries
from tkanka.network.representation.models import Invitation
from tkanka.network.representation.tokens import token_of
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity, Office

pytestmark = pytest.mark.django_db


def people(party):
    return f"/n/razem/organisations/{party.pk}/people/"


def invite(cast, email="nowa@example.org", by=None, party=None, capacity=Capacity.ALTERNATE, **more):
    return actions.invite(
        by=cast.by(by or cast.ada), at=NOW, network=cast.razem, organisation=party or cast.dach, email=email,
        capacity=capacity, **more,
    )  # fmt: skip


def page_of(invitation):
    return f"/n/razem/invitation/{token_of(invitation.pk)}/"


def mandate_of(somebody, party):
    return Mandate.objects.get(person=somebody, organisation=party, until=None)


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def test_account_and_mandate_come_about_together_and_the_link_works_once(cast, client):
    invitation = invite(cast, name="Nowa Osoba", language="uk")
    letter = Message.objects.get(email="nowa@example.org")
    assert letter.language == "uk" and token_of(invitation.pk) in letter.url.replace("%3A", ":")
    assert client.get(page_of(invitation)).status_code == 200
    assert not Person.objects.filter(email="nowa@example.org").exists(), "opening it does nothing"
    answer = client.post(page_of(invitation), {"name": "Nowa Osoba"})
    assert answer["Location"].startswith("/account/login/")
    nowa = Person.objects.get(email="nowa@example.org")
    assert (nowa.name, nowa.language) == ("Nowa Osoba", "uk")
    assert mandate_of(nowa, cast.dach).capacity == Capacity.ALTERNATE
    assert Message.objects.filter(cause__startswith="invitation.accepted", email="ada@example.org").exists()
    assert client.post(page_of(invitation), {"name": "Ktoś"}).status_code == 409
    assert "już przyjęte" in client.get(page_of(invitation)).content.decode()
    assert Mandate.objects.filter(person=nowa).count() == 1


def test_somebody_signed_in_with_another_address_is_told_what_to_do(cast, sign_in):
    invitation = invite(cast)
    client = sign_in(cast.stranger)
    for answer in (client.get(page_of(invitation)), client.post(page_of(invitation), {"name": "Ja"})):
        page = answer.content.decode()
        assert "inny adres" in page and "Wyloguj się" in page and "stranger@example.org" in page
    assert answer.status_code == 409
    assert not Mandate.objects.filter(person=cast.stranger).exists()


def test_whoever_has_an_account_takes_it_up_with_one_button(cast, sign_in):
    invitation = invite(cast, email=" Stranger@Example.org ")
    answer = sign_in(cast.stranger).post(page_of(invitation))
    assert answer.status_code == 302
    assert mandate_of(cast.stranger, cast.dach)


def test_it_runs_out_can_be_sent_again_and_taken_back(cast, client, today):
    invitation = invite(cast)
    today.shift(timedelta(days=22))
    assert client.post(page_of(invitation), {"name": "Ja"}).status_code == 409
    later = NOW + timedelta(days=22)
    actions.resend_invitation(by=cast.by(cast.ada), at=later, invitation=invitation)
    assert Message.objects.filter(email="nowa@example.org").count() == 2
    assert "Przyjmij zaproszenie" in client.get(page_of(invitation)).content.decode()
    actions.revoke_invitation(by=cast.by(cast.ada), at=later, invitation=invitation)
    assert client.post(page_of(invitation), {"name": "Ja"}).status_code == 409
    assert "cofnięte" in client.get(page_of(invitation)).content.decode()


def test_asked_twice_is_one_invitation(cast):
    assert invite(cast) == invite(cast)
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "²", "00000000-0000-4000-8000-000000000000", "a" * 4000])
def test_a_made_up_link_is_not_found(cast, client, token):
    assert client.get(f"/n/razem/invitation/{token}/").status_code == 404


def test_who_may_invite(cast):
    for somebody in (cast.bea, cast.olga, cast.stranger):
        with pytest.raises(Refused):
            invite(cast, by=somebody)
    assert invite(cast, by=cast.igor).email == "nowa@example.org"


@pytest.mark.norm("R-04-12")
def test_staff_of_the_secretariat_is_not_even_invited_by_the_host(cast, client):
    take_hosting(by=SYSTEM, at=NOW, network=cast.razem, organisation=cast.dach)
    for capacity in Capacity:
        with pytest.raises(Refused, match="§4"):
            invite(cast, email=cast.igor.email, capacity=capacity)
    invitation = invite(cast, email="stranger@example.org")
    keeps(cast.stranger, cast.razem, Office.SECRETARIAT)
    client.force_login(cast.stranger)
    client.post(page_of(invitation))
    assert not Mandate.objects.filter(person=cast.stranger).exists()


def test_the_last_main_is_ended_by_nobody_but_itself_or_the_secretariat(cast):
    other = give_mandate(
        by=SYSTEM,
        at=NOW,
        person=cast.stranger,
        organisation=cast.dach,
        capacity=Capacity.MAIN,
        until=DAY + timedelta(9),
    )
    actions.end_mandate(by=cast.by(cast.ada), at=NOW, network=cast.razem, mandate=other)
    last = mandate_of(cast.ada, cast.dach)
    with pytest.raises(Refused):
        actions.end_mandate(by=cast.by(cast.bea), at=NOW, network=cast.razem, mandate=last)
    actions.end_mandate(by=cast.by(cast.ada), at=NOW, network=cast.razem, mandate=last)
    assert not cast.by(cast.ada).mandates
    told = Message.objects.filter(cause__startswith="organisation.without_main").values_list("email", flat=True)
    assert set(told) == {"halina@example.org", "igor@example.org"}


def test_the_last_main_does_not_become_something_else(cast):
    with pytest.raises(Refused) as refused:
        actions.reissue_mandate(
            by=cast.by(cast.ada), at=NOW, network=cast.razem, mandate=mandate_of(cast.ada, cast.dach),
            capacity=Capacity.DIRECTOR,
        )  # fmt: skip
    assert codes(refused) == {"one_main_remains"}


def test_a_mandate_is_ended_and_given_anew_never_edited(cast, sign_in):
    old = give_mandate(
        by=SYSTEM, at=NOW, person=cast.stranger, organisation=cast.dach, capacity=Capacity.ALTERNATE,
        since=DAY - timedelta(days=50),
    )  # fmt: skip
    client = sign_in(cast.ada)
    client.post(
        f"/n/razem/mandates/{old.pk}/reissue/", {"capacity": "main", "post": "Dyrektorka", "until": "2027-03-31"}
    )
    old.refresh_from_db()
    assert (old.capacity, old.until) == ("alternate", DAY)
    new = Mandate.objects.get(person=cast.stranger, capacity="main")
    assert (new.since, new.post) == (DAY, "Dyrektorka")
    assert "Dyrektorka" in client.get(people(cast.dach)).content.decode()


@pytest.mark.parametrize(
    "form",
    [
        {"email": "zly,adres@example.org"}, {"email": ""}, {"email": "a@" + "b" * 300 + ".pl"}, {"capacity": "king"},
        {"until": "31.02.2027"}, {"until": "2026-11-20"}, {"until": "45000"}, {"language": "xx"},
    ],
)  # fmt: skip
def test_bad_input_is_said_beside_its_field(cast, sign_in, form):
    good = {"email": "nowa@example.org", "capacity": "alternate", "language": "pl"}
    answer = sign_in(cast.ada).post(people(cast.dach), good | form)
    assert answer.status_code == 422
    assert not Invitation.objects.exists()


@pytest.mark.norm("R-06-11")
def test_what_an_organisation_lacks_is_said(cast, sign_in):
    page = sign_in(cast.ada).get(people(cast.dach)).content.decode().replace("\xa0", " ")
    assert "Nie ma nikogo w zastępstwie" in page and "Nie wskazano osoby decyzyjnej" in page
    give_mandate(by=SYSTEM, at=NOW, person=cast.stranger, organisation=cast.dach, capacity=Capacity.DIRECTOR)
    assert "Nie wskazano osoby decyzyjnej" not in sign_in(cast.ada).get(people(cast.dach)).content.decode()


def test_a_main_mandate_about_to_end_is_warned_of(cast):
    Mandate.objects.filter(organisation=cast.dach).update(until=DAY + timedelta(days=30))
    from tkanka.network.networks.queries import rulebook_of

    found = queries.vacancies(rulebook_of(cast.razem, DAY), queries.people_of(cast.dach, DAY), DAY)
    assert ("main_ends", DAY + timedelta(days=30)) in [(v.code, v.until) for v in found]


@pytest.mark.norm("R-03-15")
def test_one_person_two_organisations_and_the_switch_always_in_sight(cast, sign_in):
    barwinok = belongs(organisation("Kolektyw Barwinok", "informal_group"), cast.razem)
    invitation = invite(cast, by=cast.igor, party=barwinok, email="ada@example.org", capacity=Capacity.MAIN)
    client = sign_in(cast.ada)
    client.post(page_of(invitation))
    page = client.get("/n/razem/my-mandates/").content.decode()
    assert "W imieniu:" in page and "Kolektyw Barwinok" in page and "Fundacja Jeden Dach" in page
    client.post("/n/razem/acting/", {"organisation": str(barwinok.pk)})
    assert client.get("/n/razem/people/")["Location"].endswith(f"{barwinok.pk}/people/")
    held = Mandate.objects.get(person=cast.ada, organisation=barwinok)
    client.post(f"/n/razem/mandates/{held.pk}/end/")
    page = client.get("/n/razem/my-mandates/").content.decode()
    assert f'value="{barwinok.pk}"' not in page, "the switch offers it no more"
    assert cast.by(cast.ada).represents == {cast.dach.pk}


def test_one_sees_the_people_of_ones_own_organisation_only(cast, sign_in):
    assert sign_in(cast.ada).get(people(cast.mosty)).status_code == 403
    assert sign_in(cast.stranger).get(people(cast.mosty)).status_code == 403
    assert sign_in(cast.igor).get(people(cast.mosty)).status_code == 200
