from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from tkanka.ground.ledger.models import Record
from tkanka.network.vocabulary import actions, queries
from tkanka.network.vocabulary.models import Codelist, Concept, Synonym, Version, key_of
from tkanka.network.vocabulary.shipped import shipped_concepts, shipped_lists
from tkanka.network.vocabulary.versions import Texts
from tkanka.rules.standing import Standing

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
SYSTEM = Standing(system="load_vocabulary")


def load():
    return actions.load_vocabulary(by=SYSTEM, at=LATER)


def test_the_first_loading_enters_everything_as_version_one(shipped):
    assert Concept.objects.count() == len(shipped_concepts())
    assert set(Codelist.objects.values_list("code", "number")) == {(one.code, 1) for one in shipped_lists()}
    assert set(Concept.objects.values_list("entered_in", flat=True)) == {1}
    assert Version.objects.count() == len(shipped_lists())
    assert Record.objects.get(verb="vocabulary.loaded").system == "load_vocabulary"


def test_loading_again_writes_nothing(shipped, django_assert_max_num_queries):
    before = Version.objects.count(), Synonym.objects.count(), Record.objects.count()
    with django_assert_max_num_queries(5):
        assert load() == {"added": 0, "changed": 0, "synonyms": 0}
    assert (Version.objects.count(), Synonym.objects.count(), Record.objects.count()) == before


def test_loading_takes_few_queries(nothing, django_assert_max_num_queries):
    with django_assert_max_num_queries(90):
        load()


def test_keys_are_the_same_in_every_installation(shipped):
    assert Concept.objects.get(codelist__code="sectors", code="health").pk == key_of("sectors", "health")


def test_services_stand_below_sectors(words):
    parent = words.get("sectors", "education")
    assert {c.parent for c in words.active("services", parent.id)} == {parent.id}
    assert "polish_courses" in {c.code for c in words.active("services", parent.id)}


def test_what_a_secretariat_reworded_survives_the_next_loading(shipped, office, now):
    health = Concept.objects.get(codelist__code="sectors", code="health")
    actions.rename_concept(by=office, at=now, concept=health, labels=Texts("Zdrowie", "Health", "Здоров'я"))
    word = health.synonyms.get(language="en", text="MHPSS")
    actions.remove_synonym(by=office, at=now, synonym=word)
    load()
    health.refresh_from_db()
    assert health.label_pl == "Zdrowie"
    assert not health.synonyms.filter(language="en", text="MHPSS").exists()


def test_what_a_secretariat_retired_stays_retired(shipped, office, now):
    mine = Concept.objects.get(codelist__code="sectors", code="mine_action")
    actions.retire_concept(by=office, at=now, concept=mine)
    load()
    mine.refresh_from_db()
    assert not mine.is_active


def test_a_shipped_wording_reaches_concepts_nobody_edited(shipped):
    Concept.objects.filter(code="health", codelist__code="sectors").update(label_en="Old words")
    Synonym.objects.filter(concept__code="gbv", language="en").delete()
    told = load()
    assert told["changed"] == 1
    assert told["synonyms"] > 1
    assert Codelist.objects.get(code="sectors").number == 2
    assert Codelist.objects.get(code="services").number == 1
    assert queries.vocabulary().get("sectors", "health").labels[1] != "Old words"


def test_a_concept_a_secretariat_entered_first_is_left_to_it(shipped, office, now):
    Synonym.objects.filter(concept__code="wash").delete()
    Concept.objects.filter(code="wash").delete()
    sectors = queries.codelist_named("sectors")
    mine = actions.add_concept(by=office, at=now, codelist=sectors, code="wash", labels=Texts("Woda", "Water", "Вода"))
    load()
    assert Concept.objects.get(code="wash").pk == mine.pk
    assert Concept.objects.get(code="wash").label_pl == "Woda"


def test_the_command_says_what_it_did(nothing, capsys):
    call_command("load_vocabulary")
    assert f"{len(shipped_concepts())} added, 0 changed" in capsys.readouterr().out
    call_command("load_vocabulary")
    assert "0 added, 0 changed, 0 synonyms" in capsys.readouterr().out
