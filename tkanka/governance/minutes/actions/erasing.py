"""Forgetting a person: what was decided stays, who they were does not."""

from datetime import datetime

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.timezone import localdate

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..index import index_minutes
from ..models import Decision, Minutes, Remark, Section, Task, TaskStep, Version, Writing


def _versions(traces: Traces) -> list[Version]:
    """Versions whose parts named the person, and do so no more."""
    rows = Version.objects.annotate(said=Cast("parts", TextField())).filter(traces.within("said"))
    found: list[Version] = list(rows)
    for version in found:
        version.parts = traces.omitted(version.parts)
        version.save(update_fields=["parts"])
    return found


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Their name and addresses go out of every text; remarks and notes of tasks keep what was said."""
    with entry("person.minutes_forgotten", by=by, at=at) as record:
        traces.omit(Writing.objects.all(), "text")
        traces.omit(Remark.objects.all(), "text", "answer")
        traces.omit(Decision.objects.all(), "text")
        traces.omit(Task.objects.all(), "title", "text")
        traces.omit(TaskStep.objects.all(), "note")
        traces.omit(Minutes.objects.all(), "approved_where")
        traces.omit(Section.objects.all(), "title", "text")
        keys = {version.minutes_id for version in [*_versions(traces), *traces.omit(Version.objects.all(), "reason")]}
        for minutes in Minutes.objects.filter(pk__in=keys).select_related("meeting__network", "meeting__body"):
            index_minutes(minutes, rulebook_of(minutes.meeting.network, localdate(at)), at)
        record.about(Person(pk=traces.key))
