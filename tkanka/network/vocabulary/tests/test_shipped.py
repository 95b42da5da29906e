import csv
from collections import Counter
from pathlib import Path

import pytest

from tkanka.network.vocabulary.resolver import Outcome, Resolver
from tkanka.network.vocabulary.shipped import shipped_concepts, shipped_lists
from tkanka.network.vocabulary.words import folded
from tkanka.rules.activities import Price
from tkanka.rules.parties import Kind

REAL_FILES = [path for above in Path(__file__).parents for path in above.glob("shared/data/hxl/*.csv")]
LISTS = [one.code for one in shipped_lists()]


def of(codelist):
    return [c for c in shipped_concepts() if c.codelist == codelist]


def codes(codelist):
    return [c.code for c in of(codelist)]


def named():
    return [(c.codelist, c.code, language, text) for c in shipped_concepts() for language, text in c.synonyms]


def test_every_concept_is_named_in_three_languages_and_known_by_other_words_in_each():
    for concept in shipped_concepts():
        assert all(label.strip() == label and label for label in concept.labels), concept.code
        if concept.code not in {"other_sector"}:
            assert {language for language, _ in concept.synonyms} == {"pl", "en", "uk"}, concept.code


def test_ukrainian_is_written_in_ukrainian():
    russian = set("ыэъёЫЭЪЁ")
    for concept in shipped_concepts():
        texts = [concept.labels[2], concept.definitions[2], *(t for lang, t in concept.synonyms if lang == "uk")]
        assert not [t for t in texts if russian & set(t)], concept.code


@pytest.mark.parametrize("codelist", LISTS)
def test_codes_are_unique_and_labels_lead_to_one_concept(codelist):
    assert [code for code, times in Counter(codes(codelist)).items() if times > 1] == []
    for place in range(3):
        labels = Counter(folded(c.labels[place]) for c in of(codelist))
        assert [label for label, times in labels.items() if times > 1] == []


@pytest.mark.parametrize("codelist", LISTS)
def test_no_other_word_leads_to_two_concepts_of_a_list(codelist):
    meant = {}
    for c in of(codelist):
        for text in [*c.labels, *(text for _, text in c.synonyms)]:
            meant.setdefault(folded(text), set()).add(c.code)
    assert {word: found for word, found in meant.items() if len(found) > 1} == {}


def test_every_sector_of_the_refugee_response_has_services_below_it():
    response = codes("sectors")[:10]
    assert response == [
        "protection",
        "child_protection",
        "gbv",
        "education",
        "health",
        "livelihoods",
        "basic_needs",
        "accommodation",
        "legal_status",
        "social_cohesion",
    ]
    below = Counter(c.parent[1] for c in of("services"))
    assert all(4 <= below[code] <= 8 for code in response)


def test_kinds_of_organisations_are_those_of_the_rules():
    assert set(codes("party_kinds")) == {kind.value for kind in Kind}
    assert set(codes("costs")) == {price.value for price in Price}


@pytest.mark.norm("W-CR-03")
def test_services_for_organisations_are_the_seven_kinds_and_open_at_the_end():
    top = [c.code for c in of("support_services") if c.parent is None]
    assert top[:7] == ["information", "advice", "community_work", "training", "technical", "financial", "advocacy"]
    assert top[7:] == ["other"]
    assert not next(one for one in shipped_lists() if one.code == "support_services").fixed


@pytest.mark.norm("A-D4-02")
def test_support_has_four_kinds_at_the_top():
    top = [c.code for c in of("support_kinds") if c.parent is None]
    assert top == ["financial", "competence", "management", "knowledge_and_solutions"]


@pytest.mark.norm("R-01-03")
def test_target_groups_know_the_society_that_receives_and_not_migrants_alone():
    assert {"host_community", "organisations", "everyone", "refugees_from_ukraine"} <= set(codes("target_groups"))
    assert set(codes("recipient_kinds")) == {"people", "organisations", "community_initiatives"}


def test_languages_carry_their_iso_codes_and_own_names():
    for language in of("languages"):
        assert len(language.codes["iso639_3"]) == 3
        assert language.codes["own"]
        assert language.code == language.codes.get("iso639_1", language.codes["iso639_3"])
    assert len(of("languages")) >= 25


FOREIGN = """Health|Protection|Education|Water & Sanitation|Core Relief Items (CRIs)|Child Protection|Shelter|Food
Gender-Based Violence|Community Services|Food Security|Livelihood|Nutrition|Registration|HIV/AIDS|Logistics|Other
Camp Management|Environment|Coordination|Cash Assistance|Reproductive Health|Information Management|Telecom|Return
Mental Health and Psychosocial Support|Agriculture|Transportation|Income Generation|Legal Assistance / Protection
Domestic Needs / Household Support|Transport / Logistics|Food Distribution|Water, Sanitation and Hygiene
Water Sanitation & Hygiene|Crop Production|Health Care Referral Services|Malaria Prevention and Control
Mental Health|Agency Operational Support|Shelter / Other Infrastructure|MHPSS|NFI|WASH|CCCM|Shelter/NFI
Early recovery|Multi-sector|Livelihoods|Emergency Shelter and NFI|FSC|WSH|PRO-GBV"""


@pytest.mark.parametrize("sector", [word for line in FOREIGN.splitlines() for word in line.split("|")])
@pytest.mark.django_db
def test_sector_words_of_other_systems_resolve(words, sector):
    assert Resolver("sectors", words=words)(sector).outcome == Outcome.FOUND


@pytest.mark.django_db
def test_every_sector_in_real_files_resolves(words):
    if not REAL_FILES:
        pytest.skip("the real files are not at hand; their words stand in the test above")
    resolve, seen = Resolver("sectors", words=words), 0
    for path in REAL_FILES:
        rows = list(csv.reader(path.open(encoding="utf8")))
        tags = next(i for i, row in enumerate(rows) if "#sector" in row)
        column = rows[tags].index("#sector")
        seen += len(rows) - tags - 1
        assert {row[column] for row in rows[tags + 1 :] if not resolve(row[column]).found} == set()
    assert seen > 2000


def test_every_service_below_a_sector_is_explained_in_three_languages():
    assert not [c.code for c in of("services") if not all(text.endswith(".") for text in c.definitions)]
