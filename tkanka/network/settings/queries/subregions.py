"""Subregions and the powiats they are made of."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Subregion
from tkanka.network.networks.queries import subregions_of
from tkanka.network.places.models import TERYT, Level, Unit
from tkanka.network.places.queries import units_of


@dataclass(frozen=True, slots=True)
class Area:
    """A voivodeship and its powiats, for choosing."""

    unit: Unit
    powiats: tuple[Unit, ...]


def subregions_with_units(network: Network, limit: int = 200) -> list[Subregion]:
    """The subregions of a network with their powiats read along: two queries."""
    powiats = Unit.objects.select_related("parent").order_by("folded")
    return list(subregions_of(network).prefetch_related(Prefetch("units", powiats))[:limit])


def subregion_in(network: Network, key: UUID) -> Subregion:
    return one_of(Subregion.objects.select_related("network"), network=network, pk=key)


def area_of(scheme: str = TERYT) -> list[Area]:
    """Every voivodeship with its powiats by name: one query."""
    units = list(units_of(scheme).filter(level__in=[Level.VOIVODESHIP, Level.POWIAT]))
    powiats: dict[UUID | None, list[Unit]] = {}
    for unit in units:
        if unit.level == Level.POWIAT:
            powiats.setdefault(unit.parent_id, []).append(unit)
    above = sorted((unit for unit in units if unit.level == Level.VOIVODESHIP), key=by_name)
    return [Area(unit, tuple(sorted(powiats.get(unit.pk, []), key=by_name))) for unit in above]


def by_name(unit: Unit) -> str:
    """The order of a Polish reader: Łódź stands among L, a town beside its powiat."""
    return unit.folded
