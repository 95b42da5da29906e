"""What the desk of somebody shows of meetings."""

from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q

from tkanka.governance.bodies.queries.seats import seats_in_force
from tkanka.network.networks.models import Network
from tkanka.rules.bodies import LEADING, BodyState
from tkanka.rules.meetings import LED, ItemState, MeetingState, RegistrationState
from tkanka.rules.standing import Standing

from ..models import Meeting, Registration, Submission
from .seeing import Places, visible_meetings

AT_ONCE = 20


def offers_to(network: Network, by: Standing) -> list[Registration]:
    """Places offered to somebody that they have not confirmed."""
    if by.person is None:
        return []
    rows = Registration.objects.filter(
        meeting__network=network, person=by.person, state=RegistrationState.OFFERED
    ).select_related("meeting")
    return list(rows.order_by("answer_until", "pk")[:AT_ONCE])


def papers_owed(network: Network, by: Standing, day: date, at: datetime, places: Places) -> list[Meeting]:
    """Called meetings before which one of their organisations has not handed in all it was asked for."""
    rows = visible_meetings(network, by, day, places).filter(state=MeetingState.CALLED, starts_at__gt=at)
    asked = list(rows.filter(submissions_due__isnull=False).exclude(asks_for=[]).order_by("starts_at")[:AT_ONCE])
    if not asked:
        return []
    mine = Submission.objects.filter(meeting__in=asked, organisation__in=by.speaks_for)
    sent = set(mine.values_list("meeting", "organisation", "kind"))
    return [m for m in asked if any((m.pk, party, kind) not in sent for party in by.speaks_for for kind in m.asks_for)]


def meetings_with_proposals(network: Network, by: Standing, at: datetime, places: Places) -> list[tuple[Meeting, int]]:
    """Meetings to come that somebody prepares, with the number of proposals that wait for an answer."""
    if by.person is None:
        return []
    own = Q(body__in=[seat.body_id for seat in places.seats if seat.role in ("lead", "co_lead")])
    if by.keeps_the_network:
        own |= Q(body=None) & ~Q(kind="directors")
    if places.has("advisory_group"):
        own |= Q(kind="directors") | Q(body__kind="advisory_group")
    rows = Meeting.objects.filter(own, network=network, starts_at__gt=at, items__state=ItemState.PROPOSED)
    found = rows.annotate(waiting=Count("items")).order_by("starts_at", "pk")[:AT_ONCE]
    return [(meeting, meeting.waiting) for meeting in found]


def without_lead(network: Network, by: Standing, day: date, at: datetime) -> list[Meeting]:
    """Meetings to come of groups that nobody leads any more, to the offices, who see to them meanwhile."""
    if not by.keeps_the_network:
        return []
    rows = Meeting.objects.filter(
        network=network, starts_at__gt=at, body__kind__in=LED, body__hidden=False,
        state__in=[MeetingState.DRAFT, MeetingState.CALLED],
    ).exclude(body__state=BodyState.CLOSED)  # fmt: skip
    led = seats_in_force(day).filter(role__in=LEADING, body=OuterRef("body"))
    return list(rows.filter(~Exists(led)).select_related("body").order_by("starts_at", "pk")[:AT_ONCE])
