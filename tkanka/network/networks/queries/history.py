from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import QuerySet

from tkanka.ground.kit.deeds import verb_sentence
from tkanka.ground.ledger.models import Record, Touch
from tkanka.ground.ledger.queries import records_of
from tkanka.network.people.models import Person

from ..models import Organisation

ORGANISATION = f"{Organisation._meta.label_lower}:"


@dataclass(frozen=True, slots=True)
class Names:
    """What records refer to by key, by the names of today; erased people have none."""

    people: dict[UUID, str]
    parties: dict[UUID, str]


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
    return lines_of(records_of(thing, limit), known=thing if isinstance(thing, Organisation) else None)


def names_in(records: QuerySet[Record]) -> Names:
    """The names that any number of records speak of. Three queries."""
    chosen = records.order_by()
    touched = Touch.objects.filter(record__in=chosen, thing__startswith=ORGANISATION).values_list("thing", flat=True)
    spoken_for = chosen.values_list("acting_for", flat=True).distinct()
    return _named(
        Person.objects.filter(pk__in=chosen.exclude(person=None).values("person")),
        {*_organisations(touched.distinct()), *filter(None, spoken_for)},
    )


def lines_of(records: Sequence[Record], names: Names | None = None, *, known: Organisation | None = None) -> list[Line]:
    """Records of the ledger with names, in their order. Two queries, none where the names are given.

    What is `known` is not read again.
    """
    concerned = {r.pk: [*_organisations((r.subject, *r.concerns))] for r in records}
    if names is None:
        keys = {r.acting_for for r in records if r.acting_for}.union(*concerned.values())
        people = Person.objects.filter(pk__in={r.person for r in records if r.person})
        names = _named(people, keys - {known.pk} if known else keys)
        if known:
            names.parties[known.pk] = known.name
    return [
        Line(
            at=r.at,
            sentence=verb_sentence(r.verb, r.facts),
            who=names.people.get(r.person, "") if r.person else "",
            behalf=names.parties.get(r.acting_for, "") if r.acting_for else "",
            cites=tuple(r.cites),
            number=r.number,
            verb=r.verb,
            subject=r.subject,
            person=r.person,
            system=r.system,
            about=tuple(names.parties[key] for key in concerned[r.pk] if key in names.parties),
        )
        for r in records
    ]


def _named(people: QuerySet[Person], organisations: Collection[UUID]) -> Names:
    rows = Organisation.objects.filter(pk__in=organisations).values_list("pk", "name")
    return Names(people={p.pk: str(p) for p in people if not p.is_erased}, parties=dict(rows))


def _organisations(things: Iterable[str]) -> Iterator[UUID]:
    """The keys of organisations among the things a record speaks of."""
    return (UUID(thing.removeprefix(ORGANISATION)) for thing in things if thing.startswith(ORGANISATION))
