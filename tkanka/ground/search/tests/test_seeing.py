"""Who finds what."""

import pytest

from tkanka.ground.search.actions import forget, forget_network, index, index_many, rebuild, refresh_vocabulary, scrub
from tkanka.ground.search.models import Entry, Surface
from tkanka.ground.search.queries import matching_keys, search
from tkanka.rules.visibility import Audience

from .texts import CIRCLE, DAY, ELSEWHERE, MEMBER, NETWORK, PUBLIC, numbers, text

pytestmark = pytest.mark.django_db


def find(words, **changed):
    return search(words, **{"network": NETWORK, "audiences": PUBLIC, **changed})


def test_texts_for_members_are_neither_found_nor_counted_by_others():
    index_many([text(1, "Protokół"), text(2, "Protokół poufny", audience=Audience.MEMBERS)])
    assert (find("protokół").total, find("protokół", audiences=MEMBER).total) == (1, 2)
    assert find("poufny") == find("niczego")
    assert matching_keys("poufny", kind="organisation", network=NETWORK, audiences=PUBLIC) == []


def test_texts_of_a_closed_circle_are_found_by_its_people_alone():
    index_many([text(1, "Sprawozdanie grupy", audience=Audience.MEMBERS, circle=CIRCLE)])
    everyone = frozenset(Audience)
    assert find("sprawozdanie", audiences=everyone).total == 0
    assert find("sprawozdanie", audiences=MEMBER, circles=frozenset({CIRCLE})).total == 1
    assert find("sprawozdanie", audiences=PUBLIC, circles=frozenset({CIRCLE})).total == 0


def test_words_of_a_closed_circle_are_never_suggested():
    index_many([text(1, "Tajemniczość", circle=CIRCLE)])
    refresh_vocabulary()
    assert not Surface.objects.exists()


def test_another_network_is_not_searched_and_what_belongs_to_none_is_found_in_all():
    index_many([text(1, "Poradnik"), text(2, "Poradnik", network=ELSEWHERE), text(3, "Poradnik", network=None)])
    assert numbers(find("poradnik")) == [3, 1]
    assert numbers(find("poradnik", network=ELSEWHERE)) == [3, 2]
    assert numbers(find("poradnik", network=None)) == [3]


def test_hidden_texts_do_not_change_the_order_of_what_is_seen():
    shown = [text(1, "Apteka", "apteka apteka zbiórka"), text(2, "Zbiórka", "zbiórka zbiórka apteka")]
    index_many(shown)
    before = numbers(find("apteka zbiórka"))
    index_many([text(n, "Zbiórka", audience=Audience.SECRETARIAT) for n in range(10, 60)])
    assert numbers(find("apteka zbiórka")) == before


def test_a_text_that_becomes_private_leaves_nothing_public():
    given = {"kind": "news", "key": text(1, "").key, "network": NETWORK, "url": "/", "language": "pl", "at": DAY}
    index(title="Zapowiedź", text="wiosna", audience=Audience.PUBLIC, **given)
    index(title="Zapowiedź", text="jesień", audience=Audience.MEMBERS, **given)
    assert find("zapowiedź").total == 0
    assert find("jesienią", audiences=MEMBER).total == 1
    assert find("wiosna", audiences=MEMBER).total == 0


def test_a_thing_may_have_one_text_for_everyone_and_another_for_members():
    index_many([text(1, "Spotkanie"), text(1, "Spotkanie", "Hasło do sali: jaśmin", audience=Audience.MEMBERS)])
    assert find("spotkanie", audiences=MEMBER).total == 1
    assert (find("jaśmin").total, find("jaśmin", audiences=MEMBER).total) == (0, 1)


def test_writing_the_same_text_again_replaces_it():
    index_many([text(1, "Dawna nazwa")])
    index_many([text(1, "Nowa nazwa"), text(1, "Nowa nazwa")])
    assert (find("dawna").total, find("nowa").total, Entry.objects.count()) == (0, 1, 1)


def test_what_is_forgotten_is_not_found():
    index_many([text(1, "Teatr"), text(1, "Teatr", network=ELSEWHERE), text(2, "Teatr")])
    forget(kind="organisation", key=text(1, "").key, network=NETWORK)
    assert numbers(find("teatr")) == [2]
    forget(kind="organisation", key=text(1, "").key)
    assert find("teatr", network=ELSEWHERE).total == 0
    forget_network(network=NETWORK)
    assert find("teatr").total == 0


def test_rebuilding_a_kind_leaves_only_what_is_given():
    index_many([text(1, "Kino"), text(2, "Kino"), text(3, "Kino", kind="news"), text(4, "Kino", network=ELSEWHERE)])
    assert rebuild(kind="organisation", network=NETWORK, texts=[text(2, "Kino"), text(5, "Kino")]) == 2
    assert numbers(find("kino")) == [5, 3, 2]
    assert numbers(find("kino", network=ELSEWHERE)) == [4]


def test_an_erased_word_is_nowhere_after_scrubbing(request):
    index_many([text(1, "Dzieżgowska opowieść"), text(2, "Opowieść")])
    refresh_vocabulary()
    assert Surface.objects.filter(word="dziezgowska").exists()
    forget(kind="organisation", key=text(1, "").key)
    scrub()
    assert list(Surface.objects.values_list("word", flat=True)) == ["opowiesc"]
