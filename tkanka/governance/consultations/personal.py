"""What one person entered, remarked and answered, for that person."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from .models import Answer, Document, Guest, Remark

MOST = 1000


def export_of(person: UUID, email: str) -> dict[str, Any]:
    remarked = Remark.objects.filter(Q(person=person) | Q(guest__email=email)).order_by("made_at")
    fields = ("number", "consultation__version__document__title", "organisation__name", "stance", "text", "proposal",
              "made_at")  # fmt: skip
    answered = Answer.objects.filter(answered_by=person).order_by("answered_at")
    invited = Guest.objects.filter(email=email).order_by("invited_at")
    return {
        "documents": list(Document.objects.filter(made_by=person).values("title", "kind", "made_at")[:MOST]),
        "remarks": list(remarked.values(*fields)[:MOST]),
        "answers": list(answered.values("outcome", "reason", "answered_at")[:MOST]),
        "invitations": list(invited.values("party", "name", "invited_at")[:MOST]),
    }
