"""A person is forgotten: entries stay with their organisation, without the person as their contact."""

from datetime import datetime

from django.db.models import Q

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..index import index_activities
from ..models import Activity, ColumnMemory, ImportFile, ImportPiece, ImportRow, ImportRun, RunState
from ..models.runs import WORKING

READ = ("cells", "problems", "notes")


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Files the person brought are put away; a namesake in another organisation is left alone."""
    with entry("person.entries_forgotten", by=by, at=at) as record:
        person = Person(pk=traces.key)
        named = Q(organisation__mandates__person=person) & traces.within("contact", "title", "description")
        rows = Activity.objects.filter(Q(email__in=traces.emails) | named).select_related("network").distinct()
        changed = [activity for activity in rows if _without(activity, traces)]
        for network in {activity.network for activity in changed}:
            index_activities(network, [a for a in changed if a.network == network], at)
        _put_files_away(traces)
        record.about(person, activities=len(changed))


def _without(activity: Activity, traces: Traces) -> bool:
    contact = traces.in_text(activity.contact) or traces.is_address(activity.email)
    texts = (traces.omitted(activity.title), traces.omitted(activity.description))
    if not contact and texts == (activity.title, activity.description):
        return False
    activity.title, activity.description = texts
    if contact:
        activity.contact = activity.email = activity.phone = ""
    activity.save(update_fields=["title", "description", "contact", "email", "phone"])
    return True


def _put_files_away(traces: Traces) -> None:
    runs = ImportRun.objects.filter(person_id=traces.key).exclude(state__in=WORKING)
    ImportFile.objects.filter(run__in=runs).delete()
    ImportRow.objects.filter(run__in=runs).delete()
    runs.exclude(state=RunState.APPLIED).update(state=RunState.DROPPED)
    runs.update(name="", headers=[], tags=[], options={}, questions=[], trouble=None)
    traces.omit(ImportRow.objects.all(), *READ)
    traces.omit(ImportPiece.objects.all(), "facts")
    traces.omit(ColumnMemory.objects.all(), "answers")
