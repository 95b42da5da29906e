"""Which minutes somebody may read: the rule itself, asked of each, with what it weighs read once for all."""

from datetime import date
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.queries import gathering_for
from tkanka.governance.meetings.queries.seeing import Places, invitations_for, places_of, stands_in
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.bodies import LEADING, BodyKind, BodyState, Role
from tkanka.rules.meetings import Gathering, MeetingAudience, MeetingKind
from tkanka.rules.minutes import MinutesState, Work, may_read
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Standing

from ..models import Minutes

MOST = 2_000
WITH = ("meeting__network", "meeting__body", "note_taker", "approved_at_meeting", "meeting__chair")


def work_of(minutes: Minutes, by: Standing) -> Work:
    """The minutes as the rules see them."""
    notes = by.person is not None and by.person in (minutes.note_taker_id, minutes.meeting.chair_id)
    return Work(MinutesState(minutes.state), notes, minutes.remarks_until)


def of_bodies_known(places: Places) -> Q:
    """What comes from meetings of no hidden body but those where one sits."""
    return Q(meeting__body=None) | Q(meeting__body__hidden=False) | Q(meeting__body__in=places.bodies)


def minutes_in(
    network: Network, key: object, by: Standing, day: date, book: Rulebook, places: Places
) -> tuple[Minutes, Gathering]:
    """Minutes of the network that the visitor may read, and who they are to their meeting; for anybody else there are
    none (404)."""
    rows = Minutes.objects.filter(of_bodies_known(places), meeting__network=network)
    found: Minutes = one_of(rows.select_related(*WITH), pk=key)
    found.meeting.network = network
    of = gathering_for(found.meeting, by, day, places)
    if not may_read(book, by, of, work_of(found, by)):
        raise Http404
    return found, of


def readable(
    network: Network, by: Standing, day: date, book: Rulebook, body: UUID | None = None, places: Places | None = None
) -> list[Minutes]:
    """All minutes the visitor may read, the latest meeting first."""
    places = places or places_of(network, by, day)
    rows = Minutes.objects.filter(of_bodies_known(places), meeting__network=network)
    if body:
        rows = rows.filter(meeting__body=body)
    if by.person is None:
        rows = rows.filter(Q(state=MinutesState.APPROVED) | Q(meeting__audience=MeetingAudience.PUBLIC))
    found = list(rows.select_related(*WITH).order_by("-meeting__starts_at", "pk")[:MOST])
    gathered = gatherings([minutes.meeting for minutes in found], network, by, places)
    return [one for one in found if may_read(book, by, gathered[one.meeting_id], work_of(one, by))]


def minutes_with(keys: list[UUID]) -> list[Minutes]:
    """The minutes that bear these keys, in their order."""
    found = Minutes.objects.select_related(*WITH).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def gatherings(meetings: list[Meeting], network: Network, by: Standing, places: Places) -> dict[UUID, Gathering]:
    """Who the visitor is to each of the meetings, in one query, or two where directors meet."""
    invited = set(invitations_for(by).filter(meeting__network=network).values_list("meeting", flat=True)[:5000])
    instead = None
    found = {}
    for meeting in meetings:
        directs = meeting.audience == MeetingAudience.DIRECTORS
        if directs and instead is None:
            instead = stands_in(meeting, by)
        found[meeting.pk] = _gathering(meeting, places, meeting.pk in invited or (directs and bool(instead)))
    return found


def _gathering(meeting: Meeting, places: Places, invited: bool) -> Gathering:
    seat = places.in_body(meeting.body_id) if meeting.body_id else None
    body = meeting.body
    observes = seat is not None and seat.role == Role.OBSERVER
    return Gathering(
        MeetingKind(meeting.kind), MeetingAudience(meeting.audience), body.kind if body else "",
        leads=bool(seat and seat.role in LEADING), sits=bool(seat and not observes),
        advises=places.has(BodyKind.ADVISORY), in_council=places.has(BodyKind.COUNCIL), invited=invited or observes,
        hidden=bool(body and body.hidden), open_to_members=meeting.open_to_members,
        closed=bool(body and body.state == BodyState.CLOSED),
    )  # fmt: skip
