"""What one person prepared and voted, for that person. How they voted in a secret vote nobody knows."""

from typing import Any
from uuid import UUID

from .models import Ballot, Poll, Voter

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    prepared = Poll.objects.filter(prepared_by=person).order_by("prepared_at")
    cast = Ballot.objects.filter(cast_by=person).order_by("cast_at")
    lines = Voter.objects.filter(person=person).order_by("poll__opened_at")
    return {
        "prepared": list(prepared.values("title", "text", "state", "prepared_at")[:MOST]),
        "votes": list(
            cast.values("voter__poll__title", "voter__organisation__name", "choice", "reason", "cast_at")[:MOST]
        ),
        "rolls": list(lines.values("poll__title", "organisation__name", "entitled", "voted", "reason")[:MOST]),
    }
