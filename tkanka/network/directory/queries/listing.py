"""The list of organisations, by facets."""

from datetime import date
from functools import reduce
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from tkanka.ground.search.queries import matching_keys
from tkanka.network.networks.models import Membership, Network, Organisation, Status, Subregion
from tkanka.network.networks.models.belonging import in_force
from tkanka.network.places.models import TERYT, Unit
from tkanka.network.places.queries import covering, unit_at
from tkanka.network.vocabulary.entries import Entry, Vocabulary
from tkanka.rules.visibility import Audience

from ..facets import CONCEPTS, YEARS, Facets, founded_within

Rows = QuerySet[Membership]
Areas = Organisation.areas.through
Tags = Organisation.concepts.through
ORDERS: dict[str, tuple[str | Combinable, ...]] = {
    "name": ("organisation__name", "pk"),
    "confirmed": (F("organisation__confirmed_at").desc(nulls_last=True), "pk"),
    "joined": ("-since", "organisation__name"),
}


def listed(
    network: Network, facets: Facets, day: date, words: Vocabulary, audiences: frozenset[Audience]
) -> QuerySet[Membership]:
    """Memberships in force whose organisation answers all facets. A value nobody knows finds nothing."""
    rows = Membership.objects.filter(in_force(day), network=network)
    rows = rows.filter(status=facets.status) if facets.status in Status.values else rows
    for condition in conditions(network, facets, words, day):
        rows = rows.filter(condition)
    if facets.q:
        rows = rows.filter(organisation__in=named(network, facets.q, words, audiences))
    return rows


def ordered(rows: QuerySet[Membership], facets: Facets) -> QuerySet[Membership]:
    return rows.select_related("organisation", "organisation__seat__admin1").order_by(*ORDERS[facets.sort])


def conditions(network: Network, facets: Facets, words: Vocabulary, day: date) -> list[Q | Exists]:
    found: list[Q | Exists] = []
    for name in ("kind", "reach", "size"):
        if value := getattr(facets, name):
            found.append(Q(**{f"organisation__{name}": value}))
    if facets.years:
        found.append(at_work(facets.years, day))
    if facets.led:
        found.append(Q(organisation__migrant_led=True))
    for name in CONCEPTS:
        if value := getattr(facets, name):
            found.append(tagged(name, value, words))
    if facets.area:
        found.append(in_area(facets.area))
    if facets.subregion:
        found.append(in_subregion(network, facets.subregion))
    return found


def at_work(years: str, day: date) -> Q:
    """Organisations that have been at work for that span of years; those that do not say are in none."""
    if years not in YEARS:
        return Q(pk__in=[])
    return Q(organisation__founded__range=founded_within(years, day.year))


def tagged(facet: str, code: str, words: Vocabulary) -> Exists:
    """Organisations that name the concept, or one below it."""
    concept = concept_of(facet, code, words)
    keys = words.with_descendants([concept.id]) if concept else []
    return Exists(Tags.objects.filter(organisation=OuterRef("organisation"), concept__in=keys))


def concept_of(facet: str, code: str, words: Vocabulary) -> Entry | None:
    found = (words.by_code.get((codelist, code)) for codelist in CONCEPTS[facet])
    return next((entry for entry in found if entry), None)


def in_area(code: str) -> Q:
    """Organisations that work there: in the unit, in a part of it, in what contains it, or in the whole country."""
    unit = unit_at(TERYT, code)
    return works_in(covering("unit", unit), [unit]) if unit else Q(pk__in=[])


def works_in(where: Q, units: list[Unit]) -> Q:
    seats = reduce(Q.__or__, (Q(organisation__seat__in=[u.pk]) for u in units), Q(pk__in=[]))
    areas = Exists(Areas.objects.filter(where, organisation=OuterRef("organisation")))
    return Q(organisation__nationwide=True) | Q(areas) | seats


def in_subregion(network: Network, key: str) -> Q:
    try:
        subregion = Subregion.objects.prefetch_related("units").filter(network=network, pk=key).first()
    except (ValidationError, ValueError):
        subregion = None
    if subregion is None:
        return Q(pk__in=[])
    units = list(subregion.units.all())
    return works_in(reduce(Q.__or__, (covering("unit", unit) for unit in units), Q(pk__in=[])), units)


def named(network: Network, q: str, words: Vocabulary, audiences: frozenset[Audience]) -> list[UUID]:
    return matching_keys(q, kind="organisation", network=network.pk, audiences=audiences, widen=words.widen)
