import pytest
from django.utils import translation

from tkanka.network.vocabulary import actions, queries
from tkanka.network.vocabulary.models import Concept
from tkanka.network.vocabulary.resolver import Outcome, Resolver
from tkanka.network.vocabulary.versions import Texts
from tkanka.network.vocabulary.words import folded

pytestmark = pytest.mark.django_db


def ids(codelist, count):
    return list(Concept.objects.filter(codelist__code=codelist).values_list("pk", flat=True)[:count])


@pytest.mark.parametrize("count", [1, 30])
def test_labels_cost_one_query_whatever_their_number(words, django_assert_num_queries, count):
    wanted = ids("services", count)
    with django_assert_num_queries(1):
        assert len(queries.labels_of(wanted)) == count


def test_a_page_that_takes_the_vocabulary_once_asks_once(words, django_assert_num_queries):
    with django_assert_num_queries(1):
        taken = queries.vocabulary()
        taken.choices("languages"), taken.tree("sectors"), taken.grouped_choices("services")
        taken.labels_of([e.id for e in taken.active("target_groups")])


def test_a_change_is_seen_by_the_next_reader(words, office, now):
    free = Concept.objects.get(codelist__code="costs", code="free")
    actions.rename_concept(by=office, at=now, concept=free, labels=Texts("za darmo", "gratis", "задарма"))
    assert queries.labels_of([free.pk]) == {free.pk: "za darmo"}
    assert words.labels_of([free.pk]) == {free.pk: "bezpłatnie"}


@pytest.mark.parametrize(
    ("language", "label"), [("pl", "Edukacja"), ("en", "Education"), ("uk", "Освіта"), ("de", "Edukacja")]
)
def test_labels_are_in_the_readers_language(words, language, label):
    with translation.override(language):
        assert words.get("sectors", "education").label == label
        assert label in dict(words.choices("sectors")).values()


def test_a_tree_shows_services_below_sectors_and_hides_the_retired(words, office, now):
    found = {node.entry.code: [n.entry.code for n in node.children] for node in words.tree("sectors")}
    assert "legal_advice" in found["legal_status"]
    advice = Concept.objects.get(code="legal_advice")
    actions.retire_concept(by=office, at=now, concept=advice)
    after = queries.vocabulary()
    shown = {node.entry.code: [n.entry.code for n in node.children] for node in after.tree("sectors")}
    whole = {node.entry.code: [n.entry.code for n in node.children] for node in after.tree("sectors", retired=True)}
    assert "legal_advice" not in shown["legal_status"]
    assert "legal_advice" in whole["legal_status"]


def test_grouped_choices_stand_under_their_parents(words):
    groups = words.grouped_choices("services")
    assert groups[0][0] == "Ochrona"
    assert all(choices for _, choices in groups)


def test_a_filter_by_a_sector_means_its_services_too(words):
    education = words.get("sectors", "education").id
    assert words.get("services", "preschool").id in words.with_descendants([education])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łódź", "lodz"),
        ("Water & Sanitation", "water and sanitation"),
        ("Shelter / Other-Infrastructure", "SHELTER OTHER INFRASTRUCTURE"),
        ("здоров'я", "Здоров’я"),
        ("Zdrowie i życie", "zdrowie oraz zycie"),
    ],
)
def test_words_are_compared_without_case_marks_and_conjunctions(one, other):
    assert folded(one) == folded(other)


def test_a_lone_conjunction_is_still_a_word():
    assert folded("i") == "i"
    assert folded("…!") == ""


@pytest.mark.parametrize(
    ("codelist", "text", "code"),
    [
        ("sectors", "health", "health"),
        ("sectors", "ZDROWIE", "health"),
        ("sectors", "Health and psychosocial support", "health"),
        ("sectors", "освіта", "education"),
        ("sectors", "EDU", "education"),
        ("sectors", "child protection", "child_protection"),
        ("sectors", "Child-Protection", "child_protection"),
        ("sectors", "  Edukacja ", "education"),
        ("services", "psycholog", "psychological_help"),
        ("services", "psychologist", "psychological_help"),
        ("services", "курси польської мови", "polish_courses"),
        ("languages", "ukr", "uk"),
        ("languages", "farsi", "fa"),
        ("legal_statuses", "PESEL UKR", "temporary_protection"),
        ("target_groups", "uchodzcy z Ukrainy", "refugees_from_ukraine"),
        ("party_kinds", "LGD", "lag"),
        ("costs", "za darmo", "free"),
    ],
)
def test_codes_labels_and_other_words_resolve_in_every_language(words, codelist, text, code):
    found = Resolver(codelist, words=words)(text)
    assert (found.outcome, found.entry.code) == (Outcome.FOUND, code)


def test_a_key_resolves_too(words):
    entry = words.get("reach", "local")
    assert Resolver("reach", words=words)(str(entry.id)).entry == entry


@pytest.mark.parametrize(
    ("text", "code"), [("Edukcja", "education"), ("Protecton", "protection"), ("Освита", "education")]
)
def test_what_is_missing_comes_with_suggestions(words, text, code):
    found = Resolver("sectors", words=words)(text)
    assert (found.outcome, found.entry) == (Outcome.MISSING, None)
    assert code in {e.code for e in found.candidates}


@pytest.mark.parametrize("text", ["", "   ", "…", "xqzw", "\0", "9" * 5000])
def test_nonsense_is_missing_without_suggestions(words, text):
    found = Resolver("sectors", words=words)(text)
    assert (found.outcome, found.candidates) == (Outcome.MISSING, ())


def test_a_word_of_two_concepts_is_ambiguous_until_one_is_retired(words, office, now):
    room, gear = (Concept.objects.get(codelist__code="support_services", code=code) for code in ("rooms", "equipment"))
    for concept in (room, gear):
        actions.add_synonym(by=office, at=now, concept=concept, language="pl", text="zaplecze")
    found = Resolver("support_services")("zaplecze")
    assert found.outcome == Outcome.AMBIGUOUS
    assert {e.code for e in found.candidates} == {"rooms", "equipment"}
    actions.retire_concept(by=office, at=now, concept=gear)
    assert Resolver("support_services")("zaplecze").entry.code == "rooms"


def test_a_retired_word_leads_to_its_successor_or_says_that_it_is_retired(words, office, now):
    by_code = {c.code: c for c in Concept.objects.filter(codelist__code="sectors")}
    actions.retire_concept(by=office, at=now, concept=by_code["mine_action"], successor=by_code["early_recovery"])
    actions.retire_concept(by=office, at=now, concept=by_code["environment"])
    resolve = Resolver("sectors")
    assert resolve("demining").entry.code == "early_recovery"
    assert resolve("environment").outcome == Outcome.RETIRED


def test_a_resolver_asks_the_database_once_for_a_whole_file(words, django_assert_num_queries):
    with django_assert_num_queries(1):
        resolve = Resolver("sectors", "services")
        assert [resolve(text).found for text in ["Health", "Polish lessons", "no such thing at all"] * 500][:3] == [
            True,
            True,
            False,
        ]


def test_a_question_is_widened_across_languages_and_inflection(words):
    found = {w.words: w.terms for w in words.synonyms_for("szukam pomocy prawnej w Olsztynie")}
    assert "legal aid" in found["pomocy prawnej"]
    assert "правова допомога" in found["pomocy prawnej"]
    assert words.synonyms_for("Olsztyn") == []
    assert words.synonyms_for("") == []


def test_names_of_concepts_are_ready_for_an_index(words):
    names = words.names_of([words.get("sectors", "education").id])
    assert {"Edukacja", "Education", "Освіта", "oświata"} <= set(names)
