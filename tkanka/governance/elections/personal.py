"""What one person did in elections, for that person. How anybody voted is not known to the platform."""

from typing import Any
from uuid import UUID

from .models import Candidacy, Process

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    stood = Candidacy.objects.filter(person=person).order_by("nominated_at")
    named = Candidacy.objects.filter(nominated_by=person).exclude(person=person).order_by("nominated_at")
    published = Process.objects.filter(published_by=person).order_by("published_at")
    told = ("election__body__name", "organisation__name", "state", "statement", "nominated_at")
    return {
        "candidacies": list(stood.values(*told)[:MOST]),
        "nominated": list(named.values("election__body__name", "nominated_at")[:MOST]),
        "rules": list(published.values("text", "published_at")[:MOST]),
    }
