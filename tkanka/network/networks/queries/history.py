from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models

from tkanka.ground.kit.deeds import verb_sentence
from tkanka.ground.ledger.models import Record
from tkanka.ground.ledger.queries import records_of
from tkanka.network.people.models import Person

from ..models import Organisation


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a thing's history, in the reader's language."""

    at: datetime
    sentence: str
    who: str
    behalf: str
    cites: tuple[str, ...]
    number: int = 0
    verb: str = ""
    subject: str = ""
    person: UUID | None = None
    system: str = ""
    about: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentence, as lists of history show it."""
        return self.sentence


def history_of(thing: models.Model, limit: int = 20) -> list[Line]:
    """What was done about a thing, the newest first, with names. Three queries; the page decides who may see it."""
    return lines_of(records_of(thing, limit), thing if isinstance(thing, Organisation) else None)


def lines_of(records: Sequence[Record], known: Organisation | None = None) -> list[Line]:
    """Records of the ledger with names, in their order. Two queries; what is `known` is not read again."""
    people = Person.objects.filter(pk__in={r.person for r in records if r.person}).in_bulk()
    concerned = {r.pk: [*_organisations((r.subject, *r.concerns))] for r in records}
    keys = {r.acting_for for r in records if r.acting_for}.union(*concerned.values())
    parties = {known.pk: known} if known else {}
    parties |= Organisation.objects.filter(pk__in=keys - set(parties)).only("name").in_bulk()
    return [
        Line(
            at=r.at,
            sentence=verb_sentence(r.verb, r.facts),
            who=str(people[r.person]) if r.person in people and not people[r.person].is_erased else "",
            behalf=parties[r.acting_for].name if r.acting_for in parties else "",
            cites=tuple(r.cites),
            number=r.number,
            verb=r.verb,
            subject=r.subject,
            person=r.person,
            system=r.system,
            about=tuple(parties[key].name for key in concerned[r.pk] if key in parties),
        )
        for r in records
    ]


def _organisations(things: Iterable[str]) -> Iterator[UUID]:
    """The keys of organisations among the things a record speaks of."""
    table = f"{Organisation._meta.label_lower}:"
    return (UUID(thing.removeprefix(table)) for thing in things if thing.startswith(table))
