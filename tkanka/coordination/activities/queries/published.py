"""What everybody may know: published activities, with places only as exact as their organisation chose."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.network.places.models import Unit

from ..models import Activity, Row, Visibility


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A row as others may see it. `unit` is None where the place is hidden."""

    activity: UUID
    group: UUID | None
    unit: Unit | None
    place: str
    lat: float | None
    lon: float | None
    targeted: int | None
    reached: int | None
    capacity: int | None


def published(network: Network) -> QuerySet[Activity]:
    """The published activities of a network."""
    return Activity.objects.filter(network=network, visibility=Visibility.PUBLISHED)


def published_activity(network: Network, key: UUID) -> Activity:
    """One of them, or Http404."""
    return one_of(published(network).select_related("organisation"), pk=key)


def published_rows(activities: Iterable[Activity]) -> dict[UUID, list[PublishedRow]]:
    """Their rows, by activity, in the order of areas: one query."""
    rows = Row.objects.filter(activity__in=[one.pk for one in activities], shown=True)
    rows = rows.select_related("shown_unit", "shown_unit__parent").defer("unit", "place", "lat", "lon")
    found: dict[UUID, list[PublishedRow]] = defaultdict(list)
    for row in rows.order_by("shown_unit__code", "pk"):
        found[row.activity_id].append(_published(row))
    return found


def _published(row: Row) -> PublishedRow:
    return PublishedRow(
        activity=row.activity_id,
        group=row.group_id,
        unit=row.shown_unit,
        place=row.shown_place,
        lat=row.shown_lat,
        lon=row.shown_lon,
        targeted=row.targeted,
        reached=row.reached,
        capacity=row.capacity,
    )
