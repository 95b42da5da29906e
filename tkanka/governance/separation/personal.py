"""What one person did in cases of separation, for that person."""

from typing import Any
from uuid import UUID

from .models import Case, Successor

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    opened = Case.objects.filter(opened_by=person).order_by("opened_at")
    proposed = Successor.objects.filter(proposed_by=person).order_by("proposed_at")
    answered = Successor.objects.filter(answered_by=person).order_by("answered_at")
    return {
        "opened": list(opened.values("interest", "reason", "state", "opened_at")[:MOST]),
        "proposed": list(proposed.values("organisation__name", "text", "proposed_at")[:MOST]),
        "answered": list(answered.values("organisation__name", "accepted", "answer", "answered_at")[:MOST]),
    }
