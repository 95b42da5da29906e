"""The published activities that answer a question."""

from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.ground.search.queries import matching_keys
from tkanka.network.networks.models import Network
from tkanka.network.places.models import Level, Unit
from tkanka.rules.visibility import Audience

from ..filters import Wanted
from ..index import KIND
from ..models import Activity, Row
from .published import published

SORTS = {
    "new": ("-changed_at", "id"),
    "title": ("title", "id"),
    "organisation": ("organisation__name", "title", "id"),
    "starts": ("-starts", "id"),
}


def wanted_activities(network: Network, wanted: Wanted) -> QuerySet[Activity]:
    """Published activities that answer, unordered. A place answers for what lies in it and for what covers it."""
    found = published(network).filter(status__in=wanted.statuses)
    for column, value in (
        ("organisation", wanted.organisation),
        ("languages", wanted.language),
        ("intake", wanted.intake),
        ("cost", wanted.cost),
    ):
        found = found.filter(**{column: value}) if value else found
    if wanted.services is not None:
        found = found.filter(Q(service__in=wanted.services) | Q(sector__in=wanted.services))
    if wanted.on:
        found = found.filter(running_on(wanted))
    if rows := _rows_condition(wanted):
        found = found.filter(pk__in=Row.objects.filter(rows, network=network, shown=True).values("activity"))
    return found.filter(pk__in=_keys(network, wanted.q)) if wanted.q else found


def running_on(wanted: Wanted) -> Q:
    """Begun by that day and not ended before it; an unknown day stands in nobody's way."""
    return (Q(starts=None) | Q(starts__lte=wanted.on)) & (Q(ends=None) | Q(ends__gte=wanted.on))


def _rows_condition(wanted: Wanted) -> Q | None:
    found = Q()
    if wanted.groups is not None:
        found &= Q(group__in=wanted.groups)
    if wanted.unit:
        found &= covering_shown(wanted.unit)
    if wanted.subregion:
        found &= Q(shown_admin2__in=wanted.subregion.units.values("pk"))
    return found or None


def covering_shown(unit: Unit) -> Q:
    """Rows whose published area is this unit, lies in it, or contains it."""
    inside = {Level.VOIVODESHIP: "shown_admin1", Level.POWIAT: "shown_admin2", Level.GMINA: "shown_unit"}
    above = [key for key in (unit.admin0_id, unit.admin1_id, unit.admin2_id) if key]
    if unit.level == Level.COUNTRY:
        return Q(shown_unit__admin0=unit.pk)
    return Q(**{inside[Level(unit.level)]: unit.pk}) | Q(shown_unit__in=above)


def _keys(network: Network, words: str) -> list[UUID]:
    return matching_keys(words, kind=KIND, network=network.pk, audiences=frozenset({Audience.PUBLIC}))
