"""How many organisations each further facet would leave: shown beside it, and kept while nothing changes."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.core.cache import caches
from django.db.models import Count, QuerySet

from tkanka.network.networks.models import Membership, Network, Organisation
from tkanka.network.places.models import TERYT

from ..facets import Facets, years_at_work

Tags = Organisation.concepts.through
Areas = Organisation.areas.through
KEPT_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of organisations: in all, by concept (its own and what lies below), by voivodeship code, by traits."""

    total: int = 0
    concepts: Counter[UUID] = field(default_factory=Counter)
    areas: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    reaches: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)


def counts_of(rows: QuerySet[Membership], network: Network, facets: Facets, day: date, state: str) -> Counts:
    """Counted anew when anything was done in the network or to an organisation since `state`; else as kept."""
    asked = sha256(facets.without("sort").address.encode()).hexdigest()
    key = f"directory:{network.pk}:{day}:{asked}:{state}"
    kept: Counts | None = caches["process"].get(key)
    if kept is None:
        kept = _counted(rows, day)
        caches["process"].set(key, kept, KEPT_SECONDS)
    return kept


def _counted(rows: QuerySet[Membership], day: date) -> Counts:
    parties = rows.order_by().values("organisation")
    tags = Tags.objects.filter(organisation__in=parties)
    own = tags.order_by().values_list("concept").annotate(n=Count("organisation"))
    below = tags.exclude(concept__parent=None).order_by().values_list("concept__parent")
    concepts = Counter[UUID]()
    for concept, count in own.union(below.annotate(n=Count("organisation", distinct=True)), all=True):
        concepts[concept] += count
    areas = Areas.objects.filter(organisation__in=parties, unit__scheme__code=TERYT).order_by()
    kinds, reaches, sizes, years = _traits(rows, day)
    return Counts(
        total=kinds.total(),
        concepts=concepts,
        areas=Counter(dict(areas.values_list("unit__admin1__code").annotate(Count("organisation", distinct=True)))),
        kinds=kinds,
        reaches=reaches,
        sizes=sizes,
        years=years,
    )


def _traits(rows: QuerySet[Membership], day: date) -> tuple[Counter[str], ...]:
    """By kind, by reach, by size and by years at work, in one question."""
    kinds, reaches, sizes, years = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    traits = rows.order_by().values_list(*(f"organisation__{name}" for name in ("kind", "reach", "size", "founded")))
    for kind, reach, size, founded, count in traits.annotate(Count("pk")):
        kinds[kind] += count
        reaches[reach] += count
        sizes[size] += count
        years[years_at_work(founded, day.year)] += count
    return kinds, reaches, sizes, years
