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
    if unknown := set(fields) - set(FOLLOWED):
        raise TypeError(f"no fields of an event: {sorted(unknown)}")
    with entry("event.put", by=by, at=at) as record:
        found = event_from(network, source, source_key)
        new, changed = found is None, False
        if found is None:
            kept = {"network": network, "source": source, "source_key": source_key, "uid": uid}
            found = _entered(by, at, **kept, **fields)
        else:
            found = locked(found)
            changed = _changed(found, fields) or found.cancelled_at is not None
        changed = _joined(found, themes, hosts) or changed
        if changed and not new:
            found.sequence, found.changed_at, found.cancelled_at = found.sequence + 1, at, None
            found.save()
        index_event(found)
        record.about(found, sequence=found.sequence)
        return found


def _entered(by: Standing, at: datetime, **fields: Any) -> Event:
    person = person_by_key(by.person) if by.person else None
    return Event.objects.create(created_at=at, created_by=person, changed_at=at, **fields)


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


def _joined(event: Event, themes: Collection[UUID] | None, hosts: Collection[UUID] | None) -> bool:
    """Make these its themes and hosts, where they are told; whether that changed anything."""
    changed = False
    if themes is not None:
        changed = _replaced(event.themes, Concept.objects.filter(pk__in=themes))
    if hosts is not None:
        changed = _replaced(event.hosts, Organisation.objects.filter(pk__in=hosts)) or changed
    return changed


def _replaced(kept: Any, wanted: QuerySet[Any]) -> bool:
    """Make it these; whether that changed what was there."""
    before, after = set(kept.values_list("pk", flat=True)), {one.pk for one in wanted}
    kept.set(after)
    return before != after
