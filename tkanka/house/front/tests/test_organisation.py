"""The page of an organisation is put together from parts: each reader gets what they may see, whoever looked before."""

import pytest
from django.core.cache import caches
from django.test import Client

from tests.cast import organisation
from tkanka.network.directory.models import Openness
from tkanka.network.networks.models import Organisation

pytestmark = pytest.mark.django_db
HISTORY = 'aria-labelledby="hi"'


@pytest.fixture(autouse=True)
def _nothing_kept():
    caches["process"].clear()


def page(client, key):
    answer = client.get(f"/n/razem/organisations/{key}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (0, 2, 1)])
def test_history_and_contacts_are_for_those_who_may_see_them(cast, sign_in, order):
    Organisation.objects.filter(pk=cast.dach.pk).update(email="tylko-dla-sieci@example.org")
    Openness.objects.create(organisation=cast.dach, email="secretariat")
    clients = [Client, lambda: sign_in(cast.ada), lambda: sign_in(cast.halina)]
    found = {who: page(clients[who](), cast.dach.pk) for who in order}
    assert {who: HISTORY in found[who] for who in order} == {0: False, 1: True, 2: True}
    assert {who: "tylko-dla-sieci" in found[who] for who in order} == {0: False, 1: True, 2: True}


def test_nothing_of_the_reader_and_no_contact_is_kept_in_the_shared_parts(cast, sign_in):
    Organisation.objects.filter(pk=cast.dach.pk).update(email="skrzynka@example.org")
    for person in (cast.ada, cast.halina):
        page(sign_in(person), cast.dach.pk)
    kept = caches["process"]
    parts = [str(kept.get(key.removeprefix(":1:"))) for key in list(kept._cache) if key.startswith(":1:part:")]
    assert sum(cast.dach.name in part for part in parts) == 1
    for part in parts:
        for told in (cast.ada.email, cast.halina.email, "skrzynka@example.org", "csrfmiddlewaretoken"):
            assert told not in part


def test_a_change_of_the_row_is_seen_at_once(cast):
    client = Client()
    client.cookies["messages"] = "x"  # a visitor whose page is not kept whole
    assert "Dach nowy" not in page(client, cast.dach.pk)
    Organisation.objects.filter(pk=cast.dach.pk).update(name="Dach nowy")
    assert "Dach nowy" in page(client, cast.dach.pk)


def test_two_organisations_never_share_a_part(cast):
    assert cast.dach.name in page(Client(), cast.dach.pk)
    lone = organisation("Fundacja Nigdzie")
    assert Client().get(f"/n/razem/organisations/{lone.pk}/").status_code == 404
