from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.meetings import HOLDING, RegistrationState
from tkanka.rules.standing import Standing

from ..models import Invitee, Item, Meeting, Registration, Submission
from ..publishing import index_meeting
from .queueing import fill_places


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Places go to those who wait; that somebody came for an organisation stays; who it was does not."""
    with entry("person.places_ended", by=by, at=at) as record:
        person = Person(pk=traces.key)
        own = Registration.objects.filter(person=person)
        freed = set(own.filter(state__in=HOLDING).values_list("meeting", flat=True))
        ended = own.filter(state__in=[RegistrationState.WAITING, *HOLDING]).update(
            state=RegistrationState.CANCELLED, ended_at=at
        )
        own.update(needs="")
        Invitee.objects.filter(person=person).delete()
        Invitee.objects.filter(email__in=traces.emails).delete()
        traces.omit(Item.objects.all(), "title", "text", "owner", "reason")
        traces.omit(Submission.objects.all(), "text")
        for meeting in traces.omit(Meeting.objects.all(), "about", "access", "decision", "cancel_reason"):
            index_meeting(meeting)
        for meeting in Meeting.objects.filter(pk__in=freed, state="called").select_related("network", "body"):
            fill_places(meeting, at)
        record.about(person, places=ended)
