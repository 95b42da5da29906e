from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..models import Candidacy, Election, Process


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Their statements go; that somebody stood, and how many votes they had, stays without a name."""
    with entry("person.elections_forgotten", by=by, at=at) as record:
        Candidacy.objects.filter(person=traces.key).update(statement="")
        traces.omit(Candidacy.objects.all(), "statement")
        traces.omit(Election.objects.all(), "about", "called_off_because")
        traces.omit(Process.objects.all(), "text", "advised")
        record.about(Person(pk=traces.key))
