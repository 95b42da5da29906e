"""Umbrellas: said by one side, confirmed by the other, dated, ended by either; votes are not inherited."""

import pytest

from tests.cast import DAY, NOW, belongs, organisation, person
from tkanka.ground.notices.models import Message
from tkanka.network.networks.queries import member_count
from tkanka.network.representation import actions, queries
from tkanka.network.representation.models import Link
from tkanka.rules.ruling import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def klosy(cast):
    return belongs(organisation("Federacja Kłosy", "federation"), cast.razem, main=person("klara"))


@pytest.fixture
def klara(cast, klosy):
    return person("klara")


def claim(cast, upper, lower, by, side):
    return actions.claim_link(by=cast.by(by), at=NOW, network=cast.razem, upper=upper, lower=lower, side=side)


@pytest.mark.norm("R-03-02")
def test_it_is_shown_only_once_both_sides_say_so(cast, klosy, klara):
    link = claim(cast, klosy, cast.dach, klara, klosy)
    assert Message.objects.get(cause__startswith="link.claimed").email == "ada@example.org"
    assert not queries.confirmed_links(cast.dach.pk)
    with pytest.raises(Refused):
        actions.confirm_link(by=cast.by(klara), at=NOW, link=link)
    with pytest.raises(Refused):
        actions.confirm_link(by=cast.by(cast.halina), at=NOW, link=link)
    link = actions.confirm_link(by=cast.by(cast.ada), at=NOW, link=link)
    assert link.since == DAY
    assert [tie.upper for tie in queries.confirmed_links(cast.dach.pk).above] == [klosy]
    assert [tie.lower for tie in queries.confirmed_links(klosy.pk).below] == [cast.dach]


@pytest.mark.norm("R-03-02")
def test_votes_are_not_inherited_and_each_counts_once(cast, klosy, klara):
    before, speaks = member_count(cast.razem, DAY), cast.by(klara).speaks_for
    actions.confirm_link(by=cast.by(cast.ada), at=NOW, link=claim(cast, klosy, cast.dach, klara, klosy))
    assert member_count(cast.razem, DAY) == before
    assert cast.by(klara).speaks_for == speaks == {klosy.pk}


def test_said_twice_it_is_said_once(cast, klosy, klara):
    assert claim(cast, klosy, cast.dach, klara, klosy) == claim(cast, klosy, cast.dach, klara, klosy)
    assert Link.objects.count() == 1


def test_denied_it_is_over_and_can_be_said_anew(cast, klosy, klara):
    link = actions.deny_link(by=cast.by(cast.ada), at=NOW, link=claim(cast, klosy, cast.dach, klara, klosy))
    assert link.state == "denied"
    assert Message.objects.filter(cause__startswith="link.denied", email="klara@example.org").exists()
    with pytest.raises(Refused):
        actions.confirm_link(by=cast.by(cast.ada), at=NOW, link=link)
    assert claim(cast, klosy, cast.dach, klara, klosy).pk != link.pk


@pytest.mark.parametrize("who", ["ada", "klara"])
def test_either_side_ends_it(cast, klosy, klara, who):
    link = actions.confirm_link(by=cast.by(cast.ada), at=NOW, link=claim(cast, klosy, cast.dach, klara, klosy))
    link = actions.end_link(by=cast.by(person(who)), at=NOW, link=link)
    assert (link.state, link.until) == ("ended", DAY)
    assert not queries.confirmed_links(klosy.pk)


@pytest.mark.norm("R-03-02")
def test_only_who_has_members_is_an_umbrella_and_nobody_ones_own(cast, klosy, klara):
    with pytest.raises(Refused):
        claim(cast, cast.dach, cast.mosty, cast.ada, cast.dach)
    with pytest.raises(Refused):
        claim(cast, klosy, klosy, klara, klosy)
    with pytest.raises(Refused):
        claim(cast, klosy, cast.dach, cast.bea, klosy)


def test_the_way_through_the_pages(cast, klosy, sign_in):
    client = sign_in(cast.ada)
    address = f"/n/razem/organisations/{cast.dach.pk}/links/"
    assert "Federacja Kłosy" in client.get(address, {"q": "kłosy"}).content.decode()
    assert client.post(address, {"other": "x", "place": "above"}).status_code == 422
    client.post(address, {"other": str(klosy.pk), "place": "above"})
    link = Link.objects.get()
    assert (link.upper, link.lower, link.state) == (klosy, cast.dach, "claimed")
    client = sign_in(person("klara"))
    assert "Fundacja Jeden Dach" in client.get(f"/n/razem/organisations/{klosy.pk}/links/").content.decode()
    assert client.post(f"/n/razem/links/{link.pk}/", {"step": "nonsense"}).status_code == 404
    client.post(f"/n/razem/links/{link.pk}/", {"step": "confirm"})
    assert Link.objects.get().state == "confirmed"
    assert sign_in(cast.bea).post(f"/n/razem/links/{link.pk}/", {"step": "end"}).status_code == 404
