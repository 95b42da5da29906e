"""What a line of the directory says of an organisation, read for a whole page at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import NAMES
from tkanka.network.networks.models import Membership, Organisation, Subregion
from tkanka.network.places.models import TERYT
from tkanka.network.places.queries import unit_at
from tkanka.network.tenure.queries import is_stale
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.rulebook import Rulebook

from ..facets import CONCEPTS
from .listing import concept_of

SHOWN = 3
TRAITS = {"reach": "reach", "size": "sizes"}
WORDS = {
    "kind": NAMES["Kind"],
    "status": NAMES["Status"],
    "years": {
        "under_3": _("działa krócej niż 3 lata"),
        "from_3_to_9": _("działa od 3 do 9 lat"),
        "from_10_to_19": _("działa od 10 do 19 lat"),
        "from_20": _("działa co najmniej 20 lat"),
    },
    "led": {"1": _("prowadzona przez osoby z doświadczeniem migracji")},
}


@dataclass(frozen=True, slots=True)
class Line:
    key: UUID
    name: str
    language: str
    kind: str
    town: str
    region: str
    does: str
    languages: str
    status: str
    since: date
    confirmed_at: datetime | None
    stale: bool

    @property
    def kind_label(self) -> str:
        return str(NAMES["Kind"].get(self.kind, self.kind))

    @property
    def status_label(self) -> str:
        """Observer or partner; nothing for members."""
        return str(NAMES["Status"].get(self.status, ""))


def lines_of(memberships: Iterable[Membership], book: Rulebook, words: Vocabulary, day: date) -> list[Line]:
    """One query for all the rows."""
    rows = list(memberships)
    tags: dict[UUID, list[UUID]] = {}
    pairs = Organisation.concepts.through.objects.filter(organisation__in=[m.organisation_id for m in rows])
    for party, concept in pairs.values_list("organisation_id", "concept_id"):
        tags.setdefault(party, []).append(concept)
    return [line_of(m, tags.get(m.organisation_id, []), book, words, day) for m in rows]


def line_of(m: Membership, tags: list[UUID], book: Rulebook, words: Vocabulary, day: date) -> Line:
    party = m.organisation
    return Line(
        key=party.pk,
        name=party.name,
        language=party.language,
        kind=party.kind,
        town=party.town or (party.seat.label if party.seat else ""),
        region=party.seat.admin1.label if party.seat and party.seat.admin1 else "",
        does=some(tags, words, "services", "support_services"),
        languages=some(tags, words, "languages"),
        status=m.status,
        since=m.since,
        confirmed_at=party.confirmed_at,
        stale=is_stale(book, party, day),
    )


def some(tags: list[UUID], words: Vocabulary, *codelists: str) -> str:
    """The first few labels of these lists, in the lists' order."""
    found = sorted(
        (e for key in tags if (e := words.entries.get(key)) and e.codelist in codelists), key=lambda e: e.order
    )
    more = "…" if len(found) > SHOWN else ""
    return ", ".join(e.label for e in found[:SHOWN]) + more


def said(name: str, value: str, words: Vocabulary) -> str:
    """The value of a facet in the reader's language; as it was typed where nothing is called so."""
    if name in CONCEPTS:
        concept = concept_of(name, value, words)
        return concept.label if concept else value
    if name in TRAITS:
        entry = words.by_code.get((TRAITS[name], value))
        return entry.label if entry else value
    if name == "area":
        unit = unit_at(TERYT, value)
        return unit.title if unit else value
    if name == "subregion":
        return subregion_label(value)
    return str(WORDS.get(name, {}).get(value, value))


def subregion_label(key: str) -> str:
    try:
        found = Subregion.objects.filter(pk=key).first()
    except (ValidationError, ValueError):
        found = None
    return found.label if found else key
