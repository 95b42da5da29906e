"""The order that both databases must give; and recall through the whole way, from the index to the hit."""

import pytest

from tkanka.ground.search.actions import index_many
from tkanka.ground.search.queries import matching_keys, search

from .inflected import POLISH, UKRAINIAN, families
from .texts import DAY, NETWORK, PUBLIC, numbers, text

pytestmark = pytest.mark.django_db

SERVICES = ["pomoc prawna", "szkolenie", "tłumaczenie", "mieszkanie", "doradztwo zawodowe", "zajęcia dla dzieci"]
TOWNS = ["Łódź", "Przemyśl", "Białystok", "Chełm", "Kraków"]


def sample():
    """Sixty texts of different lengths and days, several of them of the same day."""
    for n in range(1, 61):
        service, town = SERVICES[n % 6], TOWNS[n % 5]
        body = " ".join(
            [f"Prowadzimy: {service}.", *[f"Także {SERVICES[(n * 7) % 6]}."] * (n % 4), f"Miejsce: {town}."]
        )
        yield text(n, f"{service} {town}" if n % 3 else f"Ośrodek {n}", body, at=DAY.replace(day=1 + n % 9))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("pomoc prawna", [6, 42, 30, 18, 54, 24, 60, 12]),
        ("szkolenia Łódź", [55, 25]),
        ("dziecko", [35, 23, 59, 11, 47, 17, 53, 5]),
        ("mieszkan", [15, 51, 3, 39, 27, 33, 21, 57]),
        ("tłumaczka prawna chełm", [18, 48, 8, 13, 28, 38, 43, 53]),
    ],
)
def test_both_databases_give_the_same_order(words, first):
    index_many(sample())
    assert numbers(search(words, network=NETWORK, audiences=PUBLIC, size=8)) == first


@pytest.mark.parametrize(("language", "listing"), [("pl", POLISH), ("uk", UKRAINIAN)])
def test_forms_find_each_other_through_the_engine(language, listing):
    words = families(listing)
    index_many(
        text(n * 100 + m, form, language=language) for n, forms in enumerate(words) for m, form in enumerate(forms)
    )
    found = 0
    for n, forms in enumerate(words):
        keys = matching_keys(forms[0], kind="organisation", network=NETWORK, audiences=PUBLIC)
        found += sum(key.int // 100 == n for key in keys)
    assert found / sum(map(len, words)) >= 0.97
