from datetime import datetime

from django.db.models import Q

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.meetings import HOLDING, RegistrationState
from tkanka.rules.standing import Standing

from ..models import Invitee, Item, Material, Meeting, PresenceSnapshot, Registration, Series, Submission
from ..publishing import index_meeting
from .queueing import fill_places

TEXTS = {
    Invitee: ("name", "party", "reason"),
    Material: ("title", "url", "name"),
    PresenceSnapshot: ("purpose",),
    Series: ("title", "about", "place", "join_link"),
    Submission: ("text", "url", "name"),
}
OF_ITEM = ("title", "text", "owner", "reason")
OF_MEETING = ("title", "about", "place", "join_link", "access", "decision", "cancel_reason")


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Places go to those who wait; that somebody came for an organisation stays; who it was does not."""
    with entry("person.places_ended", by=by, at=at) as record:
        person = Person(pk=traces.key)
        asked = Invitee.objects.filter(Q(person=person) | Q(email__in=traces.emails))
        own = Registration.objects.filter(Q(person=person) | Q(invitee__in=asked))
        freed = set(own.filter(state__in=HOLDING).values_list("meeting", flat=True))
        ended = own.filter(state__in=[RegistrationState.WAITING, *HOLDING]).update(
            state=RegistrationState.CANCELLED, ended_at=at
        )
        own.update(needs="")
        # what the charter has invited stays invited; nobody in particular is meant any more
        asked.exclude(standing="").update(person=None, email="", name="")
        asked.delete()
        _leave_texts(traces)
        for meeting in Meeting.objects.filter(pk__in=freed, state="called").select_related("network", "body"):
            fill_places(meeting, at)
        record.about(person, places=ended)


def _leave_texts(traces: Traces) -> None:
    for table, fields in TEXTS.items():
        traces.omit(table._default_manager.all(), *fields)
    changed = {item.meeting_id for item in traces.omit(Item.objects.all(), *OF_ITEM)}
    changed |= {meeting.pk for meeting in traces.omit(Meeting.objects.all(), *OF_MEETING)}
    for meeting in Meeting.objects.filter(pk__in=changed).select_related("network", "body"):
        index_meeting(meeting)
