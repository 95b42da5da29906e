"""A person is forgotten: events stay with their organisations, addresses for calendars go."""

from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.calendar import EventSource
from tkanka.rules.standing import Standing

from ..index import index_event
from ..models import Event, Feed, Goer


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Nobody has entered what the person entered, and where a text named the person, it does no more."""
    with entry("person.events_forgotten", by=by, at=at) as record:
        Feed.objects.filter(person_id=traces.key).delete()
        Goer.objects.filter(person_id=traces.key).delete()
        Event.objects.filter(created_by_id=traces.key).update(created_by=None)
        for event in traces.omit(Event.objects.exclude(source=EventSource.MEETING), "title", "text", "place", "url"):
            index_event(event)
        traces.omit(Event.objects.filter(source=EventSource.MEETING), "title", "text", "place", "url")
        record.about(Person(pk=traces.key))
