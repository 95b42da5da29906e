"""All contacts of a network at once: organisations with what the reader may see of how to reach them and whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q, QuerySet

from tkanka.network.networks.models import Membership, Network
from tkanka.network.tenure.queries import is_stale
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.defaults import held
from tkanka.rules.membership import fresh_until
from tkanka.rules.names import folded
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Standing
from tkanka.rules.visibility import audiences_of

from ..facets import Facets
from ..models import ContactPerson, Openness
from .cards import Card, agreed, cards_of
from .contacts import Reached, reached
from .listing import listed

SEARCHED = ("public", "members", "secretariat")
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One organisation in the base."""

    membership: Membership
    reached: Reached
    cards: list[Card]


def based(
    network: Network, facets: Facets, day: date, book: Rulebook, words: Vocabulary, by: Standing
) -> QuerySet[Membership]:
    """Memberships of the base by facets; the words of `q` are sought in names and in what the reader may see."""
    rows = listed(network, facets.without("q"), day, words, audiences_of(by))
    for word in folded(facets.q).split()[:MOST_WORDS]:
        party = Q(organisation__name_key__contains=word) | Q(organisation__name__icontains=word)
        rows = rows.filter(party | Q(Exists(said(word, by))) & shows_contacts(book, day, by))
    return rows.select_related("organisation", "organisation__seat__admin1").order_by("organisation__name", "pk")


def said(word: str, by: Standing) -> QuerySet[ContactPerson]:
    """Cards that say the word in a field the reader may see."""
    cards = agreed(ContactPerson.objects.filter(organisation=OuterRef("organisation")))
    wanted = Q(pk__in=[])
    for audience in audiences_of(by):
        wanted |= Q(**{f"sought_{audience.value}__contains": word})
    return cards.filter(wanted)


def shows_contacts(book: Rulebook, day: date, by: Standing) -> Q:
    """Organisations whose contacts the reader may see: not those that nobody confirmed for long, but for one's own."""
    if by.keeps_the_network:
        return Q()
    edge = datetime.combine(fresh_since(book, day), time(), tzinfo=UTC)
    return Q(organisation__confirmed_at__gte=edge) | Q(organisation__in=[m.organisation for m in by.mandates])


def fresh_since(book: Rulebook, day: date) -> date:
    """The first day whose confirmation still holds on `day`."""
    edge = day - relativedelta(months=held(book, "membership.freshness_months").value)
    while fresh_until(book, edge) < day:  # months differ in length
        edge += timedelta(days=1)
    return edge


def entries_of(memberships: Iterable[Membership], book: Rulebook, day: date, by: Standing) -> list[Entry]:
    """Two queries for all the rows."""
    rows = list(memberships)
    keys = [m.organisation_id for m in rows]
    openness = {one.organisation_id: one for one in Openness.objects.filter(organisation__in=keys)}
    cards = cards_of(keys, by, most=20_000)
    found = []
    for m in rows:
        party = m.organisation
        party_openness = openness.get(party.pk) or Openness(organisation=party)
        reach = reached(party, by, stale=is_stale(book, party, day), openness=party_openness)
        found.append(Entry(m, reach, [] if reach.hidden else cards.get(party.pk, [])))
    return found
