"""The seats of one person and what they asked for, for that person."""

from typing import Any
from uuid import UUID

from .models import Admission, Seat

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """In which bodies somebody sits or sat, for whom and how."""
    seats = Seat.objects.filter(person_id=person).order_by("since", "pk")
    told = ("body__name", "organisation__name", "outside", "role", "basis", "reason", "since", "until")
    asked = Admission.objects.filter(person_id=person).order_by("asked_at")
    return {
        "seats": list(seats.values(*told)[:MOST]),
        "admissions": list(asked.values("body__name", "text", "state", "asked_at", "answered_at")[:MOST]),
    }
