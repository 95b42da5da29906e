"""What search knows of activities: what is published of them, and nothing else."""

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from tkanka.ground.search.actions import entries_of, forget, index_entries, index_new
from tkanka.ground.search.models import Entry
from tkanka.ground.search.texts import Text
from tkanka.network.networks.models import Network
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.visibility import Audience

from .models import Activity, Row

KIND = "activity"


def found_by(network: Network, activities: list[Activity], rows: Iterable[Row], at: datetime) -> list[Entry]:
    """What the published of the activities, with these rows, are to be found by."""
    shown = [activity for activity in activities if activity.is_published]
    return entries_of(_texts(network, shown, [(row.activity_id, *_PLACES(row)) for row in rows], at))


def index_activities(network: Network, activities: list[Activity], at: datetime) -> None:
    """Let the published be found, and the others not. Called in the action that changes them."""
    shown = [activity for activity in activities if activity.is_published]
    index_prepared(network, activities, entries_of(texts_of(network, shown, at)), set())


def index_prepared(network: Network, activities: list[Activity], found: list[Entry], new: set[UUID]) -> None:
    """The same with what `found_by` said of them; `new` are those that were never stored before."""
    for activity in activities:
        if not activity.is_published and activity.pk not in new:
            forget(kind=KIND, key=activity.pk, network=network.pk)
    index_new(entry for entry in found if entry.key in new)
    index_entries(entry for entry in found if entry.key not in new)


_COLUMNS = ("group_id", "shown_unit_id", "shown_admin1_id", "shown_admin2_id", "shown_place")
_PLACES = attrgetter(*_COLUMNS)


def texts_of(network: Network, activities: list[Activity], at: datetime) -> Iterable[Text]:
    """The texts of some activities, with their services and groups in all languages and their published places."""
    rows = Row.objects.filter(activity__in=[a.pk for a in activities])
    return _texts(network, activities, rows.values_list("activity_id", *_COLUMNS), at)


def _texts(network: Network, activities: list[Activity], rows: Iterable[Any], at: datetime) -> Iterable[Text]:
    words = vocabulary()
    concepts: dict[UUID, set[UUID]] = {a.pk: {k for k in (a.sector_id, a.service_id) if k} for a in activities}
    areas: dict[UUID, set[UUID]] = {a.pk: set() for a in activities}
    places: dict[UUID, set[str]] = {a.pk: set() for a in activities}
    for key, group, unit, admin1, admin2, place in rows:
        if key not in concepts:
            continue
        concepts[key] |= {group} if group else set()
        areas[key] |= {one for one in (unit, admin1, admin2) if one}
        places[key] |= {place} if place else set()
    names = dict(Unit.objects.filter(pk__in=set().union(*areas.values())).values_list("pk", "name"))
    called: dict[frozenset[UUID], str] = {}
    for activity in activities:
        meant = frozenset(concepts[activity.pk])
        if meant not in called:
            called[meant] = " ".join(words.names_of(sorted(meant)))
        said = [called[meant], *sorted(places[activity.pk])]
        said += sorted(names[key] for key in areas[activity.pk] if key in names)
        yield Text(
            kind=KIND,
            key=activity.pk,
            network=network.pk,
            audience=Audience.PUBLIC,
            language=activity.language,
            title=activity.title,
            lead=activity.description[:300],
            text=" · ".join(filter(None, [activity.description, *said])),
            url=f"/n/{network.slug}/activities/{activity.pk}/",
            at=at,
        )
