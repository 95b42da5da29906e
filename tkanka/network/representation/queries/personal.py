"""What is kept of the invitations of one person, for that person."""

from typing import Any
from uuid import UUID

from ..models import Invitation

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """Invitations the person took up, and those they sent, without the addresses of others."""
    taken = Invitation.objects.filter(accepted_by_id=person).order_by("invited_at")
    sent = Invitation.objects.filter(invited_by_id=person).order_by("invited_at")
    told = ("organisation__name", "email", "name", "capacity", "post", "invited_at", "accepted_at")
    return {
        "invitations": list(taken.values(*told)[:MOST]),
        "invitations_sent": list(sent.values("organisation__name", "capacity", "invited_at")[:MOST]),
    }
