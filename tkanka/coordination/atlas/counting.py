"""Counting the register by area. Only what is published of a place is looked at.

An area is a text: the key of a powiat, of a voivodeship (for what is published no finer), of a country, or "" for
places that are not published. In a count by voivodeship or subregion it is the key of one of those.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count as Counted
from django.db.models import Q, QuerySet, Sum

from tkanka.coordination.activities.models import Row
from tkanka.network.networks.models import Network, Subregion

from .questions import By, Question


@dataclass(frozen=True, slots=True)
class Count:
    """What there is in an area. `capacity` is in people a month, of those activities that say it."""

    organisations: int = 0
    activities: int = 0
    capacity: int = 0


NOTHING = Count()
Counts = dict[str, Count]
# Revised area → the voivodeship around it ("" for a country or a hidden place), and the number of the revision.
Changed = Mapping[str, tuple[str, int]]


def rows_of(network: Network, question: Question) -> QuerySet[Row]:
    """The published rows that answer the question."""
    found = Row.objects.filter(network=network, shown=True, status__in=question.statuses)
    if question.service:
        found = found.filter(sector=question.service.parent or question.service.id)
        found = found.filter(service=question.service.id) if question.service.parent else found
    if question.groups is not None:
        found = found.filter(group__in=question.groups)
    if question.quarter:
        first, last = question.quarter
        found = found.filter(Q(starts=None) | Q(starts__lte=last), Q(ends=None) | Q(ends__gte=first))
    return found


def count(network: Network, question: Question) -> Counts:
    """Count everything, from the rows themselves."""
    rows = rows_of(network, question)
    if question.by is By.SUBREGION:
        return _by_subregion(rows, _subregions(network))
    return _known(rows.filter(shown_admin1__isnull=False), question.by) | _nowhere(rows)


def recount(network: Network, question: Question, changed: Changed) -> Counts:
    """Count again what lies in the changed areas; what comes back is right for them and whatever else it names."""
    rows = rows_of(network, question)
    if question.by is By.SUBREGION:
        touched = areas_touched(network, question.by, changed)
        return _by_subregion(rows, {k: units for k, units in _subregions(network).items() if str(k) in touched})
    above = {UUID(voivodeship) for voivodeship, _number in changed.values() if voivodeship}
    found: Counts = {}
    for inside in _parts(question.by, changed):
        found |= _known(rows.filter(inside, shown_admin1__in=above), question.by)
    return found | _nowhere(rows) if any(not voivodeship for voivodeship, _number in changed.values()) else found


def _parts(by: By, changed: Changed) -> list[Q]:
    """The changed areas as conditions of which each is a range of the index: powiats, and voivodeships as such."""
    inside = [area for area, (voivodeship, _number) in changed.items() if voivodeship]
    if by is By.VOIVODESHIP:
        return [Q()] if inside else []
    powiats = [UUID(area) for area in inside if area != changed[area][0]]
    found = [Q(shown_admin2__in=powiats)] if powiats else []
    return found + ([Q(shown_admin2=None)] if len(powiats) < len(inside) else [])


def _known(rows: QuerySet[Row], by: By) -> Counts:
    return _by(rows, ["shown_admin1", "shown_admin2"] if by is By.POWIAT else ["shown_admin1"])


def _nowhere(rows: QuerySet[Row]) -> Counts:
    """What is published of no voivodeship: of the whole country, or not at all.

    Grouped by what is empty as well, for that is how the covering index begins; SQLite would read all rows otherwise.
    """
    return _by(rows.filter(shown_admin1=None, shown_admin2=None), ["shown_admin1", "shown_admin2", "shown_unit"])


def _by_subregion(rows: QuerySet[Row], subregions: Mapping[UUID, list[UUID]]) -> Counts:
    found: Counts = {}
    for key, units in subregions.items():
        if counted := _by(rows.filter(shown_admin2__in=units), []):
            found[str(key)] = counted[""]
    return found


def _subregions(network: Network) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {}
    pairs = Subregion.units.through.objects.filter(subregion__network=network).values_list("subregion", "unit")
    for subregion, unit in pairs:
        found.setdefault(subregion, []).append(unit)
    return found


def areas_touched(network: Network, by: By, changed: Changed) -> set[str]:
    """The counted areas in which something changed."""
    if by is By.POWIAT:
        return set(changed)
    if by is By.VOIVODESHIP:
        return {above or area for area, (above, _number) in changed.items()}
    return {str(key) for key, units in _subregions(network).items() if any(str(unit) in changed for unit in units)}


def _by(rows: QuerySet[Row], columns: list[str]) -> Counts:
    """Counts by the last column that says something, each organisation and activity once an area."""
    counted = {
        "parties": Counted("organisation", distinct=True),
        "entries": Counted("activity", distinct=True),
        "people": Sum("people_capacity"),
    }
    if not columns:
        told = rows.aggregate(**counted)
        return {"": Count(told["parties"], told["entries"], told["people"] or 0)} if told["parties"] else {}
    found: Counts = {}
    for *keys, parties, entries, people in rows.order_by().values_list(*columns).annotate(**counted):
        area = next((str(key) for key in reversed(keys) if key), "")
        found[area] = Count(parties, entries, people or 0)
    return found
