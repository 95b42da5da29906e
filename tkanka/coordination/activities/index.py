"""What search knows of activities: what is published of them, and nothing else."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from tkanka.ground.search.actions import forget, index_many
from tkanka.ground.search.texts import Text
from tkanka.network.networks.models import Network
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.visibility import Audience

from .models import Activity, Row

KIND = "activity"
AT_ONCE = 500


def index_activities(network: Network, activities: list[Activity], at: datetime) -> None:
    """Let the published be found, and the others not. Called in the action that changes them."""
    for activity in activities:
        if not activity.is_published:
            forget(kind=KIND, key=activity.pk, network=network.pk)
    shown = [activity for activity in activities if activity.is_published]
    for start in range(0, len(shown), AT_ONCE):
        index_many(texts_of(network, shown[start : start + AT_ONCE], at))


def texts_of(network: Network, activities: list[Activity], at: datetime) -> Iterable[Text]:
    """The texts of some activities, with their services and groups in all languages and their published places."""
    words = vocabulary()
    rows = Row.objects.filter(activity__in=[a.pk for a in activities])
    concepts: dict[UUID, set[UUID]] = {a.pk: {k for k in (a.sector_id, a.service_id) if k} for a in activities}
    areas: dict[UUID, set[UUID]] = {a.pk: set() for a in activities}
    places: dict[UUID, set[str]] = {a.pk: set() for a in activities}
    shown = ("shown_unit", "shown_admin1", "shown_admin2", "shown_place")
    for key, group, unit, admin1, admin2, place in rows.values_list("activity", "group", *shown):
        concepts[key] |= {group} if group else set()
        areas[key] |= {one for one in (unit, admin1, admin2) if one}
        places[key] |= {place} if place else set()
    names = dict(Unit.objects.filter(pk__in=set().union(*areas.values())).values_list("pk", "name"))
    for activity in activities:
        said = [*words.names_of(concepts[activity.pk]), *sorted(places[activity.pk])]
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
