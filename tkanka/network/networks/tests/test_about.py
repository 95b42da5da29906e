from datetime import date

import pytest

from tests.cast import NOW, SYSTEM
from tkanka.network.networks import actions

pytestmark = pytest.mark.django_db
PAGE = "/n/razem/about/"


def read(client, address=PAGE):
    return client.get(address).content.decode().replace("\u00a0", " ")


def test_it_says_who_keeps_the_network(client, cast):
    page = read(client)
    assert "<h3>Halina</h3><p>Koordynator_ka</p>" in page
    assert "<h3>Igor</h3><p>sekretariat</p>" in page
    assert "Sieć nie ma organizacji goszczącej." in page
    assert cast.halina.email not in page


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (date(2023, 12, 31), "Zapewnienie na piśmie było do 31 grudnia 2023; nowego nie zapisano."),
        (date(2999, 12, 31), "Zapewnione na piśmie do 31 grudnia 2999."),
    ],
)
def test_it_says_how_long_the_host_has_promised(client, cast, until, said):
    actions.take_hosting(
        by=SYSTEM,
        at=NOW,
        network=cast.razem,
        organisation=cast.dach,
        since=date(2023, 1, 1),
        guaranteed_until=until,
    )
    page = read(client)
    assert "Fundacja Jeden Dach" in page
    assert said in page


def test_titles_come_in_the_readers_language(client, cast):
    assert "<p>Coordinator</p>" in read(client, "/en" + PAGE)
    assert "<p>Координатор_ка</p>" in read(client, "/uk" + PAGE)
