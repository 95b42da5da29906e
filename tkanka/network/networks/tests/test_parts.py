"""Parts of pages that are kept for all: nobody gets what was made for somebody else."""

from datetime import UTC, date, datetime
from functools import partial
from uuid import UUID

import pytest
from django.core.cache import caches
from django.test import Client

from tests.cast import NOW, belongs, organisation
from tkanka.ground.kit.paging import Asked
from tkanka.ground.search.actions import index_many
from tkanka.ground.search.texts import Text
from tkanka.network.networks.doors import enter
from tkanka.network.networks.parts import lately, own, part, plain
from tkanka.rules.standing import Office, Standing
from tkanka.rules.visibility import Audience

pytestmark = pytest.mark.django_db
LIST, SEARCH = "/n/razem/organisations/", "/n/razem/search/?q=tajemnica"
PAGES = ["/n/razem/", LIST, SEARCH, "/n/razem/activities/", LIST + "?kind=association&page=2"]


def everything_kept():
    cache = caches["process"]
    return [str(cache.get(key.removeprefix(":1:"))) for key in list(cache._cache) if key.startswith(":1:part:")]


@pytest.fixture(autouse=True)
def _nothing_kept():
    caches["process"].clear()


@pytest.fixture
def secrets(cast):
    """One text for everybody, one for members, one for the secretariat."""
    told = {"kind": "news", "network": cast.razem.pk, "url": "/n/razem/", "language": "pl", "at": NOW}
    index_many(
        Text(key=UUID(int=number), audience=audience, title=f"tajemnica {audience}", text="", **told)
        for number, audience in enumerate((Audience.PUBLIC, Audience.MEMBERS, Audience.SECRETARIAT), 1)
    )


@pytest.mark.usefixtures("secrets")
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_everybody_finds_what_their_audience_may_see_whoever_asked_before(cast, sign_in, order):
    clients = [Client, lambda: sign_in(cast.ada), lambda: sign_in(cast.halina)]
    found = {who: clients[who]().get(SEARCH).content.decode() for who in order}
    for who, page in found.items():
        seen = [f"</mark> {audience}<" in page for audience in ("public", "members", "secretariat")]
        assert seen == [True, who >= 1, who >= 2]


@pytest.mark.usefixtures("secrets")
def test_nothing_of_a_person_stands_in_what_is_kept(cast, sign_in):
    for person in (cast.halina, cast.ada):
        client = sign_in(person)
        for page in PAGES:
            assert person.name in client.get(page).content.decode()
    kept = everything_kept()
    assert len(kept) >= len(PAGES)
    for written in kept:
        for personal in (cast.halina.name, cast.ada.name, cast.ada.email, "csrfmiddlewaretoken"):
            assert personal not in written


def test_the_way_to_the_contacts_is_shown_to_those_who_may_go_it(cast, sign_in):
    belongs(organisation("Fundacja Wspólna"), cast.razem)
    keeper = sign_in(cast.halina).get(LIST).content.decode()
    visitor = Client().get(LIST).content.decode()
    assert "as=vcf" in keeper
    assert "as=vcf" not in visitor


def test_two_of_the_same_audience_share_a_part_and_a_change_ends_it(cast, sign_in):
    sign_in(cast.halina).get(LIST)
    before = len(everything_kept())
    Client().get(LIST)
    visitors = len(everything_kept())
    assert visitors == before + 1
    Client().get(LIST, headers={"HX-Request": "true"})
    assert len(everything_kept()) == visitors
    belongs(organisation("Fundacja Przed Chwilą"), cast.razem)
    assert "Fundacja Przed Chwilą" in sign_in(cast.halina).get(LIST).content.decode()


def told(place, *facts):
    return {"page": Asked("")}


def test_only_a_function_that_holds_nothing_may_tell(cast, rf):
    request = rf.get("/")
    request.user, request.session = cast.halina, {}
    visit = enter(request, cast.razem)

    def holding(place):
        return {"person": request.user}

    for teller in (holding, lambda place: {}, partial(told, visit), visit.get_host):
        with pytest.raises(TypeError):
            part(visit, "kit/opt.html", teller)
    for fact in (visit, cast.halina, visit.frame, [1], {"a": 1}):
        with pytest.raises(TypeError):
            part(visit, "kit/opt.html", told, fact)
    assert part(visit, "kit/opt.html", told, "a", 1, None, date(2026, 1, 1), frozenset({Audience.PUBLIC})) is not None


def test_facts_that_differ_are_never_taken_for_each_other():
    facts = [
        "1", 1, True, None, "None", ("1",), frozenset({"1"}), Asked("1"), Audience.PUBLIC, "public",
        Standing(person=UUID(int=1)), Standing(person=UUID(int=2)),
        Standing(person=UUID(int=1), offices=frozenset({Office.COORDINATOR})),
    ]  # fmt: skip
    assert len({repr(plain(fact)) for fact in facts}) == len(facts)
    assert plain(frozenset({"a", "b"})) == plain(frozenset({"b", "a"}))


def test_what_is_kept_for_one_is_nobody_elses_and_not_theirs_in_another_standing(cast, rf):
    def told(person, *, state="1", acting=None):
        visit = rf.get("/n/razem/")
        visit.user, visit.session = person, {f"acting:{cast.razem.pk}": acting} if acting else {}
        visit = enter(visit, cast.razem, state)
        return own(visit, "name", lambda: (person.name, acting))

    assert told(cast.ada) == (cast.ada.name, None)
    assert told(cast.bea) == (cast.bea.name, None)
    assert told(cast.ada, acting=str(UUID(int=0)))[1] is not None


def test_what_is_kept_for_one_is_asked_again_after_a_change_and_only_then(cast, rf):
    asked = []

    def ask(state):
        visit = rf.get("/n/razem/")
        visit.user, visit.session = cast.ada, {}
        return own(enter(visit, cast.razem, state), "count", lambda: [asked.append(state)])

    for state in ("1", "1", "2", "2"):
        ask(state)
    assert asked == ["1", "2"]


def test_the_last_full_five_minutes():
    at = datetime(2026, 11, 20, 9, 14, 59, 7, tzinfo=UTC)
    assert lately(at) == datetime(2026, 11, 20, 9, 10, tzinfo=UTC)
    assert lately(lately(at)) == lately(at)
