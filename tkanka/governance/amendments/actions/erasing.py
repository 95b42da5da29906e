"""Forgetting a person."""

from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..models import Amendment


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """The change stays; the person's name in its texts does not."""
    with entry("person.amendments_forgotten", by=by, at=at) as record:
        traces.omit(Amendment.objects.all(), "title", "reason", "withdrawn_because")
        record.about(Person(pk=traces.key))
