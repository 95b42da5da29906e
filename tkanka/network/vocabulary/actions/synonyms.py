"""Other words for a concept."""

from datetime import datetime
from uuid import UUID

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.standing import Standing
from tkanka.rules.vocabulary import may_add_synonym, may_edit_vocabulary

from ..models import Concept, Synonym
from ..versions import held, next_version
from ..words import folded


def add_synonym(
    *, by: Standing, at: datetime, concept: Concept, language: str, text: str, network: UUID | None = None
) -> Synonym:
    """Let a concept be found by another word. Raises Refused for a word that is known already or says nothing."""
    with entry("vocabulary.synonym_added", by=by, at=at) as record:
        codelist, concept = held(concept.codelist), locked(concept)
        key, text = folded(text), " ".join(text.split())
        known = {folded(getattr(concept, f"label_{language}"))}
        known |= set(concept.synonyms.filter(language=language).values_list("folded", flat=True))
        record.rests_on(may_add_synonym(by, says_something=bool(key), is_new=key not in known))
        synonym = Synonym.objects.create(concept=concept, language=language, text=text, folded=key)
        _mark_edited(concept)
        number = next_version(codelist, record, network, concept, language=language, text=text)
        record.about(concept, codelist, network=network, codelist=codelist.code, code=concept.code, version=number)
        return synonym


def remove_synonym(*, by: Standing, at: datetime, synonym: Synonym, network: UUID | None = None) -> None:
    """Take a word back; the version keeps which it was. Raises Refused."""
    with entry("vocabulary.synonym_removed", by=by, at=at) as record:
        codelist, concept = held(synonym.concept.codelist), locked(synonym.concept)
        record.rests_on(may_edit_vocabulary(by))
        synonym.delete()
        _mark_edited(concept)
        number = next_version(codelist, record, network, concept, language=synonym.language, text=synonym.text)
        record.about(concept, codelist, network=network, codelist=codelist.code, code=concept.code, version=number)


def _mark_edited(concept: Concept) -> None:
    if not concept.edited:
        concept.edited = True
        concept.save(update_fields=["edited"])
