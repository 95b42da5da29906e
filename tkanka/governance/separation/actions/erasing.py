"""Forgetting a person."""

from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..models import Case, Matter, Successor


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """The case stays; the person's name in its texts does not."""
    with entry("person.separations_forgotten", by=by, at=at) as record:
        traces.omit(Case.objects.all(), "reason", "withdrawn_because")
        traces.omit(Successor.objects.all(), "text", "answer")
        traces.omit(Matter.objects.all(), "title", "owner")
        record.about(Person(pk=traces.key))
