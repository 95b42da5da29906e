"""The letters of this room. Called inside the actions that cause them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from tkanka.governance.bodies.queries import leads_of, seats_in_force
from tkanka.governance.meetings.letters import audience_of, organisers_of
from tkanka.governance.meetings.models import Meeting
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import recipients_for_offices, recipients_of
from tkanka.network.networks.queries.belonging import recipient

from .models import Minutes, Remark, Task
from .queries import orphaned

Addressed = list[tuple[Recipient, str]]


def tell(meeting: Meeting, people: Addressed, letter: str, cause: str, at: datetime, **context: Any) -> None:
    """The same letter to several people. Its cause names a hidden body, so that it is hidden like the body."""
    hidden = f":{meeting.body_id}" if meeting.body and meeting.body.hidden else ""
    network = meeting.network
    for to, basis in people:
        write_letter(
            to=to, cause=f"{cause}{hidden}", template=f"minutes/mail/{letter}.txt", at=at, network=network.pk,
            basis=basis, network_name=network.short_name, slug=network.slug, meeting=meeting, **context,
        )  # fmt: skip


def page_of(minutes: Minutes) -> str:
    return reverse("minutes:minutes", args=[minutes.meeting.network.slug, minutes.pk])


def tell_audience(minutes: Minutes, letter: str, at: datetime) -> None:
    """Everybody with an account whom the meeting was for."""
    meeting = minutes.meeting
    people = [(to, basis) for to, basis, _ in audience_of(meeting, localdate(at)).values() if to.person]
    cause = f"minutes.{letter}:{minutes.pk}:{minutes.version}"
    tell(meeting, people, letter, cause, at, minutes=minutes, page=page_of(minutes))


def tell_keepers(remark: Remark, at: datetime) -> None:
    """The note-taker and whoever prepares the meeting: somebody remarked."""
    minutes = remark.section.minutes
    people = organisers_of(minutes.meeting, localdate(at))
    if minutes.note_taker is not None and minutes.note_taker_id not in {to.person for to, _ in people}:
        people = [*people, (recipient(minutes.note_taker), _seat_basis(minutes.meeting, minutes.note_taker_id, at))]
    tell(minutes.meeting, people, "remark", f"minutes.remark:{remark.pk}", at, remark=remark, page=page_of(minutes))


def tell_remarker(remark: Remark, at: datetime) -> None:
    if remark.person is None:
        return
    minutes = remark.section.minutes
    people = [(recipient(remark.person), _seat_basis(minutes.meeting, remark.person_id, at))]
    cause = f"minutes.remark_answered:{remark.pk}:{at.isoformat()}"
    tell(minutes.meeting, people, "remark_answered", cause, at, remark=remark, page=page_of(minutes))


def _seat_basis(meeting: Meeting, person: UUID | None, at: datetime) -> str:
    """What the right of somebody of a body rests on: their seat in it, where they have one."""
    if meeting.body_id is None:
        return ""
    seat = seats_in_force(localdate(at)).filter(body=meeting.body_id, person=person).first()
    return f"seat:{seat.pk}" if seat else ""


def owners_of(task: Task, at: datetime) -> Addressed:
    """Who owns the task today; while nobody does, the leads of its body, or the offices."""
    day, meeting = localdate(at), task.meeting
    if orphaned(Task.objects.filter(pk=task.pk), day).exists():
        if meeting.body is None:
            return recipients_for_offices(meeting.network, day)
        return [(recipient(seat.person), f"seat:{seat.pk}") for seat in leads_of(meeting.body, day)]
    if task.organisation_id:
        return recipients_of([task.organisation_id], day)
    if task.seat is not None:
        return [(recipient(task.seat.person), f"seat:{task.seat_id}")]
    return [(recipient(task.person), _seat_basis(meeting, task.person_id, at))] if task.person else []


def tell_owners(task: Task, letter: str, at: datetime) -> None:
    page = reverse("minutes:task", args=[task.meeting.network.slug, task.pk])
    cause = f"task.{letter}:{task.pk}:{at.isoformat() if letter == 'given' else task.due}"
    tell(task.meeting, owners_of(task, at), f"task_{letter}", cause, at, task=task, page=page)
