"""What one person moved and answered, for that person."""

from typing import Any
from uuid import UUID

from .models import Choice, Motion, Stance

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    moved = Motion.objects.filter(moved_by=person).order_by("moved_at")
    answered = Motion.objects.filter(answered_by=person).order_by("answered_at")
    said = Stance.objects.filter(taken_by=person).order_by("taken_at")
    remarked = Choice.objects.filter(remarked_by=person).order_by("remarked_at")
    return {
        "moved": list(moved.values("title", "text", "state", "moved_at")[:MOST]),
        "answered": list(answered.values("title", "answer", "answered_at")[:MOST]),
        "stances": list(
            said.values("organisation__name", "round__candidate__name", "agrees", "reason", "taken_at")[:MOST]
        ),
        "remarks": list(remarked.values("remark", "all_asked", "remarked_at")[:MOST]),
    }
