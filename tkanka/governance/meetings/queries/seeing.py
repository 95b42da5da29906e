"""Which meetings somebody may know of, and who they are to one of them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.bodies.queries import has_lead, seats_held, seats_in_force
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Mandate, Network, OfficeHolder
from tkanka.network.networks.models.belonging import in_force
from tkanka.rules.bodies import LEADING, BodyKind, BodyState, Role
from tkanka.rules.meetings import LED, Gathering, MeetingAudience, MeetingKind, MeetingState
from tkanka.rules.standing import Capacity, Standing

from ..models import Invitee, Meeting

ON = (MeetingState.CALLED, MeetingState.HELD)
SHOWN = (*ON, MeetingState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Places:
    """Where somebody sits in a network."""

    seats: tuple[Seat, ...]

    @property
    def bodies(self) -> list[object]:
        return [seat.body_id for seat in self.seats]

    def has(self, kind: str) -> bool:
        return any(seat.body.kind == kind and seat.role != Role.OBSERVER for seat in self.seats)

    @property
    def prepares(self) -> bool:
        """Whether they sit where meetings are prepared: as a lead, in the advisory group or in the council."""
        leads = any(seat.role in LEADING for seat in self.seats)
        return leads or self.has(BodyKind.ADVISORY) or self.has(BodyKind.COUNCIL)

    def in_body(self, body: object) -> Seat | None:
        return next((seat for seat in self.seats if seat.body_id == body), None)


def places_of(network: Network, by: Standing, day: date) -> Places:
    return Places(tuple(seats_held(network, by, day)))


def invitations_for(by: Standing) -> QuerySet[Invitee]:
    """The invitations that are somebody's: their own, or those of the organisations they act for."""
    own = Q(person=by.person) if by.person else Q(pk__in=[])
    parties = {m.organisation for m in by.mandates} - by.left
    return Invitee.objects.filter(own | Q(organisation__in=parties), left_out_at=None)


def visible_meetings(network: Network, by: Standing, day: date, places: Places | None = None) -> QuerySet[Meeting]:
    """The meetings somebody may know of.

    Called ones by their audience, those of a hidden body by its seats alone; invited guests see what they are invited
    to. Drafts are for those who prepare them: leads and seats of the body, the offices, the advisory group.
    """
    places = places or places_of(network, by, day)
    invited = Q(pk__in=invitations_for(by).values("meeting")) if by.person else Q(pk__in=[])
    allowed = Q(audience=MeetingAudience.PUBLIC) | Q(body__in=places.bodies) | invited
    if by.is_member or by.keeps_the_network:
        allowed |= Q(audience=MeetingAudience.MEMBERS) | Q(open_to_members=True)
    if by.is_member or by.keeps_the_network or places.has(BodyKind.ADVISORY):
        allowed |= Q(audience=MeetingAudience.DIRECTORS)
    if by.keeps_the_network:
        allowed |= Q(audience__in=[MeetingAudience.BODY, MeetingAudience.INVITED])
    known = Q(body=None) | Q(body__hidden=False) | Q(body__in=places.bodies)
    if by.person:
        known |= invited
    return Meeting.objects.filter(network=network).filter(allowed & known & (Q(state__in=SHOWN) | _drafts(by, places)))


def _drafts(by: Standing, places: Places) -> Q:
    sits = [seat.body_id for seat in places.seats if seat.role != Role.OBSERVER]
    seen = Q(state=MeetingState.DRAFT, body__in=sits)
    if by.keeps_the_network:
        seen |= Q(state=MeetingState.DRAFT)
    if places.has(BodyKind.ADVISORY):
        seen |= Q(state=MeetingState.DRAFT, kind=MeetingKind.DIRECTORS)
    if places.has(BodyKind.COUNCIL):
        seen |= Q(state=MeetingState.DRAFT, body=None)
    return seen


def meeting_in(network: Network, key: object, by: Standing, day: date, places: Places | None = None) -> Meeting:
    """A meeting of the network that the visitor may know of; for anybody else there is none (404)."""
    rows = visible_meetings(network, by, day, places)
    return one_of(rows.select_related("network", "body", "series", "area", "host", "chair"), pk=key)


def gathering_for(meeting: Meeting, by: Standing, day: date, places: Places | None = None) -> Gathering:
    """The meeting as the rules see it, and who the one who acts is to it. Two queries, one with `places`."""
    held = places or places_of(meeting.network, by, day)
    seat = held.in_body(meeting.body_id) if meeting.body_id else None
    body = meeting.body
    return Gathering(
        kind=MeetingKind(meeting.kind),
        audience=MeetingAudience(meeting.audience),
        body_kind=body.kind if body else "",
        leads=bool(seat and seat.role in LEADING),
        sits=bool(seat and seat.role != Role.OBSERVER),
        advises=held.has(BodyKind.ADVISORY),
        in_council=held.has(BodyKind.COUNCIL),
        invited=_invited(meeting, by, seat),
        hidden=bool(body and body.hidden),
        open_to_members=meeting.open_to_members,
        closed=bool(body and body.state == BodyState.CLOSED),
        led=not (body and by.keeps_the_network and body.kind in LED) or has_lead(body, day),
    )


def _invited(meeting: Meeting, by: Standing, seat: Seat | None) -> bool:
    if seat is not None and seat.role == Role.OBSERVER:
        return True
    if meeting.audience == MeetingAudience.DIRECTORS and stands_in(meeting, by):
        return True
    return bool(by.person) and invitations_for(by).filter(meeting=meeting).exists()


def prepared_by_council(meeting: Meeting, day: date) -> bool:
    """Whether somebody of the council prepares it, in no office of the network."""
    seats = seats_in_force(day).filter(person=meeting.created_by, body__network=meeting.network)
    sits = seats.filter(body__kind=BodyKind.COUNCIL).exclude(role=Role.OBSERVER).exists()
    in_office = OfficeHolder.objects.filter(in_force(day), network=meeting.network, person=meeting.created_by)
    return sits and not in_office.exists()


def stands_in(meeting: Meeting, by: Standing) -> bool:
    """Whether they come to a directors' meeting because their organisation named no decision-maker."""
    own = {m.organisation for m in by.mandates if m.capacity is Capacity.MAIN} & by.members
    if not own:
        return False
    rows = Mandate.objects.filter(
        in_force(meeting.starts_at.date()), organisation__in=own, capacity=Capacity.DIRECTOR, person__is_active=True
    )
    return bool(own - set(rows.values_list("organisation", flat=True)))


def upcoming_for(
    network: Network, by: Standing, day: date, at: datetime, places: Places | None = None
) -> QuerySet[Meeting]:
    """Called meetings not over yet, and drafts the visitor may see, the next first."""
    rows = visible_meetings(network, by, day, places).filter(ends_at__gte=at).exclude(state=MeetingState.HELD)
    return rows.select_related("body", "area", "host", "series").order_by("starts_at", "pk")


def past_meetings(
    network: Network, by: Standing, day: date, at: datetime, places: Places | None = None
) -> QuerySet[Meeting]:
    """Meetings that are over, the last first."""
    rows = visible_meetings(network, by, day, places).filter(Q(ends_at__lt=at) | Q(state=MeetingState.HELD))
    return (
        rows.exclude(state=MeetingState.DRAFT)
        .select_related("body", "area", "host", "series")
        .order_by("-starts_at", "pk")
    )


def first_meeting(body: Body) -> Meeting | None:
    """The body's first meeting that was called."""
    return Meeting.objects.filter(body=body, state__in=ON).order_by("starts_at", "pk").first()


def last_meeting(body: Body, at: datetime) -> Meeting | None:
    """The body's latest meeting that began by then."""
    return Meeting.objects.filter(body=body, state__in=ON, starts_at__lte=at).order_by("-starts_at", "pk").first()


def next_meetings(body: Body, at: datetime, limit: int = 5) -> list[Meeting]:
    """The body's called meetings still to come, the next first."""
    rows = Meeting.objects.filter(body=body, state=MeetingState.CALLED, ends_at__gte=at)
    return list(rows.order_by("starts_at", "pk")[:limit])


def ahead_of(body: Body, at: datetime, limit: int = 500) -> list[Meeting]:
    """Every meeting of the body still to come, called or being prepared, the next first."""
    rows = Meeting.objects.filter(body=body, state__in=[MeetingState.DRAFT, MeetingState.CALLED], ends_at__gte=at)
    return list(rows.select_related("network", "body").order_by("starts_at", "pk")[:limit])


def unsettled_of(body: Body, at: datetime, limit: int = 50) -> list[Meeting]:
    """Meetings that were called and are over, and nobody said that they took place."""
    rows = Meeting.objects.filter(body=body, state=MeetingState.CALLED, ends_at__lt=at)
    return list(rows.order_by("starts_at", "pk")[:limit])
