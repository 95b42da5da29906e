"""What is missing, what is counted, where and with whom it was held before."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.network.networks.models import Network
from tkanka.rules.meetings import Gap, MeetingKind, MeetingState, Rhythm, Tally, gap, rhythms, tally
from tkanka.rules.rulebook import Rulebook

from ..models import Meeting

COUNTS = (MeetingState.CALLED, MeetingState.HELD)


def meeting_days(network: Network, rhythm: Rhythm, limit: int = 200) -> list[date]:
    """The days of meetings a rhythm counts, called and held, the latest first."""
    rows = Meeting.objects.filter(network=network, kind=rhythm.kind, state__in=COUNTS)
    if rhythm.body_kind:
        rows = rows.filter(body__kind=rhythm.body_kind)
    return [localdate(at) for at in rows.order_by("-starts_at").values_list("starts_at", flat=True)[:limit]]


def gaps_of(network: Network, book: Rulebook, today: date, since: date) -> list[Gap]:
    """Meetings that are missing that day, of those whose body exists; duties first."""
    kinds = set(Body.objects.filter(network=network).exclude(state="closed").values_list("kind", flat=True)[:1000])
    asked = [r for r in rhythms(book) if not r.body_kind or r.body_kind in kinds]
    found = [gap(r, meeting_days(network, r), today=today, since=since) for r in asked]
    return sorted((one for one in found if one), key=lambda one: (not one.rhythm.duty, one.due))


def places_used(network: Network, kind: str, besides: UUID | None = None) -> list[str]:
    """The towns or places where meetings of a kind were held or are called, one entry a meeting."""
    rows = Meeting.objects.filter(network=network, kind=kind, state__in=COUNTS)
    rows = rows.exclude(pk=besides) if besides else rows
    named = rows.select_related("area").order_by("starts_at")[:200]
    return [meeting.area.name if meeting.area else meeting.place for meeting in named]


def counted(network: Network, book: Rulebook) -> list[tuple[MeetingKind, Tally]]:
    """The kinds of meeting whose number the charter fixes, and how many were held so far."""
    found = []
    for kind in MeetingKind:
        if tally(book, kind, []) is None:
            continue
        rows = Meeting.objects.filter(network=network, kind=kind, state=MeetingState.HELD).select_related("area")
        places = [m.area.name if m.area else m.place for m in rows.order_by("starts_at")[:200]]
        if (sum_up := tally(book, kind, places)) is not None:
            found.append((kind, sum_up))
    return found


def hosts_of(network: Network, kind: str, besides: Iterable[UUID] = ()) -> list[tuple[date, UUID]]:
    """The days and hosts of meetings of a kind, the latest first."""
    rows = Meeting.objects.filter(network=network, kind=kind, state__in=COUNTS, host__isnull=False)
    pairs = rows.exclude(pk__in=list(besides)).order_by("-starts_at").values_list("starts_at", "host")[:50]
    return [(localdate(at), host) for at, host in pairs]


def hosted_meetings(network: Network, kind: str, limit: int = 50) -> list[Meeting]:
    """Meetings of a kind that have a host, with all who held them together, the latest first."""
    rows = Meeting.objects.filter(network=network, kind=kind, state__in=COUNTS, host__isnull=False)
    return list(rows.select_related("host").prefetch_related("cohosts").order_by("-starts_at")[:limit])
