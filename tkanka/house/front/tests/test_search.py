from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests.queries import assert_page_queries
from tkanka.ground.search.actions import index_many
from tkanka.ground.search.texts import Text
from tkanka.network.networks.index import index_organisation
from tkanka.network.vocabulary.models import Concept
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
