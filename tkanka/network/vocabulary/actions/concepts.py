"""Concepts: added, renamed, retired and brought back; never deleted."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.standing import Standing
from tkanka.rules.vocabulary import (
    may_add_concept,
    may_edit_vocabulary,
    may_place_concept,
    may_restore_concept,
    may_retire_concept,
)

from ..models import Codelist, Concept
from ..versions import NOTHING, Texts, held, next_version


def add_concept(
    *,
    by: Standing,
    at: datetime,
    codelist: Codelist,
    code: str,
    labels: Texts,
    definitions: Texts = NOTHING,
    parent: Concept | None = None,
    network: UUID | None = None,
) -> Concept:
    """Enter a concept at the end of a list. `network` is that of the office that does it. Raises Refused."""
    with entry("vocabulary.concept_added", by=by, at=at) as record:
        codelist = held(codelist)
        record.rests_on(
            may_add_concept(
                by,
                list_is_fixed=codelist.fixed,
                code_is_free=not codelist.concepts.filter(code=code).exists(),
                parent_is_active=_may_stand_below(parent, codelist),
            )
        )
        last = codelist.concepts.order_by("-order").values_list("order", flat=True).first() or 0
        concept = Concept(codelist=codelist, code=code, parent=parent, order=last + 10, edited=True)
        _say(concept, labels, definitions)
        concept.entered_in = codelist.number + 1
        concept.save(force_insert=True)
        number = next_version(codelist, record, network, concept, labels=_told(concept))
        record.about(concept, codelist, network=network, codelist=codelist.code, code=code, version=number)
        return concept


def rename_concept(
    *,
    by: Standing,
    at: datetime,
    concept: Concept,
    labels: Texts,
    definitions: Texts = NOTHING,
    network: UUID | None = None,
) -> Concept:
    """Say a concept in other words; its code and everything that points at it stay. Raises Refused."""
    with entry("vocabulary.concept_renamed", by=by, at=at) as record:
        codelist, concept = held(concept.codelist), locked(concept)
        record.rests_on(may_edit_vocabulary(by))
        before = _told(concept)
        _say(concept, labels, definitions)
        concept.edited = True
        concept.save()
        number = next_version(codelist, record, network, concept, before=before, labels=_told(concept))
        record.about(concept, codelist, network=network, codelist=codelist.code, code=concept.code, version=number)
        return concept


def retire_concept(
    *, by: Standing, at: datetime, concept: Concept, successor: Concept | None = None, network: UUID | None = None
) -> Concept:
    """Take a concept out of use; rows that point at it keep it, new ones are offered the successor. Raises Refused."""
    with entry("vocabulary.concept_retired", by=by, at=at) as record:
        codelist, concept = held(concept.codelist), locked(concept)
        record.rests_on(
            may_retire_concept(
                by,
                list_is_fixed=codelist.fixed,
                is_active=concept.is_active,
                has_active_children=concept.children.filter(retired_in__isnull=True).exists(),
                successor_fits=successor is None or _may_follow(successor, concept),
            )
        )
        heir = successor.code if successor else ""
        concept.retired_in = next_version(codelist, record, network, concept, successor=heir)
        concept.successor, concept.edited = successor, True
        concept.save(update_fields=["retired_in", "successor", "edited"])
        record.about(concept, codelist, network=network, codelist=codelist.code, code=concept.code, successor=heir)
        return concept


def restore_concept(*, by: Standing, at: datetime, concept: Concept, network: UUID | None = None) -> Concept:
    """Bring a retired concept back into use. Raises Refused."""
    with entry("vocabulary.concept_restored", by=by, at=at) as record:
        codelist, concept = held(concept.codelist), locked(concept)
        parent_is_active = concept.parent is None or concept.parent.is_active
        record.rests_on(may_restore_concept(by, is_active=concept.is_active, parent_is_active=parent_is_active))
        concept.retired_in, concept.successor, concept.edited = None, None, True
        concept.save(update_fields=["retired_in", "successor", "edited"])
        number = next_version(codelist, record, network, concept)
        record.about(concept, codelist, network=network, codelist=codelist.code, code=concept.code, version=number)
        return concept


def place_concept(*, by: Standing, at: datetime, concept: Concept, up: bool, network: UUID | None = None) -> Concept:
    """Let a concept change places with the one before it, or after it, under the same parent. Raises Refused."""
    with entry("vocabulary.concept_placed", by=by, at=at) as record:
        codelist, concept = held(concept.codelist), locked(concept)
        beside = _beside(concept)
        here = [one.pk for one in beside].index(concept.pk)
        there = here - 1 if up else here + 1
        record.rests_on(may_place_concept(by, has_neighbour=0 <= there < len(beside)))
        beside[here], beside[there] = beside[there], beside[here]
        _number(beside)
        number = next_version(codelist, record, network, concept, place=there + 1)
        record.about(concept, codelist, network=network, codelist=codelist.code, code=concept.code, version=number)
        return concept


def _beside(concept: Concept) -> list[Concept]:
    """The concepts in use that stand with this one under the same parent, itself among them, in their order."""
    rows = Concept.objects.filter(codelist=concept.codelist_id, parent=concept.parent_id)
    return list(rows.filter(Q(retired_in=None) | Q(pk=concept.pk)).order_by("order", "code"))


def _number(concepts: list[Concept]) -> None:
    """Give out the same places in the new order; places that were held twice are told apart first."""
    places = sorted(one.order for one in concepts)
    if len(set(places)) < len(places):
        places = [places[0] + 10 * number for number in range(len(places))]
    for one, place in zip(concepts, places, strict=True):
        if one.order != place:
            one.order, one.edited = place, True
            one.save(update_fields=["order", "edited"])


def _may_stand_below(parent: Concept | None, codelist: Codelist) -> bool:
    """A list below another needs a parent there; any other may have one of its own first level."""
    above = codelist.below
    if parent is None:
        return above is None
    return parent.is_active and parent.parent_id is None and parent.codelist_id == (above or codelist).pk


def _may_follow(successor: Concept, concept: Concept) -> bool:
    return successor.is_active and successor.pk != concept.pk and successor.codelist_id == concept.codelist_id


def _say(concept: Concept, labels: Texts, definitions: Texts) -> None:
    labels = labels.clean()
    concept.label_pl, concept.label_en, concept.label_uk = labels.pl, labels.en, labels.uk
    concept.definition_pl, concept.definition_en, concept.definition_uk = (
        definitions.pl.strip(),
        definitions.en.strip(),
        definitions.uk.strip(),
    )


def _told(concept: Concept) -> list[str]:
    return [concept.label_pl, concept.label_en, concept.label_uk]
