"""Freshness, silence, and the guarantee of the host."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from tests.cast import DAY, LONG_AGO, NOW, SYSTEM, belongs, organisation, person
from tests.queries import assert_page_queries
from tkanka.ground.ledger.actions import entry
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import (
    describe_organisation,
    end_mandates,
    give_mandate,
    guarantee_hosting,
    take_hosting,
)
from tkanka.network.networks.models import Hosting, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.tenure import actions, jobs, queries
from tkanka.network.tenure.models import Outreach
from tkanka.network.tenure.tokens import Asked, token_of
from tkanka.rules.membership import NextStep, Silence
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity, Standing

pytestmark = pytest.mark.django_db


def book(cast):
    return rulebook_of(cast.razem, DAY)


def confirmed(party, days):
    Organisation.objects.filter(pk=party.pk).update(confirmed_at=NOW - timedelta(days=days))
    party.refresh_from_db()


def link(cast):
    return f"/n/razem/confirm/{token_of(Asked(cast.dach.pk, cast.ada.pk))}/"


def quiet(cast, day=DAY):
    found = queries.quiet_members(cast.razem, book(cast), day)
    return {row.organisation.name: row for row in queries.with_steps(cast.razem, book(cast), found)}


@pytest.mark.norm("R-03-12", "W-02-02")
def test_half_a_year_after_the_last_confirmation_its_people_are_asked_once(cast):
    confirmed(cast.dach, 185)
    confirmed(cast.mosty, 170)
    jobs.remind_of_profiles(NOW)
    jobs.remind_of_profiles(NOW + timedelta(days=1))
    told = Message.objects.filter(cause__startswith="profile.due")
    assert [letter.email for letter in told] == ["ada@example.org"]
    assert "/confirm/" in told[0].url
    assert queries.is_stale(book(cast), cast.dach, DAY)
    assert not queries.is_stale(book(cast), cast.mosty, DAY)


def test_an_organisation_in_two_networks_is_asked_by_one(cast, warmia):
    belongs(cast.dach, warmia)
    confirmed(cast.dach, 300)
    jobs.remind_of_profiles(NOW)
    assert Message.objects.filter(cause__startswith="profile.due", email="ada@example.org").count() == 1


def test_after_confirming_the_next_period_begins(cast, client, today):
    confirmed(cast.dach, 185)
    jobs.remind_of_profiles(NOW)
    client.post(link(cast))
    later = NOW + timedelta(days=190)
    jobs.remind_of_profiles(later)
    assert Message.objects.filter(cause__startswith=f"profile.due:{cast.dach.pk}").count() == 2


@pytest.mark.norm("R-03-12")
def test_opening_the_link_changes_nothing_one_button_does_without_signing_in(cast, client, today):
    confirmed(cast.dach, 300)
    page = client.get(link(cast)).content.decode()
    assert "Wszystko się zgadza" in page
    cast.dach.refresh_from_db()
    assert queries.is_stale(book(cast), cast.dach, DAY)
    client.post(link(cast))
    cast.dach.refresh_from_db()
    assert cast.dach.confirmed_at == NOW
    record = Record.objects.get(verb="organisation.confirmed")
    assert (record.person, record.acting_for) == (cast.ada.pk, cast.dach.pk)


def test_the_link_dies_with_the_mandate(cast, client, today):
    end_mandates(by=SYSTEM, at=NOW, organisation=cast.dach)
    confirmed(cast.dach, 300)
    assert client.post(link(cast)).status_code in (302, 403)
    cast.dach.refresh_from_db()
    assert queries.is_stale(book(cast), cast.dach, DAY)


@pytest.mark.parametrize("token", ["x", "a.b:c:d", "²", f"{'a' * 3000}", "..:..:.."])
def test_a_made_up_link_is_not_found(cast, client, today, token):
    assert client.get(f"/n/razem/confirm/{token}/").status_code == 404


def test_an_old_link_is_not_found(cast, client, today):
    address = link(cast)
    today.shift(timedelta(days=121))
    assert client.get(address).status_code == 404


@pytest.mark.norm("R-03-13", "R-03-21")
def test_whoever_neither_contributed_nor_confirmed_for_a_year_is_silent(cast):
    confirmed(cast.dach, 400)
    confirmed(cast.mosty, 300)
    found = quiet(cast)
    assert found["Fundacja Jeden Dach"].silence is Silence.SILENT
    assert found["Stowarzyszenie Trzy Mosty"].silence is Silence.FADING


@pytest.mark.norm("R-03-13")
@pytest.mark.parametrize("way", ["describes", "acts", "concerned"])
def test_any_contribution_counts(cast, way, monkeypatch):
    confirmed(cast.dach, 400)
    at = NOW - timedelta(days=20)
    if way == "describes":
        describe_organisation(by=cast.by(cast.ada), at=at, organisation=cast.dach, town="Radom")
        confirmed(cast.dach, 400)
    elif way == "acts":
        with entry("activity.entered", by=cast.by(cast.ada), at=at) as record:
            record.about(cast.razem, network=cast.razem.pk)
    else:
        with entry("activity.entered", by=SYSTEM, at=at) as record:
            record.about(cast.razem, cast.dach, network=cast.razem.pk)
    assert "Fundacja Jeden Dach" not in quiet(cast)
    assert localdate(queries.last_contribution(cast.razem, cast.dach).at) == localdate(at)


@pytest.mark.norm("R-03-13")
def test_signing_in_and_others_deeds_do_not_count(cast, sign_in):
    confirmed(cast.dach, 400)
    sign_in(cast.ada).get("/account/")
    with entry("activity.entered", by=cast.by(cast.bea), at=NOW) as record:
        record.about(cast.razem, cast.dach, network=cast.razem.pk)
    with entry("sessions.ended", by=cast.by(cast.ada), at=NOW) as record:
        record.about(cast.dach, network=cast.razem.pk)
    assert quiet(cast)["Fundacja Jeden Dach"].silence is Silence.SILENT


def test_a_contribution_in_another_network_is_none_here(cast, warmia):
    confirmed(cast.dach, 400)
    belongs(cast.dach, warmia)
    with entry("activity.entered", by=cast.by(cast.ada), at=NOW) as record:
        record.about(warmia, network=warmia.pk)
    assert "Fundacja Jeden Dach" in quiet(cast)


def test_who_joined_lately_is_not_silent(cast):
    new = belongs(organisation("Nowa"), cast.razem, since=DAY - timedelta(days=30))
    confirmed(new, 400)
    assert "Nowa" not in quiet(cast)


def test_first_a_letter_then_a_call_then_a_notice(cast):
    confirmed(cast.dach, 400)
    by = cast.by(cast.igor)
    assert quiet(cast)["Fundacja Jeden Dach"].step is NextStep.ASK
    actions.ask_if_active(by=by, at=NOW, network=cast.razem, organisation=cast.dach)
    assert Message.objects.filter(cause__startswith="outreach:", email="ada@example.org").exists()
    assert quiet(cast)["Fundacja Jeden Dach"].step is NextStep.CALL
    actions.note_call(by=by, at=NOW, network=cast.razem, organisation=cast.dach, note="Oddzwonią")
    row = quiet(cast)["Fundacja Jeden Dach"]
    assert (row.step, row.letters, row.calls) == (NextStep.PREPARE, 1, 1)


def test_one_letter_a_week_and_only_from_the_secretariat(cast):
    actions.ask_if_active(by=cast.by(cast.igor), at=NOW, network=cast.razem, organisation=cast.dach)
    with pytest.raises(Refused):
        actions.ask_if_active(by=cast.by(cast.igor), at=NOW, network=cast.razem, organisation=cast.dach)
    with pytest.raises(Refused):
        actions.ask_if_active(by=cast.by(cast.bea), at=NOW, network=cast.razem, organisation=cast.mosty)


def test_what_was_asked_before_the_last_sign_of_life_does_not_count(cast):
    Outreach.objects.create(network=cast.razem, organisation=cast.dach, way="letter", at=NOW - timedelta(days=500))
    confirmed(cast.dach, 400)
    assert quiet(cast)["Fundacja Jeden Dach"].letters == 0


@pytest.mark.norm("R-03-21")
def test_the_list_removes_nobody(cast, sign_in, today):
    confirmed(cast.dach, 2000)
    page = sign_in(cast.igor).get("/n/razem/secretariat/quiet/").content.decode()
    assert "Fundacja Jeden Dach" in page and "Zapytaj" in page
    assert cast.by(cast.ada).speaks_for == {cast.dach.pk}


def test_the_list_asks_no_more_for_more_rows(cast, sign_in, today):
    confirmed(cast.dach, 400)

    def more():
        for n in range(30):
            confirmed(belongs(organisation(f"Cicha {n}"), cast.razem, since=LONG_AGO), 500)

    assert_page_queries(sign_in(cast.igor), "/n/razem/secretariat/quiet/", grow=more, limit=20)


def test_a_call_is_written_down(cast, sign_in, today):
    client = sign_in(cast.igor)
    address = f"/n/razem/secretariat/quiet/{cast.dach.pk}/call/"
    assert client.post(address, {"note": ""}).status_code == 422
    client.post(address, {"note": "Oddzwonią w piątek"})
    assert "Oddzwonią w piątek" in client.get(address).content.decode()


# The host


def hosted(cast, until=date(2027, 6, 30)):
    return take_hosting(
        by=SYSTEM,
        at=NOW,
        network=cast.razem,
        organisation=cast.mosty,
        guaranteed_until=until,
        donor="Fundusz Sąsiedzki",
    )


def at(day):
    return datetime.combine(day, NOW.timetz())


@pytest.mark.norm("R-04-05", "R-04-13")
def test_the_end_is_recalled_six_three_and_one_month_before_and_told_once_when_it_comes(cast):
    hosted(cast)
    days = [DAY, date(2026, 12, 30), date(2027, 1, 5), date(2027, 3, 30), date(2027, 5, 30), date(2027, 6, 30)]
    counts = []
    for day in [*days, date(2027, 7, 1), date(2027, 7, 20)]:
        jobs.watch_guarantees(at(day))
        counts.append(Message.objects.filter(email="bea@example.org", cause__startswith="guarantee:").count())
    assert counts == [0, 1, 1, 2, 3, 3, 4, 4]
    assert Message.objects.filter(email="halina@example.org", cause__startswith="guarantee:").count() == 4


@pytest.mark.norm("R-04-05", "R-04-13")
def test_after_it_the_page_says_that_none_is_on_record(cast, client, today):
    hosted(cast, until=DAY - timedelta(days=1))
    page = client.get("/n/razem/host/").content.decode()
    assert "Brak zapewnienia na piśmie" in page
    assert "Stowarzyszenie Trzy Mosty" in page


@pytest.mark.norm("R-04-04", "R-04-06", "R-04-14")
def test_obligations_stand_with_their_paragraph_and_the_donor_with_them(cast, client, today):
    hosted(cast)
    page = client.get("/n/razem/host/").content.decode()
    assert "zapewnia, że praca sieci trwa" in page
    assert "Fundusz Sąsiedzki" in page
    assert page.count("§") >= 4


@pytest.mark.norm("R-04-06")
def test_the_host_page_says_who_pays_and_for_how_long(cast, sign_in, client, today):
    hosted(cast)
    given = {"until": "2028-06-30", "donor": "Fundusz Sąsiedzki", "grant_since": "2026-01-01"}
    wrong = sign_in(cast.halina).post("/n/razem/host/guarantee/", given | {"grant_until": "2025-12-31"})
    assert wrong.status_code == 422 and "Dotacja kończy się, zanim się zaczyna." in wrong.content.decode()
    client.post("/n/razem/host/guarantee/", given | {"grant_until": "2027-12-31"})
    client.logout()
    for address in ("/n/razem/host/", "/n/razem/about/"):
        page = client.get(address).content.decode().replace("\u00a0", " ")
        assert "Fundusz Sąsiedzki" in page
        assert "od 1 stycznia 2026 do 31 grudnia 2027" in " ".join(page.split())
    assert "Stowarzyszenie Trzy Mosty" in page


def test_the_coordinator_extends_it_and_what_was_before_stays(cast, sign_in, today):
    hosted(cast)
    client = sign_in(cast.halina)
    assert client.post("/n/razem/host/guarantee/", {"until": "2026-11-19"}).status_code == 422
    assert client.post("/n/razem/host/guarantee/", {"until": "31.02.2028"}).status_code == 422
    client.post("/n/razem/host/guarantee/", {"until": "2028-06-30", "donor": "CARE", "note": "Pismo"})
    assert Hosting.objects.get().guaranteed_until == date(2028, 6, 30)
    assert Record.objects.get(verb="hosting.guaranteed").facts == {"until": "2028-06-30", "before": "2027-06-30"}


def test_others_do_not_pledge_for_the_host(cast):
    hosting = hosted(cast)
    for somebody in (cast.igor, cast.ada):
        with pytest.raises(Refused):
            guarantee_hosting(by=cast.by(somebody), at=NOW, hosting=hosting, until=date(2029, 1, 1))
    guarantee_hosting(by=cast.by(cast.bea), at=NOW, hosting=hosting, until=date(2029, 1, 1))


def test_earlier_hosts_are_remembered(cast, client, today):
    hosted(cast)
    take_hosting(by=SYSTEM, at=NOW, network=cast.razem, organisation=cast.dach)
    page = client.get("/n/razem/host/").content.decode()
    assert "Wcześniej" in page and "Stowarzyszenie Trzy Mosty" in page


@pytest.mark.norm("R-04-10", "R-04-11")
def test_the_host_has_no_right_that_others_lack(cast):
    before = cast.by(cast.bea)
    hosted(cast)
    assert cast.by(cast.bea) == before
    give_mandate(by=SYSTEM, at=NOW, person=person("praca"), organisation=cast.mosty, capacity=Capacity.DIRECTOR)
    assert cast.by(person("praca")).offices == frozenset()
    assert not Standing().offices


def test_a_network_without_a_host_says_so(warmia, client, today):
    assert client.get("/n/warmia/host/").status_code == 200
