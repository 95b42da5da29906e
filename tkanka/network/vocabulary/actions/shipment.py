"""Loading the shipped lists: once for all, and again after an update of the platform."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from tkanka.ground.ledger.actions import Entry, entry
from tkanka.rules.standing import Standing
from tkanka.rules.vocabulary import may_edit_vocabulary

from ..models import Codelist, Concept, Synonym, key_of
from ..shipped import ShippedConcept, ShippedList, shipped_concepts, shipped_lists
from ..versions import next_version
from ..words import folded

TEXTS = ("label_pl", "label_en", "label_uk", "definition_pl", "definition_en", "definition_uk")
REWRITTEN = (*TEXTS, "codes", "order", "parent_id")


def load_vocabulary(*, by: Standing, at: datetime) -> Counter[str]:
    """Bring the lists up to what is shipped and say how many concepts and synonyms were entered or reworded.

    What a secretariat has edited or retired stays as it left it; nothing is ever taken away. A list that
    changed gets one new version; where nothing changed, nothing is written.
    """
    lists, new, changed, words = _differences()
    if not (lists or new or changed or words):
        return Counter(added=0, changed=0, synonyms=0)
    with entry("vocabulary.loaded", by=by, at=at) as record:
        record.rests_on(may_edit_vocabulary(by))
        Codelist.objects.bulk_create(lists)
        touched = {c.codelist_id for c in (*new, *changed)} | {w.concept.codelist_id for w in words}
        _number(record, touched, new)
        Concept.objects.bulk_create(new, batch_size=200)
        Concept.objects.bulk_update(changed, [name.removesuffix("_id") for name in REWRITTEN], batch_size=100)
        Synonym.objects.bulk_create(words, batch_size=500, ignore_conflicts=True)
        return Counter(added=len(new), changed=len(changed), synonyms=len(words))


def _differences() -> tuple[list[Codelist], list[Concept], list[Concept], list[Synonym]]:
    """What is shipped and not yet here: lists, concepts, concepts to reword, synonyms."""
    known = set(Codelist.objects.values_list("code", flat=True))
    lists = [_list(one) for one in shipped_lists() if one.code not in known]
    here = {(c.codelist_id, c.code): c for c in Concept.objects.all()}
    new, changed, words = [], [], []
    spoken = set(Synonym.objects.values_list("concept_id", "language", "folded"))
    for shipped in shipped_concepts():
        wanted = _concept(shipped, here)
        found = here.get((wanted.codelist_id, wanted.code))
        if found is None:
            new.append(wanted)
        elif found.edited:
            continue
        elif any(getattr(found, name) != getattr(wanted, name) for name in REWRITTEN):
            changed.append(_reworded(found, wanted))
        words += [w for w in _synonyms(shipped, found or wanted) if (w.concept_id, w.language, w.folded) not in spoken]
    return lists, new, changed, words


def _number(record: Entry, touched: Iterable[UUID], new: list[Concept]) -> None:
    """Give every touched list its next version; new concepts say which one they came with."""
    counts = Counter(concept.codelist_id for concept in new)
    numbers = {}
    for codelist in Codelist.objects.select_for_update().filter(pk__in=list(touched)).order_by("order"):
        number = next_version(codelist, record, None, None, added=counts[codelist.pk])
        numbers[codelist.pk] = number
        facts: dict[str, Any] = {codelist.code: number}
        record.about(codelist, **facts)
    for concept in new:
        concept.entered_in = numbers[concept.codelist_id]


def _list(one: ShippedList) -> Codelist:
    pl, en, uk = one.labels
    below = key_of(one.below) if one.below else None
    return Codelist(
        id=key_of(one.code),
        code=one.code,
        label_pl=pl,
        label_en=en,
        label_uk=uk,
        order=one.order,
        below_id=below,
        fixed=one.fixed,
    )


def _concept(one: ShippedConcept, here: dict[tuple[UUID, str], Concept]) -> Concept:
    """As it is shipped; below the parent that is here, should a secretariat have entered that one before."""
    above = here.get((key_of(one.parent[0]), one.parent[1])) if one.parent else None
    texts = dict(zip(TEXTS, (*one.labels, *one.definitions), strict=True))
    return Concept(
        id=key_of(one.codelist, one.code),
        codelist_id=key_of(one.codelist),
        code=one.code,
        parent_id=above.pk if above else key_of(*one.parent) if one.parent else None,
        order=one.order,
        codes=one.codes,
        **texts,
    )


def _reworded(found: Concept, wanted: Concept) -> Concept:
    for name in REWRITTEN:
        setattr(found, name, getattr(wanted, name))
    return found


def _synonyms(one: ShippedConcept, concept: Concept) -> list[Synonym]:
    """Its shipped synonyms, each once and none that only repeats the label."""
    found: dict[tuple[str, str], Synonym] = {}
    for language, text in one.synonyms:
        key = folded(text)
        if key != folded(getattr(concept, f"label_{language}")):
            found.setdefault((language, key), Synonym(concept=concept, language=language, text=text, folded=key))
    return list(found.values())
