"""What one person said when an organisation left or a case was weighed, for that person."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from ..models import Evidence, Outreach, RemovalCase, Resignation

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """Resignations told, cases worked on, material laid, calls noted."""
    told = Resignation.objects.filter(told_by_id=person).order_by("told_at")
    mine = Q(prepared_by_id=person) | Q(answered_by_id=person) | Q(decided_by_id=person) | Q(objected_by_id=person)
    cases = RemovalCase.objects.filter(mine).order_by("opened_on", "pk")
    laid = Evidence.objects.filter(added_by_id=person).order_by("added_at")
    calls = Outreach.objects.filter(by_id=person).order_by("at")
    return {
        "resignations": list(told.values("organisation__name", "message", "told_at", "leaves_on")[:MOST]),
        "removal_cases": list(cases.values("organisation__name", "state", "opened_on")[:MOST]),
        "evidence": list(laid.values("case__organisation__name", "text", "name", "added_at")[:MOST]),
        "outreach": list(calls.values("organisation__name", "way", "note", "at")[:MOST]),
    }
