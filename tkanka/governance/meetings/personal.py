"""What this room keeps of one person, for that person."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from .models import Attendance, Invitee, Item, Material, Meeting, Registration, Submission

MOST = 1000


def export_of(person: UUID, email: str) -> dict[str, Any]:
    """Places taken and waited for, meetings attended and led, what was proposed and handed in, invitations."""
    places = Registration.objects.filter(person_id=person).order_by("registered_at", "pk")
    came = Attendance.objects.filter(person_id=person).order_by("came_at", "pk")
    items = Item.objects.filter(proposed_by_id=person).order_by("proposed_at", "pk")
    papers = Submission.objects.filter(delivered_by_id=person).order_by("delivered_at", "pk")
    files = Material.objects.filter(added_by_id=person).order_by("added_at", "pk")
    led = Meeting.objects.filter(Q(created_by_id=person) | Q(chair_id=person)).order_by("starts_at", "pk")
    guest = Invitee.objects.filter(email__iexact=email) if email else Invitee.objects.none()
    asked = (Invitee.objects.filter(person_id=person) | guest).order_by("invited_at", "pk")
    place = ("meeting__title", "organisation__name", "state", "online", "needs", "registered_at")
    proposed = ("meeting__title", "title", "text", "owner", "state", "reason", "proposed_at")
    seen = ("meeting__title", "organisation__name", "capacity", "came_at", "left_at")
    return {
        "places": list(places.values(*place)[:MOST]),
        "attendances": list(came.values(*seen)[:MOST]),
        "items": list(items.values(*proposed)[:MOST]),
        "submissions": list(papers.values("meeting__title", "kind", "text", "url", "name", "delivered_at")[:MOST]),
        "materials": list(files.values("meeting__title", "title", "url", "name", "added_at")[:MOST]),
        "meetings": list(led.values("title", "starts_at", "state", "created_at")[:MOST]),
        "invitations": list(asked.values("meeting__title", "name", "party", "email", "invited_at")[:MOST]),
    }
