"""Numbering what is done to a list."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import Entry

from .models import Codelist, Concept, Version


@dataclass(frozen=True, slots=True)
class Texts:
    """The same text in the three languages."""

    pl: str
    en: str
    uk: str

    def clean(self) -> "Texts":
        return Texts(*(" ".join(text.split()) for text in (self.pl, self.en, self.uk)))


NOTHING = Texts("", "", "")


def held(codelist: Codelist) -> Codelist:
    """The list, locked: who changes one of its concepts waits for whoever is changing it."""
    return locked(codelist)


def next_version(
    codelist: Codelist, record: Entry, network: UUID | None, concept: Concept | None, **change: Any
) -> int:
    """Begin a version of a locked list: what was done, to which concept, by whom; written beside the record."""
    codelist.number += 1
    codelist.edition = uuid4()
    codelist.save(update_fields=["number", "edition"])
    Version.objects.create(
        codelist=codelist,
        number=codelist.number,
        at=record.at,
        verb=record.verb,
        concept=concept,
        change=change,
        person=record.by.person,
        network=network,
    )
    return codelist.number
