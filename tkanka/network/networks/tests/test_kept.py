import re

import pytest
from django.core.cache import caches
from django.test import Client

from tests.cast import belongs, organisation

pytestmark = pytest.mark.django_db
LIST = "/n/razem/organisations/"


def kept(client, path=LIST, **more):
    """Whether this very request was answered from what is kept."""
    before = set(caches["process"]._cache)
    answer = client.get(path, **more)
    return answer, set(caches["process"]._cache) == before


def test_the_second_visitor_gets_what_the_first_one_got(cast):
    first, _ = kept(Client())
    second, from_memory = kept(Client())
    assert from_memory
    hidden = re.compile(r'value="[A-Za-z0-9]{64}"')
    assert hidden.sub("", first.content.decode()) == hidden.sub("", second.content.decode())


def test_each_visitor_has_a_token_of_their_own_that_is_taken(cast):
    Client().get(LIST)
    client = Client(enforce_csrf_checks=True)
    page = client.get(LIST).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([A-Za-z0-9]{64})"', page).group(1)
    assert client.post("/look/set/", {"look": "dark", "csrfmiddlewaretoken": token}).status_code == 302


def test_a_change_is_seen_by_the_next_visitor(cast, client):
    client.get(LIST)
    belongs(organisation("Fundacja Przed Chwilą"), cast.razem)
    assert "Fundacja Przed Chwilą" in client.get(LIST).content.decode()


def test_whoever_is_signed_in_gets_their_own_page(cast, client, sign_in):
    client.get(LIST)
    page = sign_in(cast.ada).get(LIST).content.decode()
    assert cast.ada.name in page
    assert cast.ada.name not in Client().get(LIST).content.decode()


@pytest.mark.parametrize("other", ["/en" + LIST, LIST + "?kind=association", "/n/razem/"])
def test_language_question_and_page_are_told_apart(cast, client, other):
    assert client.get(LIST).content != client.get(other).content


def test_a_message_reaches_only_the_one_it_is_for(cast):
    asking = Client()
    page = asking.get(LIST + "?place=nigdzie", follow=True).content.decode()
    assert "nigdzie" in page
    assert "nigdzie" not in Client().get(LIST + "?").content.decode()


@pytest.mark.parametrize("page", ["meetings/", "minutes/", "calendar/", "calendar/?view=list", "groups/"])
def test_what_the_hour_may_change_is_kept_for_minutes_and_until_a_change(cast, page):
    address = f"/n/razem/{page}"
    kept(Client(), address)
    assert kept(Client(), address)[1]
    belongs(organisation("Fundacja Przed Chwilą"), cast.razem)
    assert not kept(Client(), address)[1]
