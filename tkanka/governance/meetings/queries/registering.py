from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from tkanka.rules.meetings import HOLDING, RegistrationState, Room
from tkanka.rules.standing import Standing

from ..models import Invitee, Meeting, Registration

LIVE = (RegistrationState.WAITING, *HOLDING)


def room_of(meeting: Meeting, organisation: UUID | None = None) -> Room:
    """The places of a meeting as they are; `own` counts those of one organisation, queue included."""
    counted = meeting.registrations.aggregate(
        taken=Count("pk", filter=Q(state__in=HOLDING)),
        waiting=Count("pk", filter=Q(state=RegistrationState.WAITING)),
        own=Count("pk", filter=Q(state__in=LIVE, organisation=organisation, organisation__isnull=False)),
    )
    return Room(meeting.capacity, meeting.per_organisation, counted["taken"], counted["waiting"], counted["own"])


def own_registration(meeting: Meeting, by: Standing) -> Registration | None:
    """The visitor's place, or place in the queue; the last one when it is over."""
    if by.person is None:
        return None
    rows = meeting.registrations.filter(person=by.person).select_related("organisation")
    found = list(rows.order_by("-registered_at", "pk")[:50])
    return next((one for one in found if one.state in LIVE), found[0] if found else None)


def registrations_of(meeting: Meeting) -> QuerySet[Registration]:
    """Everybody with a place, by organisation and name; page it."""
    rows = meeting.registrations.filter(state__in=HOLDING).select_related("person", "invitee", "organisation")
    return rows.order_by("organisation__name", "person__name", "pk")


def waiting_list(meeting: Meeting, limit: int = 200) -> list[Registration]:
    """Those who wait, the first to come first."""
    rows = meeting.registrations.filter(state=RegistrationState.WAITING)
    return list(rows.select_related("person", "invitee", "organisation").order_by("registered_at", "pk")[:limit])


def next_waiting(meeting: Meeting) -> Registration | None:
    return next(iter(waiting_list(meeting, 1)), None)


def queue_place(registration: Registration) -> int:
    """Which one in the queue, from 1."""
    earlier = Q(registered_at__lt=registration.registered_at)
    earlier |= Q(registered_at=registration.registered_at, pk__lt=registration.pk)
    rows = Registration.objects.filter(earlier, meeting=registration.meeting_id, state=RegistrationState.WAITING)
    return rows.count() + 1


def offers_over(at: datetime, limit: int = 200) -> list[Registration]:
    """Offered places whose time to answer has passed."""
    rows = Registration.objects.filter(state=RegistrationState.OFFERED, answer_until__lte=at)
    return list(rows.select_related("meeting", "meeting__network").order_by("answer_until", "pk")[:limit])


def invitees_of(meeting: Meeting, limit: int = 300) -> list[Invitee]:
    """Guests and standing guests, those left out at the end."""
    rows = meeting.invitees.select_related("person", "organisation")
    return list(rows.order_by("left_out_at", "party", "name", "pk")[:limit])


def invitee_by_key(key: UUID) -> Invitee | None:
    rows = Invitee.objects.filter(pk=key, left_out_at=None)
    return rows.select_related("meeting", "meeting__network", "meeting__body").first()


def registration_of_guest(invitee: Invitee) -> Registration | None:
    """A guest's place, or place in the queue."""
    return invitee.registrations.filter(state__in=LIVE).select_related("meeting", "meeting__network").first()


def own_states(meetings: Iterable[Meeting], by: Standing) -> dict[UUID, str]:
    """Of these meetings, in which the visitor has a place, or waits for one."""
    if by.person is None:
        return {}
    rows = Registration.objects.filter(meeting__in=list(meetings), person=by.person, state__in=LIVE)
    return dict(rows.values_list("meeting", "state"))


def last_contact(meeting: Meeting, standing: str) -> dict[str, str]:
    """Under which address the party was invited to the network's meetings last."""
    rows = Invitee.objects.filter(meeting__network=meeting.network, standing=standing).exclude(email="")
    rows = rows.exclude(email__in=meeting.invitees.values("email"))
    found = rows.order_by("-invited_at").first()
    return {"email": found.email, "name": found.name, "language": found.language} if found else {}


def places_by(invitee: Invitee, limit: int = 1_000) -> list[Registration]:
    """The places held by the person, or for the organisation, that this invitation asked to come."""
    rows = Registration.objects.filter(meeting=invitee.meeting_id, state__in=HOLDING)
    if invitee.person_id:
        rows = rows.filter(person=invitee.person_id)
    else:
        rows = rows.filter(organisation=invitee.organisation_id, organisation__isnull=False)
    return list(rows[:limit])


def not_there(meeting: Meeting, limit: int = 500) -> list[Registration]:
    """Those with a place who are not on the list of those present."""
    there = meeting.attendances.values_list("person", "invitee")
    people = {person for person, _ in there if person}
    guests = {guest for _, guest in there if guest}
    rows = registrations_of(meeting).filter(state=RegistrationState.REGISTERED)
    return list(rows.exclude(person__in=people).exclude(invitee__in=guests)[:limit])
