from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.queries import person_by_key
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.calendar import EventSource
from tkanka.rules.standing import Standing

from ..index import index_event
from ..models import Event
from ..queries import event_from

FOLLOWED = (
    "title", "text", "language", "kind", "starts_at", "ends_at", "timezone", "all_day", "place", "area", "online",
    "url", "audience", "body", "organisation", "published_at",
)  # fmt: skip


def put_event(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    source: EventSource,
    source_key: str,
    uid: str,
    themes: Collection[UUID] | None = None,
    hosts: Collection[UUID] | None = None,
    **fields: Any,
) -> Event:
    """Write an event, or change the one that came from the same source; unchanged, its sequence stays.

    `fields` are those of the table. `themes` and `hosts` are keys; None leaves them as they are.
    """
    unknown = set(fields) - set(FOLLOWED)
    if unknown:
        raise TypeError(f"no fields of an event: {sorted(unknown)}")
    with entry("event.put", by=by, at=at) as record:
        found = event_from(network, source, source_key)
        new = found is None
        if found is None:
            person = person_by_key(by.person) if by.person else None
            found = Event.objects.create(
                network=network, source=source, source_key=source_key, uid=uid, created_at=at, created_by=person,
                changed_at=at, **fields,
            )  # fmt: skip
            changed = False
        else:
            found = locked(found)
            changed = _changed(found, fields) or found.cancelled_at is not None
        if themes is not None:
            changed = _replaced(found.themes, Concept.objects.filter(pk__in=themes)) or changed
        if hosts is not None:
            changed = _replaced(found.hosts, Organisation.objects.filter(pk__in=hosts)) or changed
        if changed and not new:
            found.sequence, found.changed_at, found.cancelled_at = found.sequence + 1, at, None
            found.save()
        index_event(found)
        record.about(found, sequence=found.sequence)
        return found


def cancel_event(*, by: Standing, at: datetime, event: Event) -> Event:
    """It does not take place. It stays in the calendar, crossed out."""
    with entry("event.cancelled", by=by, at=at) as record:
        event = locked(event)
        if event.cancelled_at is None:
            event.cancelled_at, event.changed_at, event.sequence = at, at, event.sequence + 1
            event.save(update_fields=["cancelled_at", "changed_at", "sequence"])
        index_event(event)
        record.about(event)
        return event


def _changed(event: Event, fields: dict[str, Any]) -> bool:
    changed = False
    for name, value in fields.items():
        if getattr(event, name) != value:
            setattr(event, name, value)
            changed = True
    return changed


def _replaced(kept: Any, wanted: QuerySet[Any]) -> bool:
    """Make it these; whether that changed what was there."""
    before, after = set(kept.values_list("pk", flat=True)), {one.pk for one in wanted}
    kept.set(after)
    return before != after
