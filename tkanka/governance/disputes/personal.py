"""What one person said and did in disputes, for that person."""

from typing import Any
from uuid import UUID

from .models import Dispute, Involved, Key, Leaf, Mediator, Party, Reading, Substitute

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    def rows(found: Any, *fields: str) -> list[dict[str, Any]]:
        return list(found.order_by("pk").values(*fields)[:MOST])

    return {
        "brought": rows(Dispute.objects.filter(brought_by=person), "title", "statement", "weight", "brought_at"),
        "answered": rows(Party.objects.filter(answered_by=person), "answer", "answered_at", "undertakes"),
        "added": rows(Leaf.objects.filter(added_by=person), "text", "added_at"),
        "keys": rows(Key.objects.filter(person=person), "holder", "agrees", "reason", "turned_at"),
        "mediates": rows(Mediator.objects.filter(person=person), "name", "email", "accepted", "proposed_at"),
        "involved": rows(Involved.objects.filter(person=person), "since"),
        "replaces": rows(Substitute.objects.filter(person=person), "holder", "named_at"),
        "opened": rows(Reading.objects.filter(person=person), "day", "part"),
    }
