"""Forgetting a person."""

from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..index import index_poll
from ..models import Ballot, OwnRule, Poll, Voter


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """What was decided, and what organisations said, stays; the person's name in it does not."""
    with entry("person.votes_forgotten", by=by, at=at) as record:
        fields = ("title", "text", "response", "called_off_because", "follow_up", "published")
        for poll in traces.omit(Poll.objects.select_related("network", "body"), *fields):
            index_poll(poll, poll.prepared_at)
        Voter.objects.filter(person=traces.key).update(reason="")
        traces.omit(Voter.objects.all(), "reason")
        traces.omit(Ballot.objects.all(), "reason")
        traces.omit(OwnRule.objects.all(), "name")
        record.about(Person(pk=traces.key))
