"""The cards of one person, for that person."""

from typing import Any
from uuid import UUID

from ..models import SEEN_BY, SHOWN, ContactPerson

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """Every card as it is shown, with whom it is shown to."""
    cards = ContactPerson.objects.filter(person_id=person).order_by("organisation__name", "pk")
    return {"cards": list(cards.values("organisation__name", *SHOWN, *SEEN_BY, "written_at", "answered_at")[:MOST])}
