"""Events that an organisation, or the network itself, writes down."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils.timezone import localdate

from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.calendar import EventSource, dates_coordinated, may_change_event, may_enter_event
from tkanka.rules.standing import Standing

from ..models import Event
from .events import cancel_event, put_event


def enter_event(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation | None,
    hosts: Collection[UUID] = (),
    clashes: int = 0,
    **fields: Any,
) -> Event:
    """Publish an event. `clashes` is how many others close to it were shown before."""
    with entry("event.entered", by=by, at=at) as record:
        book = rulebook_of(network, localdate(at))
        own = organisation.pk if organisation else None
        record.rests_on(may_enter_event(book, by, organisation=own, hosts=len(hosts)))
        record.rests_on(dates_coordinated(book))
        key = uuid4()
        event = put_event(
            by=by, at=at, network=network, source=EventSource.OWN, source_key=str(key), uid=f"event-{key}@tkanka",
            organisation=organisation, hosts=hosts, published_at=at, **fields,
        )  # fmt: skip
        record.about(event, *([organisation] if organisation else []), clashes=clashes)
        return event


def change_event(
    *, by: Standing, at: datetime, event: Event, hosts: Collection[UUID] = (), clashes: int = 0, **fields: Any
) -> Event:
    """Say of an event what holds now; calendars elsewhere follow."""
    with entry("event.changed", by=by, at=at) as record:
        _may_change(record, by, at, event, len(hosts))
        event = put_event(
            by=by, at=at, network=event.network, source=EventSource(event.source), source_key=event.source_key,
            uid=event.uid, hosts=hosts, **fields,
        )  # fmt: skip
        record.about(event, *([event.organisation] if event.organisation else []), clashes=clashes)
        return event


def call_off_event(*, by: Standing, at: datetime, event: Event) -> Event:
    """It does not take place."""
    with entry("event.called_off", by=by, at=at) as record:
        _may_change(record, by, at, event)
        event = cancel_event(by=by, at=at, event=event)
        record.about(event, *([event.organisation] if event.organisation else []))
        return event


def _may_change(record: Any, by: Standing, at: datetime, event: Event, hosts: int = 0) -> None:
    if event.source == EventSource.MEETING:
        raise ValueError("a meeting is changed by the actions of meetings")
    book, own = rulebook_of(event.network, localdate(at)), event.organisation_id
    record.rests_on(may_change_event(book, by, organisation=own, cancelled=event.cancelled_at is not None))
    record.rests_on(may_enter_event(book, by, organisation=own, hosts=hosts))
