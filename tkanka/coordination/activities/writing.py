"""Activities and their rows as they are stored, many at once. Called inside actions only."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import router
from django.db.models import F

from tkanka.ground.kit.inserting import Values, insert_values, values_of
from tkanka.ground.search.models import Entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.activities import Precision
from tkanka.rules.ruling import Refused, check

from .facts import Facts, Spot, shares
from .index import found_by, index_prepared
from .keys import row_key
from .models import COUNTING_PEOPLE, Activity, Revision, Row, Visibility
from .placing import shown_place

AT_ONCE = 500


@dataclass(slots=True)
class Draft:
    """An activity (stored already or not) and what is now said of it."""

    activity: Activity
    facts: Facts


@dataclass(slots=True)
class Prepared:
    """All that is to be stored, ready: `new` and `values` are columns, see `ground.kit.inserting`."""

    drafts: list[Draft]
    new: Values
    rows: list[Row]
    values: Values
    found: list[Entry]


def write(network: Network, drafts: list[Draft], at: datetime) -> list[Activity]:
    """Store the activities with their rows, and let search and counts know.

    Raises Refused when a published row says what another says already (the natural key).
    """
    _wait_for_organisations(drafts)
    return store(network, prepared(network, drafts, at))


def prepared(network: Network, drafts: list[Draft], at: datetime) -> Prepared:
    """The activities described anew, with their rows and what search will know of them. Nothing is written."""
    words = vocabulary()
    for draft in drafts:
        _describe(draft, words, at)
    rows = [row for draft in drafts for row in _rows(draft)]
    new = values_of(Activity, (d.activity for d in drafts if d.activity._state.adding))
    return Prepared(drafts, new, rows, values_of(Row, rows), found_by(network, _activities(drafts), rows, at))


def store(network: Network, ready: Prepared) -> list[Activity]:
    """Write what was prepared; raises as `write` does."""
    drafts, rows = ready.drafts, ready.rows
    _wait_for_organisations(drafts)
    new = [d.activity for d in drafts if d.activity._state.adding]
    old = [d.activity for d in drafts if not d.activity._state.adding]
    areas = areas_of(old)
    insert_values(Activity, ready.new)
    Activity.objects.bulk_update(old, _CHANGING, batch_size=200)
    _write_lists(drafts, old)
    _write_rows(old, rows, ready.values)
    for activity in new:
        activity._state.adding, activity._state.db = False, router.db_for_write(Activity)
    revise(network, areas | {_area(row) for row in rows if row.shown})
    index_prepared(network, _activities(drafts), ready.found, {activity.pk for activity in new})
    return _activities(drafts)


def _activities(drafts: list[Draft]) -> list[Activity]:
    return [draft.activity for draft in drafts]


def _wait_for_organisations(drafts: list[Draft]) -> None:
    """Whoever writes for the same organisation waits, so that two can never say the same thing at once."""
    keys = sorted({draft.activity.organisation_id for draft in drafts})
    list(Organisation.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk", flat=True))


_CHANGING = [
    *(f.name for f in Activity._meta.concrete_fields if f.name not in {"id", "network", "organisation", "created_at"})
]


def _describe(draft: Draft, words: Vocabulary, at: datetime) -> None:
    activity, facts = draft.activity, draft.facts
    for field, value in facts.columns().items():
        setattr(activity, field, str(value) if field in ("status", "precision") else value)
    activity.service_id = facts.service
    activity.sector_id = sector_of(facts, words)
    activity.changed_at = activity.confirmed_at = at
    if activity._state.adding:
        activity.created_at = at


def sector_of(facts: Facts, words: Vocabulary) -> UUID:
    """The first level the service stands below. Raises ValueError when neither is told."""
    if facts.service is None:
        if facts.sector is None:
            raise ValueError("an activity has a service or at least a sector")
        return facts.sector
    return words.entries[facts.service].parent or facts.service


def _write_lists(drafts: list[Draft], old: list[Activity]) -> None:
    lists: dict[str, Any] = {"languages": Activity.languages.through, "legal_statuses": Activity.legal_statuses.through}
    for field, through in lists.items():
        through.objects.filter(activity__in=[activity.pk for activity in old]).delete()
        through.objects.bulk_create(
            (
                through(activity_id=d.activity.pk, concept_id=key)
                for d in drafts
                for key in sorted(getattr(d.facts, field))
            ),
            batch_size=AT_ONCE,
        )


def _write_rows(old: list[Activity], rows: list[Row], values: Values) -> None:
    """Replace the rows of the old by the new ones; a key somebody else has is a repetition."""
    Row.objects.filter(activity__in=[a.pk for a in old]).delete()
    times: Counter[UUID | None] = Counter(row.key for row in rows if row.key)
    taken = _holder_of(list(times)) or next((row.activity for row in rows if times[row.key] > 1), None)
    if taken is not None:
        raise Refused(check(False, "activity_not_repeated", title=taken.title, activity=taken.pk))
    insert_values(Row, values)


def _holder_of(keys: list[UUID | None]) -> Activity | None:
    for start in range(0, len(keys), AT_ONCE):
        found = Row.objects.filter(key__in=keys[start : start + AT_ONCE]).select_related("activity").first()
        if found:
            return found.activity
    return None


def _rows(draft: Draft) -> list[Row]:
    parts = shares(draft.facts.capacity, draft.facts.spots)
    return [_row(draft.activity, spot, part) for spot, part in zip(draft.facts.spots, parts, strict=True)]


def _row(activity: Activity, spot: Spot, capacity: int | None) -> Row:
    unit, shown = spot.unit, shown_place(spot.unit, Precision(activity.precision), spot.place, spot.lat, spot.lon)
    published = activity.visibility == Visibility.PUBLISHED
    return Row(
        activity=activity,
        network_id=activity.network_id,
        organisation_id=activity.organisation_id,
        sector_id=activity.sector_id,
        service_id=activity.service_id,
        group_id=spot.group,
        status=activity.status,
        starts=activity.starts,
        ends=activity.ends,
        funding_ends=activity.funding_ends,
        unit=unit,
        admin1_id=unit.admin1_id,
        admin2_id=unit.admin2_id,
        place=spot.place,
        lat=spot.lat,
        lon=spot.lon,
        shown=published,
        shown_unit_id=shown.unit,
        shown_admin1_id=shown.admin1,
        shown_admin2_id=shown.admin2,
        shown_place=shown.place,
        shown_lat=shown.lat,
        shown_lon=shown.lon,
        targeted=spot.targeted,
        reached=spot.reached,
        capacity=capacity,
        people_capacity=capacity if activity.capacity_unit in COUNTING_PEOPLE else None,
        key=key_of(activity, unit.pk, spot.group) if published else None,
    )


def key_of(activity: Activity, unit: UUID, group: UUID | None) -> UUID:
    """The natural key of one of the activity's rows."""
    return row_key(
        network=activity.network_id,
        organisation=activity.organisation_id,
        sector=activity.sector_id,
        service=activity.service_id,
        title=activity.title,
        unit=unit,
        group=group,
        starts=activity.starts,
        ends=activity.ends,
    )


def _area(row: Row) -> UUID | None:
    return row.shown_admin2_id or row.shown_admin1_id or row.shown_unit_id


def areas_of(activities: Iterable[Activity]) -> set[UUID | None]:
    """The published areas in which the activities are counted now."""
    found: set[UUID | None] = set()
    keys = [activity.pk for activity in activities]
    for start in range(0, len(keys), AT_ONCE):
        rows = Row.objects.filter(activity__in=keys[start : start + AT_ONCE], shown=True)
        for admin2, admin1, unit in rows.values_list("shown_admin2", "shown_admin1", "shown_unit").distinct():
            found.add(admin2 or admin1 or unit)
    return found


def revise(network: Network, areas: set[UUID | None]) -> None:
    """Whatever is kept of these areas is stale from now on."""
    names = {str(area or ""): area for area in areas}
    Revision.objects.bulk_create(
        (Revision(network=network, area=name, unit_id=names[name], number=0) for name in sorted(names)),
        batch_size=AT_ONCE,
        ignore_conflicts=True,
    )
    held = Revision.objects.select_for_update().filter(network=network, area__in=names).order_by("area")
    Revision.objects.filter(pk__in=[revision.pk for revision in held]).update(number=F("number") + 1)
