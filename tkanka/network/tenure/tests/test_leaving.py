"""Resigning: never blocked, told to those concerned, and every right goes in the same moment."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.utils.timezone import localdate

from tests.cast import DAY, NOW, SYSTEM, belongs, keeps, organisation, person
from tkanka.ground.ledger.queries import records_of
from tkanka.ground.notices.models import Message
from tkanka.ground.search.models import Entry
from tkanka.network.networks.actions import give_mandate, take_hosting
from tkanka.network.networks.index import index_organisation
from tkanka.network.networks.models import Membership
from tkanka.network.networks.queries import active_membership, entitled, recipients_of, standing_of
from tkanka.network.networks.queries.belonging import represented_by
from tkanka.network.tenure import actions, jobs
from tkanka.network.tenure.models import Resignation
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity, Office

pytestmark = pytest.mark.django_db
SOON = DAY + timedelta(days=10)
HOME = "/n/razem/organisations"


def leave(cast, on=DAY, at=NOW, who=None, party=None):
    party = party or cast.dach
    membership = active_membership(cast.razem, party, DAY)
    return actions.resign(by=cast.by(who or cast.ada), at=at, membership=membership, on=on)


def letters(cause):
    return set(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


@pytest.mark.norm("R-03-17", "R-03-18", "W-ZA-01")
def test_every_right_is_void_in_the_moment_of_leaving(cast):
    index_organisation(network=cast.razem, organisation=cast.dach, at=NOW)
    [(_, basis)] = recipients_of([cast.dach.pk], DAY)
    assert Entry.objects.filter(key=cast.dach.pk).exists()
    leave(cast)
    standing = cast.by(cast.ada)
    assert (standing.members, standing.represents, standing.acting_for) == (frozenset(), frozenset(), None)
    assert represented_by(standing) == []
    assert entitled({(cast.razem.pk, basis)}, DAY) == set()
    assert not Entry.objects.filter(key=cast.dach.pk).exists()
    assert recipients_of([cast.dach.pk], DAY) == []


@pytest.mark.norm("R-03-18")
def test_those_concerned_get_a_letter_that_outlives_the_mandate(cast):
    deputy = person("zastepca")
    give_mandate(by=SYSTEM, at=NOW, person=deputy, organisation=cast.dach, capacity=Capacity.ALTERNATE)
    leave(cast)
    assert letters("membership.resigned") == {
        "ada@example.org", "zastepca@example.org", "halina@example.org", "igor@example.org"
    }  # fmt: skip
    own = Message.objects.get(email="ada@example.org")
    assert own.basis == ""
    assert Message.objects.get(email="igor@example.org").basis.startswith("office:")


def test_what_one_does_in_another_network_goes_on(cast, warmia):
    belongs(cast.dach, warmia)
    leave(cast)
    assert cast.by(cast.ada).speaks_for == frozenset()
    assert represented_by(cast.by(cast.ada)) == []
    assert standing_of(cast.ada, warmia, DAY).speaks_for == {cast.dach.pk}


def test_sessions_of_people_with_nothing_left_are_ended(cast, client, today):
    both = person("obie")
    for party in (cast.dach, cast.mosty):
        give_mandate(by=SYSTEM, at=NOW, person=both, organisation=party, capacity=Capacity.ALTERNATE)
    for somebody in (cast.ada, both):
        client.force_login(somebody)
        client.get("/account/")
        UserSession.objects.create(user=somebody, session_key=client.session.session_key, ip="127.0.0.1", user_agent="")
    leave(cast)
    assert set(UserSession.objects.values_list("user__email", flat=True)) == {"obie@example.org"}


@pytest.mark.norm("R-03-17")
def test_only_a_main_representative_resigns(cast):
    with pytest.raises(Refused):
        leave(cast, who=cast.halina)
    with pytest.raises(Refused):
        leave(cast, who=cast.bea)


def test_a_day_that_has_passed_is_not_named(cast):
    with pytest.raises(Refused):
        leave(cast, on=DAY - timedelta(days=1))


def test_said_twice_it_is_said_once(cast):
    first, second = leave(cast, on=SOON), leave(cast, on=SOON)
    assert first == second
    assert Message.objects.filter(email="ada@example.org").count() == 1


def test_another_day_replaces_the_one_before(cast):
    leave(cast, on=SOON)
    leave(cast, on=SOON + timedelta(days=5))
    assert list(Resignation.objects.filter(undone_at=None).values_list("leaves_on", flat=True)) == [
        SOON + timedelta(days=5)
    ]
    assert Membership.objects.get(organisation=cast.dach).until == SOON + timedelta(days=5)


def test_until_the_named_day_nothing_changes_and_on_it_everything_does(cast):
    leave(cast, on=SOON)
    assert standing_of(cast.ada, cast.razem, SOON - timedelta(days=1)).speaks_for == {cast.dach.pk}
    assert standing_of(cast.ada, cast.razem, SOON).speaks_for == frozenset()
    then = NOW + timedelta(days=10)
    jobs.complete_leavings(NOW)
    assert Membership.objects.get(organisation=cast.dach).state == "active"
    jobs.complete_leavings(then)
    jobs.complete_leavings(then)
    assert Membership.objects.get(organisation=cast.dach).state == "resigned"
    assert not standing_of(cast.ada, cast.razem, localdate(then)).mandates
    assert [r.verb for r in records_of(cast.dach)].count("membership.left") == 1


def test_it_can_be_undone_until_that_day(cast):
    resignation = leave(cast, on=SOON)
    actions.undo_resignation(by=cast.by(cast.ada), at=NOW, resignation=resignation)
    assert standing_of(cast.ada, cast.razem, SOON).speaks_for == {cast.dach.pk}
    assert letters("resignation.undone") >= {"ada@example.org", "halina@example.org"}
    with pytest.raises(Refused):
        actions.undo_resignation(by=cast.by(cast.ada), at=NOW, resignation=resignation)


def test_not_afterwards_and_not_by_others(cast):
    resignation = leave(cast, on=SOON)
    with pytest.raises(Refused):
        actions.undo_resignation(by=cast.by(cast.halina), at=NOW, resignation=resignation)
    with pytest.raises(Refused):
        actions.undo_resignation(by=cast.by(cast.ada), at=NOW + timedelta(days=10), resignation=resignation)


@pytest.mark.norm("R-04-01", "R-03-17")
def test_the_host_is_not_held_back_and_the_separation_is_flagged(cast):
    take_hosting(by=SYSTEM, at=NOW, network=cast.razem, organisation=cast.dach)
    assert leave(cast).opens_separation
    assert not leave(cast, who=cast.bea, party=cast.mosty).opens_separation
    told = Message.objects.get(email="halina@example.org", text__contains="goszcząca")
    assert "rozdzielenia" in told.text


@pytest.mark.norm("W-ZA-01")
def test_leaving_an_open_network_takes_effect_at_once(cast, warmia):
    belongs(cast.mosty, warmia)
    membership = active_membership(warmia, cast.mosty, DAY)
    actions.resign(by=standing_of(cast.bea, warmia, DAY), at=NOW, membership=membership, on=DAY)
    assert standing_of(cast.bea, warmia, DAY).speaks_for == frozenset()


def test_the_page_signs_out_whoever_has_nothing_left(cast, sign_in, today):
    client = sign_in(cast.ada)
    answer = client.post(f"{HOME}/{cast.dach.pk}/leave/", {"on": "2026-11-20", "sure": "on"}, follow=True)
    assert answer.status_code == 200
    assert "Fundacja Jeden Dach" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_the_page_keeps_who_has_an_office(cast, sign_in, today, warmia):
    keeps(cast.ada, warmia, Office.SECRETARIAT)
    client = sign_in(cast.ada)
    client.post(f"{HOME}/{cast.dach.pk}/leave/", {"on": "2026-11-20", "sure": "on"})
    assert client.session["_auth_user_id"]


@pytest.mark.parametrize(
    "form",
    [
        {"on": "31.02.2026", "sure": "on"}, {"on": "2026-13-01", "sure": "on"}, {"on": "", "sure": "on"},
        {"on": "2026-11-19", "sure": "on"}, {"on": "2026-11-20"}, {"on": "45000", "sure": "on"},
    ],
)  # fmt: skip
def test_a_bad_day_is_said_beside_its_field(cast, sign_in, today, form):
    answer = sign_in(cast.ada).post(f"{HOME}/{cast.dach.pk}/leave/", form)
    assert answer.status_code == 422
    assert not Resignation.objects.exists()


def test_undo_by_its_button(cast, sign_in, today):
    client = sign_in(cast.ada)
    client.post(f"{HOME}/{cast.dach.pk}/leave/", {"on": "2026-12-24", "sure": "on"})
    page = client.get(f"{HOME}/{cast.dach.pk}/leave/").content.decode()
    assert "24" in page and "leave/undo" in page
    client.post(f"{HOME}/{cast.dach.pk}/leave/undo/")
    assert Membership.objects.get(organisation=cast.dach).until is None


def test_former_members_are_named_without_reasons(cast, client, today):
    belongs(organisation("Fundacja Nowa"), cast.razem)
    resignation = leave(cast)
    resignation.message = "Mamy dość"
    resignation.save()
    page = client.get("/n/razem/former-members/").content.decode()
    assert "Fundacja Jeden Dach" in page
    assert "Mamy dość" not in page and "Fundacja Nowa" not in page
