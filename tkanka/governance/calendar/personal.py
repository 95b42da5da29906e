"""What the calendar keeps of one person, for that person."""

from typing import Any
from uuid import UUID

from .models import Event, Feed

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """Events the person entered, and the addresses of calendars made for them."""
    entered = Event.objects.filter(created_by_id=person).order_by("created_at")
    feeds = Feed.objects.filter(person_id=person).order_by("created_at")
    told = ("network__name", "scope", "body__name", "organisation__name", "created_at", "used_at", "revoked_at")
    return {
        "events": list(entered.values("network__name", "title", "starts_at", "created_at")[:MOST]),
        "feeds": list(feeds.values(*told)[:MOST]),
    }
