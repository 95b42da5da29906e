"""Who is there, now and at one frozen moment, and who came how often."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.bodies.queries import seats_of
from tkanka.rules.meetings import MeetingState

from ..models import Attendance, Meeting, PresenceSnapshot
from ..models.presence import Capacity

REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class Presence:
    """How many are there: member organisations, people, observers."""

    organisations: int
    people: int
    observers: int


def attendances_of(meeting: Meeting) -> QuerySet[Attendance]:
    """Everybody who came, by organisation and name; page it."""
    rows = meeting.attendances.select_related("person", "invitee", "organisation")
    return rows.order_by("organisation__name", "person__name", "pk")


def presence_of(meeting: Meeting) -> Presence:
    """Who is there now; of those who left before the end nobody."""
    rows = meeting.attendances.filter(left_at=None).values_list("organisation", "capacity")[:20_000]
    there = list(rows)
    counts = {organisation for organisation, capacity in there if organisation and capacity in MEMBERS}
    return Presence(len(counts), len(there), sum(capacity == Capacity.OBSERVER for _, capacity in there))


MEMBERS = (Capacity.MEMBER, Capacity.SEAT)


def snapshots_of(meeting: Meeting, limit: int = 50) -> list[PresenceSnapshot]:
    return list(meeting.snapshots.select_related("taken_by").order_by("-taken_at", "pk")[:limit])


def last_snapshot(meeting: Meeting) -> PresenceSnapshot | None:
    return next(iter(snapshots_of(meeting, 1)), None)


@dataclass(frozen=True, slots=True)
class Record:
    """A seat, and whether its holder came to the body's last meetings, the newest first."""

    seat: Seat
    came: list[bool]

    @property
    def times(self) -> int:
        return sum(self.came)


def attendance_history(body: Body, day: date, at: datetime) -> tuple[list[Meeting], list[Record]]:
    """The body's last meetings that were held since each seat began, and who of its seats came."""
    rows = Meeting.objects.filter(body=body, state=MeetingState.HELD, starts_at__lte=at)
    meetings = list(rows.order_by("-starts_at", "pk")[:REMEMBERED])
    seats = list(seats_of(body, day)[:200])
    pairs = Attendance.objects.filter(meeting__in=meetings, person__in=[seat.person_id for seat in seats])
    there = set(pairs.values_list("meeting", "person"))
    records = [
        Record(seat, [(m.pk, seat.person_id) in there for m in meetings if m.starts_at.date() >= seat.since])
        for seat in seats
    ]
    return meetings, records
