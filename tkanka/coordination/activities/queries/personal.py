"""What the register keeps of one person, for that person."""

from typing import Any
from uuid import UUID

from ..models import Activity, ImportRun

MOST = 1000


def export_of(person: UUID, email: str) -> dict[str, Any]:
    """Entries with the person's address as their contact, and files the person brought."""
    entries = Activity.objects.filter(email__iexact=email).order_by("created_at") if email else Activity.objects.none()
    runs = ImportRun.objects.filter(person_id=person).order_by("started_at")
    return {
        "contact_of_activities": list(entries.values("title", "contact", "email", "phone", "changed_at")[:MOST]),
        "imports": list(runs.values("network__name", "name", "state", "rows", "started_at")[:MOST]),
    }
