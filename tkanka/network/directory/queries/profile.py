"""One organisation, as its page shows it."""

from dataclasses import dataclass
from datetime import date

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Identifier, Membership, Network, Organisation, Status
from tkanka.network.networks.queries import memberships_of
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.entries import Entry, Vocabulary
from tkanka.rules.rulebook import Rulebook

from .rows import Line, is_stale, line_of


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
        areas=list(party.areas.select_related("admin1").order_by("level", "name")[:400]),
        tags=tags,
        numbers=list(party.identifiers.order_by("scheme")),
        stale=is_stale(party, book, day),
    )


def tags_of(party: Organisation, words: Vocabulary) -> dict[str, list[Entry]]:
    """Its concepts by codelist, each list in the vocabulary's order."""
    found: dict[str, list[Entry]] = {}
    keys = set(Organisation.concepts.through.objects.filter(organisation=party).values_list("concept_id", flat=True))
    for entry in sorted((words.entries[k] for k in keys if k in words.entries), key=lambda e: (e.order, e.code)):
        found.setdefault(entry.codelist, []).append(entry)
    return found
