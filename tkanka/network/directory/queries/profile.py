"""One organisation, as its page shows it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Identifier, Membership, Network, Organisation, Status
from tkanka.network.networks.queries import memberships_of
from tkanka.network.places.models import Unit
from tkanka.network.tenure.queries import is_stale
from tkanka.network.vocabulary.entries import Entry, Vocabulary
from tkanka.rules.rulebook import Rulebook

from .rows import Line, line_of

NO_WORDS = Vocabulary({}, {})


@dataclass(frozen=True, slots=True)
class Profile:
    """What an organisation says of itself, and how it belongs. `tags` are its concepts by codelist."""

    party: Organisation
    membership: Membership
    line: Line
    areas: list[Unit]
    tags: dict[str, list[Entry]]
    numbers: list[Identifier]
    stale: bool

    @property
    def is_member(self) -> bool:
        return self.membership.status == Status.MEMBER

    @property
    def services(self) -> list[Entry]:
        return [*self.tags.get("services", []), *self.tags.get("support_services", [])]


@dataclass(frozen=True, slots=True)
class Face:
    """What everybody may read of an organisation in its own row, as plain values in the reader's language."""

    line: Line
    is_member: bool
    is_host: bool
    about: str
    nationwide: bool
    online: bool
    migrant_led: bool
    founded: int | None
    size: str
    voivodeship: str


def face_of(membership: Membership, book: Rulebook, day: date, *, is_host: bool) -> Face:
    """Without a query, where the organisation was read along."""
    party = membership.organisation
    return Face(
        line=line_of(membership, [], book, NO_WORDS, day),
        is_member=membership.status == Status.MEMBER,
        is_host=is_host,
        about=party.about,
        nationwide=party.nationwide,
        online=party.online,
        migrant_led=party.migrant_led,
        founded=party.founded,
        size=party.size,
        voivodeship=party.seat.admin1.code if party.seat and party.seat.admin1 else "",
    )


@dataclass(frozen=True, slots=True)
class Doing:
    """What an organisation says of itself beside its own row: where, what and for whom, and its numbers."""

    areas: list[Unit]
    tags: dict[str, list[Entry]]
    numbers: list[Identifier]

    @property
    def services(self) -> list[Entry]:
        return [*self.tags.get("services", []), *self.tags.get("support_services", [])]


def doing_of(key: UUID, words: Vocabulary) -> Doing:
    """Three queries."""
    party = Organisation(pk=key)
    return Doing(areas_served(party), tags_of(party, words), list(party.identifiers.order_by("scheme")))


def areas_served(party: Organisation) -> list[Unit]:
    return list(party.areas.select_related("admin1").order_by("level", "name")[:400])


def membership_in(network: Network, key: object, day: date) -> Membership:
    """How an organisation belongs to the network, with the organisation read along; Http404 where it does not."""
    rows = memberships_of(network, day, *Status.values)
    return one_of(rows.select_related("organisation__openness", "organisation__seat__admin1"), organisation=key)


def profile_in(network: Network, key: object, book: Rulebook, words: Vocabulary, day: date) -> Profile:
    """The profile of an organisation of this network; Http404 for any other. Four queries."""
    membership = membership_in(network, key, day)
    party = membership.organisation
    tags = tags_of(party, words)
    return Profile(
        party=party,
        membership=membership,
        line=line_of(membership, [e.id for entries in tags.values() for e in entries], book, words, day),
        areas=areas_served(party),
        tags=tags,
        numbers=list(party.identifiers.order_by("scheme")),
        stale=is_stale(book, party, day),
    )


def tags_of(party: Organisation, words: Vocabulary) -> dict[str, list[Entry]]:
    """Its concepts by codelist, each list in the vocabulary's order."""
    found: dict[str, list[Entry]] = {}
    keys = set(Organisation.concepts.through.objects.filter(organisation=party).values_list("concept_id", flat=True))
    for entry in sorted((words.entries[k] for k in keys if k in words.entries), key=lambda e: (e.order, e.code)):
        found.setdefault(entry.codelist, []).append(entry)
    return found
