import pytest

from tests.queries import assert_page_queries
from tkanka.network.networks.models import Network

pytestmark = pytest.mark.django_db


def test_the_first_page_lists_the_networks_with_their_members(cast, warmia, client):
    page = client.get("/").content.decode().replace("\u00a0", " ")
    assert '<a href="/n/razem/">NGO Forum „Razem”</a>' in page
    assert "2 organizacje" in page
    assert '<a href="/n/warmia/">' in page


@pytest.mark.parametrize(("address", "said"), [("/en/", "act together"), ("/uk/", "разом")])
def test_the_first_page_speaks_three_languages(client, razem, address, said):
    assert said in client.get(address).content.decode()


def test_an_empty_installation_says_what_to_do(client, db):
    assert "Nie ma tu jeszcze żadnej sieci" in client.get("/").content.decode()


def test_thirty_networks_ask_no_more_than_one(client, razem):
    def grow():
        for n in range(30):
            Network.objects.create(slug=f"n{n}", name=f"Sieć {n}", short_name=f"S{n}", book="")

    assert_page_queries(client, "/", grow=grow)
