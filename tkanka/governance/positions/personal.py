"""What one person began, signed and remarked, for that person."""

from typing import Any
from uuid import UUID

from .models import DraftRemark, Position, Signature

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    begun = Position.objects.filter(begun_by=person).order_by("begun_at")
    signed = Signature.objects.filter(person=person).order_by("signed_at")
    remarked = DraftRemark.objects.filter(person=person).order_by("made_at")
    return {
        "begun": list(begun.values("title", "text", "begun_at")[:MOST]),
        "signed": list(
            signed.values("position__title", "organisation__name", "signed_at", "withdrawn_at")[:MOST]
        ),
        "remarks": list(remarked.values("position__title", "organisation__name", "text", "made_at")[:MOST]),
    }  # fmt: skip
