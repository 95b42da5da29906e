"""What is due to be recalled, drafted or deleted."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.meetings import MeetingForm, MeetingState
from tkanka.rules.meetings.agenda import materials_due
from tkanka.rules.meetings.taking_part import NEEDS_KEPT
from tkanka.rules.standing import Standing

from ..models import Meeting, Series
from .seeing import gathering_for
from .series import live_series

LONGEST_AHEAD = timedelta(days=60)
SUBMISSIONS_AHEAD = timedelta(days=7)


def _called(at: datetime, within: timedelta, limit: int = 300) -> list[Meeting]:
    rows = Meeting.objects.filter(state=MeetingState.CALLED, starts_at__gt=at, starts_at__lte=at + within)
    return list(rows.select_related("network", "body").order_by("starts_at", "pk")[:limit])


def materials_to_recall(at: datetime) -> list[Meeting]:
    """Meetings whose materials are due by now, and whose organisers were not yet told so."""
    today = localdate(at)
    rows = Meeting.objects.filter(
        state__in=[MeetingState.DRAFT, MeetingState.CALLED], organiser_reminded_at=None, starts_at__gt=at,
        starts_at__lte=at + LONGEST_AHEAD,
    )  # fmt: skip
    found = list(rows.select_related("network", "body").order_by("starts_at", "pk")[:300])
    return [m for m in found if _materials_due(m, today)]


def _materials_due(meeting: Meeting, today: date) -> bool:
    on = localdate(meeting.starts_at)
    of = gathering_for(meeting, Standing(), on)
    return materials_due(rulebook_of(meeting.network, on), of, on) <= today


def submissions_to_recall(at: datetime) -> list[Meeting]:
    """Meetings for which something is to be handed in within a week, of which members were not yet reminded."""
    today = localdate(at)
    rows = Meeting.objects.filter(
        state=MeetingState.CALLED, submissions_reminded_at=None, starts_at__gt=at,
        submissions_due__lte=today + SUBMISSIONS_AHEAD,
    ).exclude(asks_for=[])  # fmt: skip
    return list(rows.select_related("network", "body").order_by("starts_at", "pk")[:100])


def meetings_tomorrow(at: datetime) -> list[Meeting]:
    """Called meetings of tomorrow on the clock of their place, not yet recalled."""
    return [m for m in _called(at, timedelta(days=2)) if m.day_before_at is None and _days_to(m, at) == 1]


def meetings_today(at: datetime) -> list[Meeting]:
    """Online and hybrid meetings of today whose address was not yet sent."""
    found = _called(at, timedelta(days=1))
    return [m for m in found if m.form != MeetingForm.IN_PERSON and m.day_of_at is None and _days_to(m, at) == 0]


def _days_to(meeting: Meeting, at: datetime) -> int:
    return (meeting.starts_at.astimezone(meeting.zone).date() - at.astimezone(meeting.zone).date()).days


def needs_to_clear(at: datetime, limit: int = 200) -> list[Meeting]:
    rows = Meeting.objects.filter(needs_cleared_at=None, ends_at__lte=at - NEEDS_KEPT)
    return list(rows.order_by("ends_at", "pk")[:limit])


def series_short_of_drafts(at: datetime) -> list[Series]:
    """Series that have fewer days with a meeting ahead than they should."""
    found = []
    for series in live_series():
        wanted = set(series.cadence.after(localdate(at), series.ahead))
        if wanted - set(series.meetings.filter(series_on__in=wanted).values_list("series_on", flat=True)):
            found.append(series)
    return found
