"""The parts of minutes: sections and what they said before, remarks, versions, decisions."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch

from tkanka.governance.meetings.models import Meeting
from tkanka.ground.kit.lookup import one_of
from tkanka.ground.ledger.models import name_of
from tkanka.ground.ledger.queries import records_in
from tkanka.network.people.models import Person
from tkanka.rules.meetings import MeetingState
from tkanka.rules.standing import Standing

from ..models import Decision, Minutes, Remark, Section, Version, Writing

MOST = 300
NOW = timedelta(minutes=3)
SITTING = timedelta(minutes=10)


def minutes_of(meeting: Meeting) -> Minutes | None:
    """The minutes of the meeting, whoever asks: weigh before showing."""
    return Minutes.objects.filter(meeting=meeting).select_related("note_taker", "approved_at_meeting").first()


def has_minutes(meeting: Meeting) -> bool:
    return Minutes.objects.filter(meeting=meeting).exists()


def sections_of(minutes: Minutes) -> list[Section]:
    """Every section in its order, with the remarks on it."""
    remarks = Remark.objects.select_related("organisation", "person", "answered_by").order_by("made_at", "pk")
    rows = minutes.sections.prefetch_related(Prefetch("remarks", remarks))
    return list(rows.order_by("order")[:MOST])


def section_in(minutes: Minutes, key: object) -> Section:
    found: Section = one_of(minutes.sections.all(), pk=key)
    found.minutes = minutes
    return found


def writing_at(section: Section, revision: int) -> str | None:
    """What the section said at a revision; None where that is no longer known."""
    if revision == 0:
        first = section.writings.filter(revision=0).first()
        return first.text if first else ""
    found = section.writings.filter(revision=revision).first()
    return found.text if found else None


def recorded_lately(section: Section, by: Standing, at: datetime) -> bool:
    """Whether the ledger already tells that they wrote in the section, not longer ago than a sitting lasts."""
    if by.person is None:
        return False
    done = records_in(
        section.minutes.meeting.network_id, verb="minutes.written", person=by.person, since=at - SITTING,
        thing=name_of(section.minutes),
    )  # fmt: skip
    return done.filter(at__lte=at, acting_for=by.acting_for, facts__section=section.order).exists()


def writers_lately(minutes: Minutes, at: datetime, but: UUID | None) -> dict[UUID, list[str]]:
    """Who else wrote in which section within the last minutes."""
    rows = Writing.objects.filter(section__minutes=minutes, written_at__gte=at - NOW, revision__gt=0)
    found: dict[UUID, list[str]] = {}
    for writing in rows.exclude(written_by=but).select_related("written_by").order_by("written_at")[:100]:
        names = found.setdefault(writing.section_id, [])
        if writing.written_by and writing.written_by.name not in names:
            names.append(writing.written_by.name)
    return found


def remarks_of(minutes: Minutes) -> list[Remark]:
    rows = Remark.objects.filter(section__minutes=minutes).select_related("section", "organisation", "person")
    return list(rows.order_by("section__order", "made_at", "pk")[:MOST])


def remark_in(minutes: Minutes, key: object) -> Remark:
    rows = Remark.objects.filter(section__minutes=minutes).select_related("section", "organisation", "person")
    found: Remark = one_of(rows, pk=key)
    found.section.minutes = minutes
    return found


def unanswered(minutes: Minutes) -> int:
    return Remark.objects.filter(section__minutes=minutes, answered_at=None).count()


def versions_of(minutes: Minutes) -> list[Version]:
    """Every version, the latest first."""
    return list(minutes.versions.select_related("made_by").order_by("-number")[:MOST])


def latest_of(minutes: Minutes) -> Version | None:
    return minutes.versions.order_by("-number").first()


def decisions_of(meeting: Meeting) -> list[Decision]:
    """What came out of the meeting, item by item."""
    rows = Decision.objects.filter(meeting=meeting).select_related("item")
    return list(rows.order_by("item__order", "noted_at", "pk")[:MOST])


def decision_in(meeting: Meeting, key: object) -> Decision:
    found: Decision = one_of(Decision.objects.filter(meeting=meeting), pk=key)
    found.meeting = meeting
    return found


def later_meetings(meeting: Meeting, at: datetime, limit: int = 20) -> list[Meeting]:
    """Meetings of the same body (or of the same kind, of the whole network) that began after it and by now."""
    rows = Meeting.objects.filter(network=meeting.network_id, state__in=[MeetingState.CALLED, MeetingState.HELD])
    rows = rows.filter(body=meeting.body_id) if meeting.body_id else rows.filter(body=None, kind=meeting.kind)
    rows = rows.filter(starts_at__gt=meeting.starts_at, starts_at__lte=at).exclude(pk=meeting.pk)
    return list(rows.order_by("starts_at", "pk")[:limit])


def people_at(meeting: Meeting, limit: int = 500) -> list[Person]:
    """The persons who were there, by name: one of them may take notes."""
    there = meeting.attendances.filter(person__isnull=False, person__is_active=True).values("person")
    return list(Person.objects.filter(pk__in=there).order_by("name", "pk")[:limit])
