"""A person is forgotten: their seats end, and no text of a body names them."""

from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.bodies import EndCause
from tkanka.rules.standing import Standing

from ..index import index_body
from ..models import Admission, Body, Seat
from ..queries import type_of


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """That somebody sat there for an organisation stays; who it was does not."""
    with entry("person.seats_ended", by=by, at=at) as record:
        today, person = localdate(at), Person(pk=traces.key)
        own = Seat.objects.filter(person=person)
        held = own.filter(Q(until=None) | Q(until__gt=today))
        held.filter(since__gt=today).delete()
        seats = held.update(until=today, ended_because=EndCause.MANDATE)
        own.update(reason="", ended_reason="", outside="")
        Admission.objects.filter(Q(person=person) | Q(email__in=traces.emails)).delete()
        traces.omit(Seat.objects.all(), "reason", "ended_reason")
        traces.omit(Admission.objects.all(), "text", "answer")
        for body in traces.omit(Body.objects.all(), "purpose", "closing_summary", "sensitive_reason"):
            index_body(body, at, closed=type_of(body, today).closed.value)
        record.about(person, seats=seats)
