"""Whatever is typed or written, nothing breaks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tkanka.ground.search.actions import index_many
from tkanka.ground.search.queries import matching_keys, search

from .texts import NETWORK, PUBLIC, numbers, text

pytestmark = pytest.mark.django_db

HOSTILE = [
    "",
    " ",
    "\0",
    "a\0b prawnik\0",
    '"',
    '""" OR "',
    "prawnik* OR NEAR(",
    "terms : prawnik",
    "-prawnik ^x {terms}: y",
    "'prawnik' & | ! <-> :*",
    "'); DROP TABLE search_entry; --",
    "%_\\",
    "\ud800prawnik\udfff",
    "p" * 5_000,
    "prawnik " * 1_000,
    "²³ ١٢ ⅷ ﬁ",
    "🧵 👩‍👩‍👧 zażółć",
    "й\u0306\u0306 а́",
    "İstanbul ŁÓDŹ ẞ",
    "\u202eprawnik\u2066",
    "中文 العربية हिन्दी",
    "1e308 -1 NaN",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_question_is_an_error(words):
    index_many([text(1, "Prawnik", "pyta")])
    results = search(words, network=NETWORK, audiences=PUBLIC)
    assert len(results.hits) == results.total
    assert len(matching_keys(words, kind="organisation", network=NETWORK, audiences=PUBLIC)) <= 1


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_is_an_error_and_its_neighbour_is_still_found(words):
    index_many([text(1, words, words, lead=words), text(2, "Kontrola", words)])
    assert 2 in numbers(search("kontrola", network=NETWORK, audiences=PUBLIC))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_and_any_question_go_together(written, asked):
    index_many([text(1, written, written)])
    results = search(asked, network=NETWORK, audiences=PUBLIC)
    assert results.total in {0, 1}


def test_a_long_text_is_found_by_its_end_and_an_endless_one_is_cut():
    index_many([text(1, "Raport", "słowo " * 20_000 + "zakończenie"), text(2, "Zrzut", "x1 " * 200_000)])
    assert numbers(search("zakończenia", network=NETWORK, audiences=PUBLIC)) == [1]
    assert search("zrzut", network=NETWORK, audiences=PUBLIC).total == 1


def test_audiences_nobody_belongs_to_find_nothing():
    index_many([text(1, "Prawnik")])
    assert search("prawnik", network=NETWORK, audiences=frozenset()).total == 0
