"""What is recalled: materials to the organisers, what is to be handed in, the day before, the day itself."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import recipients_of
from tkanka.rules.meetings import RegistrationState
from tkanka.rules.standing import Capacity, Standing

from ..letters import tell, tell_all, tell_holder, tell_organisers
from ..models import Meeting
from ..queries import deliveries
from .planning import told_with


def remind_organisers(*, by: Standing, at: datetime, meeting: Meeting) -> None:
    """The day has come by which materials should be out: the organisers are told what is there and what is not."""
    with entry("meeting.materials_recalled", by=by, at=at) as record:
        meeting = locked(meeting)
        meeting.organiser_reminded_at = at
        meeting.save(update_fields=["organiser_reminded_at"])
        more = {"materials": meeting.materials.count(), "items": meeting.items.filter(state="accepted").count()}
        tell_organisers(meeting, "meeting.materials_due", "materials_due", at, **more)
        record.about(meeting)


def remind_submissions(*, by: Standing, at: datetime, meeting: Meeting) -> int:
    """Members that have not handed in everything are reminded, once; how many there are."""
    with entry("submissions.recalled", by=by, at=at) as record:
        meeting = locked(meeting)
        meeting.submissions_reminded_at = at
        meeting.save(update_fields=["submissions_reminded_at"])
        missing = [one.organisation.pk for one in deliveries(meeting, localdate(at)) if not one.whole]
        for to, basis in recipients_of(missing, localdate(at), Capacity.MAIN, Capacity.ALTERNATE):
            tell(meeting, to, basis, "submission.due", "submission_due", at)
        record.about(meeting, missing=len(missing))
        return len(missing)


def remind_day_before(*, by: Standing, at: datetime, meeting: Meeting) -> None:
    """The day before: when, where, and what to read."""
    with entry("meeting.recalled", by=by, at=at) as record:
        meeting = locked(meeting)
        meeting.day_before_at = at
        meeting.save(update_fields=["day_before_at"])
        tell_all(meeting, f"meeting.tomorrow:{meeting.sequence}", "tomorrow", at, **told_with(meeting))
        record.about(meeting)


def remind_day_of(*, by: Standing, at: datetime, meeting: Meeting) -> int:
    """On the day itself the address of the meeting goes to those who have a place, and to nobody else."""
    with entry("meeting.link_sent", by=by, at=at) as record:
        meeting = locked(meeting)
        meeting.day_of_at = at
        meeting.save(update_fields=["day_of_at"])
        rows = meeting.registrations.filter(state=RegistrationState.REGISTERED).select_related("person", "invitee")
        sent = 0
        for registration in rows[:5000]:
            registration.meeting = meeting
            tell_holder(registration, f"meeting.today:{meeting.sequence}", "today", at)
            sent += 1
        record.about(meeting, sent=sent)
        return sent
