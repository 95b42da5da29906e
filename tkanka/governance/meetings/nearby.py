"""What is pointed out while a meeting is prepared. Nothing of it stands in the way."""

from tkanka.governance.calendar.queries import Clash, clashes, event_from
from tkanka.network.networks.doors import Visit
from tkanka.rules.calendar import EventSource
from tkanka.rules.meetings import MeetingAudience, MeetingKind, host_is_new, place_is_new
from tkanka.rules.ruling import Ruling

from . import queries
from .models import Meeting
from .publishing import AUDIENCES


def near(visit: Visit, meeting: Meeting) -> list[Clash]:
    """Other events too close to it."""
    own = event_from(visit.network, EventSource.MEETING, str(meeting.pk))
    audience = AUDIENCES[MeetingAudience(meeting.audience)]
    themes = [concept.pk for concept in meeting.themes.all()]
    return clashes(
        visit.network, meeting.starts_at, meeting.ends_at, meeting.area, themes, audience,
        by=visit.standing, day=visit.today, timezone=meeting.timezone, besides=own.pk if own else None,
    )  # fmt: skip


def hints(visit: Visit, meeting: Meeting) -> Ruling:
    """A place or a host used before; nothing of it stands in the way."""
    book, kind = visit.frame.book, MeetingKind(meeting.kind)
    where = meeting.area.name if meeting.area else meeting.place
    ruling = place_is_new(book, kind, where, queries.places_used(visit.network, kind, meeting.pk))
    if kind is not MeetingKind.PLENARY:
        return ruling
    hosts = queries.hosts_of(visit.network, kind, [meeting.pk])
    return ruling & host_is_new(book, meeting.host_id, meeting.starts_at.date(), hosts)
