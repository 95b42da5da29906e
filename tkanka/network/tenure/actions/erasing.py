"""A person is forgotten: cases and messages stay with the parties, the person is named in none of them."""

from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..models import Evidence, Outreach, RemovalCase, Resignation

SAID = ("reason", "answer", "decision", "objection")


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """A file laid in a case belongs to the party for which it was laid, and stays; its old name goes."""
    with entry("person.cases_forgotten", by=by, at=at) as record:
        changed = len(traces.omit(Resignation.objects.all(), "message"))
        changed += len(traces.omit(RemovalCase.objects.all(), *SAID))
        changed += len(traces.omit(Evidence.objects.all(), "text", "name"))
        changed += len(traces.omit(Outreach.objects.all(), "note"))
        record.about(Person(pk=traces.key), texts=changed)
