"""The register as lines to be written out: what is published of it, or what an organisation has stored."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from tkanka.network.networks.models import Identifier
from tkanka.network.places.models import Unit

from ..models import Activity, Row
from .own import linked_concepts, own_rows
from .published import PublishedRow, published_rows

AT_ONCE = 500
REGISTERS = ("krs", "nip", "regon", "other")


@dataclass(frozen=True, slots=True)
class Exported:
    """One area and group of an activity. `unit` is None where the place is not published."""

    activity: Activity
    row: PublishedRow
    languages: frozenset[UUID]
    legal_statuses: frozenset[UUID]
    number: str
    around: dict[UUID, Unit] = field(default_factory=dict)

    def unit_at(self, level: int) -> Unit | None:
        """The unit of this depth the row lies in; None where it is not so exact, or hidden."""
        unit = self.row.unit
        if unit is None or unit.level < level:
            return None
        if unit.level == level:
            return unit
        above = {0: unit.admin0_id, 1: unit.admin1_id, 2: unit.admin2_id}[level]
        return self.around.get(above) if above else None


def exported(activities: QuerySet[Activity], *, stored: bool = False) -> Iterator[Exported]:
    """The rows of the activities, in their order. `stored` gives places as they are kept: for their own people only."""
    around: dict[UUID, Unit] = {}
    keys = list(activities.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        found = Activity.objects.select_related("organisation").in_bulk(keys[start : start + AT_ONCE])
        some = [found[key] for key in keys[start : start + AT_ONCE] if key in found]
        rows = _stored(some) if stored else published_rows(some)
        numbers, lists = _numbers(some), _lists(some)
        _learn(around, [row.unit for many in rows.values() for row in many if row.unit])
        for one in some:
            languages, statuses = (frozenset(lists[name][one.pk]) for name in ("languages", "legal_statuses"))
            for row in rows.get(one.pk, ()):
                yield Exported(one, row, languages, statuses, numbers.get(one.organisation_id, ""), around)


def _stored(activities: list[Activity]) -> dict[UUID, list[PublishedRow]]:
    return {key: [_as_stored(row) for row in rows] for key, rows in own_rows(activities).items()}


def _as_stored(row: Row) -> PublishedRow:
    return PublishedRow(
        activity=row.activity_id,
        group=row.group_id,
        unit=row.unit,
        place=row.place,
        lat=row.lat,
        lon=row.lon,
        targeted=row.targeted,
        reached=row.reached,
        capacity=row.capacity,
    )


def _lists(activities: list[Activity]) -> dict[str, Any]:
    return {
        "languages": linked_concepts(Activity.languages.through, activities),
        "legal_statuses": linked_concepts(Activity.legal_statuses.through, activities),
    }


def _numbers(activities: list[Activity]) -> dict[UUID, str]:
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    rows = Identifier.objects.filter(organisation__in={one.organisation_id for one in activities})
    for party, scheme, number in rows.values_list("organisation", "scheme", "number"):
        found[party][scheme] = number
    return {party: next(many[one] for one in REGISTERS if one in many) for party, many in found.items()}


def _learn(around: dict[UUID, Unit], units: list[Unit]) -> None:
    """Read the units around these that are not known yet."""
    wanted = {key for unit in units for key in (unit.admin0_id, unit.admin1_id, unit.admin2_id) if key}
    if missing := wanted - set(around):
        around |= Unit.objects.in_bulk(missing)
