"""What a question finds, in what order, and what it shows of it."""

from uuid import UUID

import pytest

from tkanka.ground.search.actions import index_many
from tkanka.ground.search.queries import matching_keys, search
from tkanka.ground.search.synonyms import Synonyms
from tkanka.rules.visibility import Audience

from .texts import DAY, ELSEWHERE, MEMBER, NETWORK, PUBLIC, marked, numbers, plain, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def library():
    index_many(
        [
            text(1, "Pomoc prawna dla uchodźców", "Bezpłatne porady w Przemyślu i Rzeszowie."),
            text(2, "Dom Przyjaźni", "Tłumaczenia, szkolenia i pomoc prawna. Prawnik przyjmuje w czwartki."),
            text(3, "Kursy języka polskiego", "Zajęcia dla cudzoziemek w Łodzi, także online."),
            text(4, "Świetlica w Białymstoku", "Dzieci odrabiają lekcje, a ich mamy spotykają się z prawnikiem."),
            text(5, "Fundacja Most", "Wsparcie psychologiczne.", kind="activity"),
            text(6, "Правова допомога", "Консультації для біженців у Перемишлі.", language="uk"),
            text(7, "Shelter in Przemyśl", "Legal aid for refugees and children's activities.", language="en"),
        ]
    )


def find(words, **changed):
    return search(words, **{"network": NETWORK, "audiences": PUBLIC, **changed})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("uchodźca", [1]),
        ("uchodzcow", [1]),
        ("UCHODŹCOM", [1]),
        ("łódź", [3]),
        ("lodz", [3]),
        ("białystok", [4]),
        ("dziecko", [4]),
        ("przemyśl", [7, 1]),
        ("prawnicy", [2, 4]),
        ("біженець", [6]),
        ("children", [7]),
        ("szkolenie tłumaczenie", [2]),
        ("fundacja most", [5]),
        ("„pomoc prawna”", [1, 2]),
        ('"prawna pomoc"', []),
        ("psycholog", [5]),
        ("nic takiego", []),
    ],
)
def test_words_find_texts_in_any_inflection_and_with_or_without_diacritics(library, words, found):
    assert numbers(find(words)) == found


def test_a_title_counts_more_than_a_text_and_the_newer_of_two_alike_comes_first(library):
    index_many([text(8, "Dom Przyjaźni", "Tłumaczenia, szkolenia i pomoc prawna. Prawnik przyjmuje w czwartki.")])
    assert numbers(find("pomoc prawna")) == [1, 8, 2]


def test_a_boosted_thing_comes_before_one_with_the_same_words(library):
    index_many([text(9, "Pomoc prawna dla uchodźców", "Bezpłatne porady w Przemyślu i Rzeszowie.", at=DAY, boost=150)])
    assert numbers(find("uchodźcy")) == [9, 1]


def test_a_last_word_that_is_not_finished_finds_what_it_begins(library):
    assert numbers(find("porady przem")) == [1]
    assert marked(find("cudzoz").hits[0].snippet) == ["cudzoziemek"]


def test_when_no_text_has_all_words_those_with_some_are_offered_and_said_to_be(library):
    results = find("wsparcie świetlica")
    assert results.loosened
    assert sorted(numbers(results)) == [4, 5]


def test_a_phrase_is_never_loosened(library):
    assert not find('"porady psychologiczne" wsparcie').hits


def test_hits_show_why_they_were_found(library):
    hit = find("prawnik czwartek").hits[0]
    assert plain(hit.title) == "Dom Przyjaźni"
    assert marked(hit.snippet) == ["Prawnik", "czwartki"]
    assert (hit.url, hit.kind, hit.language) == ("/n/razem/things/2/", "organisation", "pl")


def test_a_long_text_is_shown_around_the_first_word_that_answers():
    index_many([text(1, "Raport", "wstęp " * 300 + "badanie potrzeb mieszkaniowych " + "dalej " * 300)])
    snippet = find("mieszkaniowe").hits[0].snippet
    assert marked(snippet) == ["mieszkaniowych"]
    assert plain(snippet).startswith("… ")
    assert plain(snippet).endswith(" …")
    assert len(plain(snippet)) < 240


def test_kinds_are_counted_whatever_kind_is_asked_for(library):
    index_many([text(8, "Porady prawne", kind="activity")])
    results = find("prawny", kinds=frozenset({"activity"}))
    assert results.kinds == {"activity": 1, "organisation": 2}
    assert (results.total, numbers(results)) == (1, [8])


def test_pages_hold_every_thing_once():
    index_many([text(n, f"Warsztat {n}") for n in range(1, 48)])
    pages = [find("warsztaty", page=page) for page in (1, 2, 3, 99)]
    assert [results.page for results in pages] == [1, 2, 3, 3]
    assert {(results.total, results.pages) for results in pages} == {(47, 3)}
    assert [number for results in pages[:3] for number in numbers(results)] == list(range(47, 0, -1))


def test_a_thing_with_several_texts_is_found_once_in_the_language_of_the_reader():
    index_many([text(1, "Migracja w NGO 2026"), text(1, "Migration and NGO 2026", language="en"), text(2, "Rok 2026")])
    for language, title in (("pl", "Migracja w NGO 2026"), ("en", "Migration and NGO 2026")):
        results = find("2026", language=language)
        assert (results.total, numbers(results)) == (2, [2, 1])
        assert plain(results.hits[1].title) == title


def test_other_words_for_the_same_are_found_too_but_count_less(library):
    widen = Synonyms([["pomoc prawna", "legal aid", "правова допомога"], ["szkolenie", "training"]])
    assert numbers(find("pomocy prawnej", widen=widen)) == [1, 6, 2, 7]
    assert numbers(find("training", widen=widen)) == [2]
    assert numbers(find("training tłumaczeń", widen=widen)) == [2]


def test_a_mistyped_word_is_put_right_only_by_what_the_visitor_would_find(library):
    from tkanka.ground.search.actions import refresh_vocabulary

    index_many([text(9, "Mediatorka Świętopełkowska", network=ELSEWHERE)])
    refresh_vocabulary()
    assert find("swieltica").suggestion == "swietlica"
    assert find("mediatorkka").suggestion == ""
    assert find("mediatorkka", network=ELSEWHERE).suggestion == "mediatorka"


def test_matching_keys_are_those_of_one_kind_best_first(library):
    asked = {"network": NETWORK, "audiences": PUBLIC}
    assert matching_keys("pomoc prawna", kind="organisation", **asked) == [UUID(int=1), UUID(int=2)]
    assert matching_keys("prawn", kind="organisation", limit=2, **asked) == [UUID(int=n) for n in (1, 2)]
    assert matching_keys("pomoc prawna", kind="activity", **asked) == []
    assert matching_keys("…", kind="organisation", **asked) == []


@pytest.mark.parametrize("many", [1, 30])
def test_a_page_takes_as_many_queries_for_one_hit_as_for_thirty(django_assert_num_queries, many):
    index_many([text(n, f"Szkolenie wolontariuszek {n}", audience=Audience.MEMBERS) for n in range(many)])
    with django_assert_num_queries(3):
        search("szkolenia wolontariuszki", network=NETWORK, audiences=MEMBER)


def test_more_than_can_be_ranked_are_counted_and_titles_are_not_lost(monkeypatch):
    monkeypatch.setattr("tkanka.ground.search.queries.candidates.MOST", 20)
    monkeypatch.setattr("tkanka.ground.search.queries.results.MOST", 20)
    index_many([text(1, "Pomoc"), *(text(n, f"Zapis {n}", "pomoc w sprawach rodzinnych") for n in range(2, 60))])
    results = find("pomoc")
    assert results.total == 59
    assert results.kinds == {"organisation": 59}
    assert numbers(results)[:2] == [1, 59]
