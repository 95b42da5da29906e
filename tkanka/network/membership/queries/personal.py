"""What is kept of one person who applied, declared or asked, for that person."""

from typing import Any
from uuid import UUID

from ..models import AccessRequest, Application, Declaration, Question

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """Applications with all that was typed, declarations made, answers given, access asked for."""
    applications = Application.objects.filter(applicant_id=person).order_by("begun_at")
    declared = Declaration.objects.filter(person_id=person).order_by("at")
    answers = Question.objects.filter(answered_by_id=person).order_by("answered_at")
    asked = AccessRequest.objects.filter(person_id=person).order_by("asked_at")
    told = ("network__name", "name", "state", "email", "data", "begun_at", "submitted_at", "decided_at")
    return {
        "applications": list(applications.values(*told)[:MOST]),
        "declarations": list(declared.values("network__name", "organisation__name", "code", "at")[:MOST]),
        "answers": list(answers.values("text", "answer", "answered_at")[:MOST]),
        "access_requests": list(asked.values("organisation__name", "text", "asked_at", "state")[:MOST]),
    }
