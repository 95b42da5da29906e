"""What the calendar and the search know of a meeting. Called inside the action that changes it."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse

from tkanka.governance.calendar.actions import cancel_event, put_event
from tkanka.governance.calendar.marks import note_goer, note_stayer
from tkanka.governance.calendar.queries import event_from
from tkanka.ground.search.actions import forget, index
from tkanka.rules.calendar import EventAudience, EventKind, EventSource
from tkanka.rules.meetings import HOLDING, MeetingAudience, MeetingKind, MeetingState
from tkanka.rules.standing import Standing
from tkanka.rules.visibility import Audience

from .models import Invitee, Meeting, Registration

KIND = "meeting"
AUDIENCES = {
    MeetingAudience.PUBLIC: EventAudience.PUBLIC,
    MeetingAudience.MEMBERS: EventAudience.MEMBERS,
    MeetingAudience.DIRECTORS: EventAudience.MEMBERS,
    MeetingAudience.BODY: EventAudience.BODY,
    MeetingAudience.INVITED: EventAudience.OFFICES,
}


def publish(meeting: Meeting, by: Standing, at: datetime) -> None:
    """Put a called meeting into the calendar and the index."""
    audience = AUDIENCES[MeetingAudience(meeting.audience)]
    if meeting.open_to_members and audience is EventAudience.BODY:
        audience = EventAudience.MEMBERS
    put_event(
        by=by, at=at, network=meeting.network, source=EventSource.MEETING, source_key=str(meeting.pk), uid=meeting.uid,
        title=meeting.title, text=meeting.about, starts_at=meeting.starts_at, ends_at=meeting.ends_at,
        timezone=meeting.timezone, place=meeting.place if meeting.has_place else "",
        area=meeting.area if meeting.has_place else None, online=meeting.is_online, audience=audience,
        body=meeting.body, organisation=meeting.host, published_at=meeting.called_at,
        kind=EventKind.WORKSHOP if meeting.kind == MeetingKind.WORKSHOP else EventKind.MEETING,
        url=page_of(meeting), themes=[concept.pk for concept in meeting.themes.all()],
    )  # fmt: skip
    index_meeting(meeting)


def withdraw(meeting: Meeting, by: Standing, at: datetime) -> None:
    """Cross it out of the calendar, and let it be found no more."""
    event = event_from(meeting.network, EventSource.MEETING, str(meeting.pk))
    if event is not None:
        cancel_event(by=by, at=at, event=event)
    forget(kind=KIND, key=meeting.pk, network=meeting.network_id)


def mark_place(meeting: Meeting, registration: Registration) -> None:
    """The meeting stands in somebody's own calendar while they hold a place at it."""
    event = event_from(meeting.network, EventSource.MEETING, str(meeting.pk))
    if event is None or registration.person_id is None:
        return
    if registration.state not in HOLDING:
        note_stayer(event, registration.person_id)
        return
    asked = Invitee.objects.filter(meeting=meeting, left_out_at=None)
    in_person = asked.filter(person=registration.person_id).exists()
    party = None if in_person else registration.organisation_id
    by_party = party is not None and asked.filter(organisation=party).exists()
    note_goer(event, registration.person_id, organisation=party, asked=in_person or by_party)


def page_of(meeting: Meeting) -> str:
    return reverse("meetings:meeting", args=[meeting.network.slug, meeting.pk])


def index_meeting(meeting: Meeting) -> None:
    """Let it be found by those who may know of it; what only a body or invited people know is left to its circle."""
    if meeting.state not in (MeetingState.CALLED, MeetingState.HELD) or meeting.audience == MeetingAudience.INVITED:
        forget(kind=KIND, key=meeting.pk, network=meeting.network_id)
        return
    items = meeting.items.filter(state="accepted").values_list("title", flat=True)[:100]
    audience = Audience.PUBLIC if meeting.audience == MeetingAudience.PUBLIC else Audience.MEMBERS
    index(
        kind=KIND, key=meeting.pk, network=meeting.network_id, audience=audience, title=meeting.title,
        lead=meeting.about[:300], text="\n".join([meeting.about, meeting.place, *items]), url=page_of(meeting),
        language=meeting.languages[0] if meeting.languages and meeting.languages[0] in ("pl", "en", "uk") else "pl",
        at=meeting.starts_at, circle=circle_of(meeting),
    )  # fmt: skip


def circle_of(meeting: Meeting) -> UUID | None:
    """The body whose seats alone find it."""
    closed = meeting.audience == MeetingAudience.BODY and not meeting.open_to_members
    return meeting.body_id if meeting.body and (closed or meeting.body.hidden) else None
