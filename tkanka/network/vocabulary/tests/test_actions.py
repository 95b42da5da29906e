from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from tkanka.ground.ledger.actions import INSTALLATION
from tkanka.ground.ledger.models import Record
from tkanka.network.vocabulary import actions, queries
from tkanka.network.vocabulary.models import Concept, Synonym, Version
from tkanka.network.vocabulary.versions import Texts
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

pytestmark = pytest.mark.django_db
LABELS = Texts("Pomoc przy przeprowadzce", "Help with moving house", "Допомога з переїздом")
MEMBER = Standing(person=UUID(int=2), members=frozenset({UUID(int=9)}))


def concept(codelist, code):
    return Concept.objects.get(codelist__code=codelist, code=code)


@pytest.fixture
def added(shipped, office, now):
    return actions.add_concept(
        by=office,
        at=now,
        codelist=queries.codelist_named("services"),
        code="moving",
        labels=LABELS,
        parent=concept("sectors", "accommodation"),
    )


def refused(why, call, /, **how):
    before = Version.objects.count()
    with pytest.raises(Refused) as refusal:
        call(**how)
    assert why in {ground.code for ground in refusal.value.ruling.failed}
    assert Version.objects.count() == before


def test_a_new_concept_makes_a_new_version_and_says_which(added):
    codelist = queries.codelist_named("services")
    version = codelist.versions.first()
    assert (codelist.number, version.number, added.entered_in) == (2, 2, 2)
    assert (version.verb, version.concept, version.person) == ("vocabulary.concept_added", added, UUID(int=1))
    assert queries.codelist_named("sectors").number == 1
    assert queries.vocabulary().version_of("services") == 2


def test_a_change_is_kept_in_the_chain_of_the_editing_network(shipped, office, now):
    network = UUID(int=7)
    actions.rename_concept(by=office, at=now, concept=concept("costs", "free"), labels=LABELS, network=network)
    assert Record.objects.get(verb="vocabulary.concept_renamed").network == network
    assert Version.objects.get(verb="vocabulary.concept_renamed").network == network


def test_a_change_without_a_network_is_kept_in_the_chain_of_the_installation(added):
    assert Record.objects.get(verb="vocabulary.concept_added").network == INSTALLATION


def test_only_those_in_office_change_the_lists(shipped, now):
    gbv = concept("sectors", "gbv")
    why = "vocabulary.office_needed"
    for by in (Standing(), MEMBER):
        refused(why, actions.rename_concept, by=by, at=now, concept=gbv, labels=LABELS)
        refused(why, actions.retire_concept, by=by, at=now, concept=gbv)
        refused(why, actions.restore_concept, by=by, at=now, concept=gbv)
        refused(why, actions.add_synonym, by=by, at=now, concept=gbv, language="pl", text="przemoc w domu")
        refused(why, actions.remove_synonym, by=by, at=now, synonym=gbv.synonyms.first())
        refused(why, actions.add_concept, by=by, at=now, codelist=gbv.codelist, code="x", labels=LABELS)


def test_renaming_keeps_code_and_key_and_remembers_the_old_words(added, office, now):
    actions.rename_concept(by=office, at=now, concept=added, labels=Texts("  Prze  prowadzka ", "Moving", "Переїзд"))
    again = concept("services", "moving")
    assert (again.pk, again.label_pl) == (added.pk, "Prze prowadzka")
    assert queries.changes_of(added)[0].change["before"][0] == LABELS.pl


def test_a_label_is_needed_in_every_language(added, office, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.rename_concept(by=office, at=now, concept=added, labels=Texts("Przeprowadzka", "", "Переїзд"))


def test_a_code_is_given_once(added, office, now):
    how = {"by": office, "at": now, "codelist": added.codelist, "labels": LABELS, "parent": added.parent}
    refused("vocabulary.code_is_taken", actions.add_concept, code="moving", **how)


def test_a_service_stands_below_a_sector_in_use(added, office, now):
    how = {"by": office, "at": now, "codelist": added.codelist, "code": "other_one", "labels": LABELS}
    refused("vocabulary.parent_is_retired", actions.add_concept, **how)
    refused("vocabulary.parent_is_retired", actions.add_concept, parent=added, **how)
    actions.retire_concept(by=office, at=now, concept=concept("sectors", "wash"))
    refused("vocabulary.parent_is_retired", actions.add_concept, parent=concept("sectors", "wash"), **how)


def test_a_list_the_rules_know_keeps_its_concepts_but_not_its_words(shipped, office, now):
    foundation = concept("party_kinds", "foundation")
    how = {"by": office, "at": now}
    refused("vocabulary.list_is_fixed", actions.retire_concept, concept=foundation, **how)
    kinds = queries.codelist_named("party_kinds")
    refused("vocabulary.list_is_fixed", actions.add_concept, codelist=kinds, code="club", labels=LABELS, **how)
    actions.add_synonym(concept=foundation, language="pl", text="fundacyjka", **how)


def test_a_retired_concept_stays_where_it_is_used_and_names_its_successor(added, office, now):
    heir = concept("services", "housing_search")
    actions.retire_concept(by=office, at=now, concept=added, successor=heir)
    words = queries.vocabulary()
    assert words.labels_of([added.pk]) == {added.pk: LABELS.pl}
    assert added.pk not in {e.id for e in words.active("services")}
    assert words.entries[added.pk].successor == heir.pk
    assert words.entries[added.pk].retired_in == 3
    assert (str(added.pk), LABELS.pl) in words.choices("services", heir.parent_id, keep=[added.pk])


def test_a_successor_is_another_concept_in_use_of_the_same_list(added, office, now):
    why, how = "vocabulary.successor_unfit", {"by": office, "at": now, "concept": added}
    refused(why, actions.retire_concept, successor=added, **how)
    refused(why, actions.retire_concept, successor=concept("sectors", "gbv"), **how)
    heir = concept("services", "repairs")
    actions.retire_concept(by=office, at=now, concept=heir)
    heir.refresh_from_db()
    refused(why, actions.retire_concept, successor=heir, **how)


def test_what_lies_below_is_retired_first(shipped, office, now):
    refused(
        "vocabulary.children_in_use", actions.retire_concept, by=office, at=now, concept=concept("sectors", "health")
    )


def test_what_was_retired_can_come_back_once(added, office, now):
    actions.retire_concept(by=office, at=now, concept=added, successor=concept("services", "repairs"))
    refused("vocabulary.already_retired", actions.retire_concept, by=office, at=now, concept=added)
    back = actions.restore_concept(by=office, at=now, concept=added)
    assert back.is_active
    assert back.successor is None
    refused("vocabulary.not_retired", actions.restore_concept, by=office, at=now, concept=added)


def test_a_concept_in_use_cannot_be_deleted(shipped):
    with pytest.raises(IntegrityError), transaction.atomic():
        concept("sectors", "health").delete()
    assert concept("sectors", "health")


def test_a_synonym_is_found_at_once_and_no_more_when_removed(added, office, now):
    word = actions.add_synonym(by=office, at=now, concept=added, language="pl", text=" tragarze ")
    assert queries.vocabulary().synonyms_for("szukam tragarze")[0].terms[0] == LABELS.pl
    actions.remove_synonym(by=office, at=now, synonym=word)
    assert queries.vocabulary().synonyms_for("szukam tragarze") == []
    assert not Synonym.objects.filter(pk=word.pk).exists()
    assert queries.changes_of(added)[0].change == {"language": "pl", "text": "tragarze"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("…", "vocabulary.synonym_says_nothing"),
        ("   ", "vocabulary.synonym_says_nothing"),
        ("POMOC przy-przeprowadzce", "vocabulary.synonym_is_known"),
    ],
)
def test_a_synonym_says_something_new(added, office, now, text, why):
    refused(why, actions.add_synonym, by=office, at=now, concept=added, language="pl", text=text)
