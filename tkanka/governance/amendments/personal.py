"""What one person did for changes of the charter, for that person."""

from typing import Any
from uuid import UUID

from .models import Amendment

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    started = Amendment.objects.filter(started_by=person).order_by("started_at")
    return {"started": list(started.values("title", "reason", "state", "started_at")[:MOST])}
