from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from tests.cast import DAY, LONG_AGO
from tests.queries import DESK, assert_page_queries
from tkanka.governance.bodies.models import Body, Seat
from tkanka.ground.search.actions import index_many, refresh_vocabulary
from tkanka.ground.search.texts import Text
from tkanka.network.networks.index import index_organisation
from tkanka.network.networks.models import Mandate
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.bodies import Basis
from tkanka.rules.visibility import Audience

pytestmark = pytest.mark.django_db
PAGE = "/n/razem/search/"


def texts(network, numbers, title="Pomoc prawna", **changed):
    given = {"kind": "activity", "network": network.pk, "audience": Audience.PUBLIC, "text": "Dla uchodźczyń w Łodzi."}
    given |= {"language": "pl", "at": datetime(2026, 3, 2, tzinfo=UTC), "url": "/n/razem/somewhere/"}
    index_many([Text(key=UUID(int=n), title=f"{title} {n}", **{**given, **changed}) for n in numbers])


def asked(client, **question):
    return client.get(PAGE, question).content.decode()


def test_the_page_teaches_before_anything_is_asked(client, razem):
    assert "Odmiana i polskie znaki nie mają znaczenia" in asked(client)


def test_hits_are_marked_and_lead_to_their_pages_in_the_language_of_the_reader(client, razem):
    texts(razem, [1])
    found = asked(client, q="lodz")
    assert '<a href="/n/razem/somewhere/">' in found
    assert "<mark>Łodzi</mark>" in found
    assert '<a href="/en/n/razem/somewhere/">' in client.get(f"/en{PAGE}?q=lodz").content.decode()


def test_nothing_found_offers_a_way_on(client, razem):
    assert "Niczego takiego tu nie ma" in asked(client, q="hipopotam")


def test_kinds_are_counted_and_chosen_by_address(client, razem):
    texts(razem, [1, 2])
    texts(razem, [3], kind="organisation")
    found = asked(client, q="prawna", kind="organisation")
    assert "Pomoc <mark>prawna</mark> 3" in found.replace("<mark>Pomoc</mark>", "Pomoc")
    assert 'href="?q=prawna"' in found
    assert 'href="?q=prawna&amp;kind=activity"' in found
    assert "1 wynik<" in found


def test_members_find_what_visitors_do_not(client, cast, sign_in):
    texts(cast.razem, [1], title="Protokół", audience=Audience.MEMBERS)
    assert "Niczego takiego tu nie ma" in asked(client, q="protokół")
    assert "<mark>Protokół</mark> 1" in asked(sign_in(cast.ada), q="protokół")


SECRET = {"title": "Zagadnienie", "audience": Audience.MEMBERS}


def found_by(client, person, q="zagadnienie"):
    if person is None:
        client.logout()
    else:
        client.force_login(person)
    return "<mark>Zagadnienie</mark>" in asked(client, q=q)


@pytest.mark.parametrize("who", [None, "stranger", "olga"])
def test_outsiders_never_find_nor_are_told_of_what_members_see(client, cast, who):
    texts(cast.razem, [1], **SECRET)
    refresh_vocabulary()
    person = getattr(cast, who) if who else None
    assert not found_by(client, person)
    for nearly in ("zagadnienie", "zagadnieniee", "zagad", "“zagadnienie”"):
        said = asked(client, q=nearly)
        assert "Zagadnienie" not in said
        assert "Może chodziło o" not in said
        assert "Niczego takiego tu nie ma" in said
    assert "Niczego takiego tu nie ma" in asked(client, q="zagadnienie", kind="activity")


@pytest.mark.parametrize("who", ["ada", "halina", "igor"])
def test_members_and_those_in_office_find_what_members_see(client, cast, who):
    texts(cast.razem, [1], **SECRET)
    assert found_by(client, getattr(cast, who))


def test_what_a_member_was_shown_is_not_kept_for_the_next_visitor(client, cast):
    texts(cast.razem, [1], **SECRET)
    assert [found_by(client, who) for who in (None, cast.ada, None)] == [False, True, False]


def test_a_member_of_one_network_is_an_outsider_in_another(client, cast, warmia):
    texts(warmia, [1], **SECRET)
    client.force_login(cast.ada)
    assert "Zagadnienie" not in client.get("/n/warmia/search/?q=zagadnienie").content.decode()


def seated(network, person, organisation, **dates):
    body = Body.objects.create(network=network, kind="closed_group", name="Krąg", hidden=True, opened_on=DAY)
    given = {"basis": Basis.INVITED, "since": DAY} | dates
    return Seat.objects.create(body=body, person=person, organisation=organisation, **given)


def test_texts_of_a_body_are_found_by_those_with_a_seat_in_it_and_by_nobody_else(client, cast):
    seat = seated(cast.razem, cast.ada, cast.dach)
    texts(cast.razem, [1], circle=seat.body_id, **SECRET)
    refresh_vocabulary()
    assert found_by(client, cast.ada)
    for other in (cast.bea, cast.halina, cast.igor, cast.olga, cast.stranger, None):
        assert not found_by(client, other)
        assert "Może chodziło o" not in asked(client, q="zagadnieniee")


@pytest.mark.parametrize("dates", [{"until": DAY}, {"since": date(2199, 1, 1)}])
def test_a_seat_that_does_not_count_today_finds_nothing(client, cast, dates):
    seat = seated(cast.razem, cast.ada, cast.dach, **{"since": LONG_AGO, **dates})
    texts(cast.razem, [1], circle=seat.body_id, **SECRET)
    assert not found_by(client, cast.ada)


def test_a_seat_ends_for_the_search_with_the_mandate(client, cast):
    seat = seated(cast.razem, cast.ada, cast.dach, since=LONG_AGO)
    texts(cast.razem, [1], circle=seat.body_id, **SECRET)
    Mandate.objects.filter(person=cast.ada, organisation=cast.dach).update(until=DAY)
    assert not found_by(client, cast.ada)


def test_a_seat_in_another_network_opens_no_circle_here(client, cast, warmia):
    seat = seated(warmia, cast.ada, None)
    texts(cast.razem, [1], circle=seat.body_id, **SECRET)
    assert not found_by(client, cast.ada)


def test_the_page_asks_a_member_as_much_for_one_hit_as_for_thirty(client, cast):
    seated(cast.razem, cast.ada, cast.dach)
    texts(cast.razem, [1])
    client.force_login(cast.ada)
    grow = lambda: texts(cast.razem, range(2, 32))  # noqa: E731
    assert_page_queries(client, f"{PAGE}?q=pomoc+prawna", grow=grow, limit=DESK)


def test_words_beside_a_description_stand_apart_from_each_other(client, cast):
    cast.dach.concepts.add(Concept.objects.get(codelist__code="services", code="polish_courses"))
    index_organisation(network=cast.razem, organisation=cast.dach, at=datetime(2026, 3, 2, tzinfo=UTC))
    assert "<mark>języka</mark> polskiego · Polish" in asked(client, q="języka")


def test_what_was_typed_is_never_html(client, razem):
    texts(razem, [1], title="<script>alert(1)</script>")
    found = asked(client, q='"><script>alert')
    assert "<script>alert" not in found


@pytest.mark.parametrize(
    "question", ["q=%00", "q=%ff%ed%a0%80", "q=a&kind=%00", "q=pomoc&page=-1", "q=pomoc&page=1e308"]
)
def test_no_question_breaks_the_page(client, razem, question):
    texts(razem, [1])
    assert client.get(f"{PAGE}?{question}").status_code == 200


def test_pages_keep_the_question(client, razem):
    texts(razem, range(1, 46))
    second = asked(client, q="pomoc", kind="activity", page="2")
    assert "q=pomoc&amp;kind=activity&amp;page=3" in second
    assert "21–40 z 45" in second


def test_the_page_asks_as_much_for_one_hit_as_for_thirty(client, razem):
    texts(razem, [1])
    assert_page_queries(client, f"{PAGE}?q=pomoc+prawna", grow=lambda: texts(razem, range(2, 32)))
