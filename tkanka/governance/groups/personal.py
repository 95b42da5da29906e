"""What this room keeps of one person, for that person."""

from typing import Any
from uuid import UUID

from .models import Opinion, Proposal, Question, Result, SupportRequest, Terms, Update

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """What somebody proposed, answered, wrote and asked for in groups."""
    proposals = Proposal.objects.filter(proposed_by=person).order_by("begun_at")
    return {
        "proposals": list(proposals.values("name", "aims", "state", "begun_at", "submitted_at")[:MOST]),
        "answers": list(Question.objects.filter(answered_by=person).values("text", "answer", "answered_at")[:MOST]),
        "opinions": list(Opinion.objects.filter(person=person).values("reply", "text", "at")[:MOST]),
        "terms": list(Terms.objects.filter(written_by=person).values("body__name", "number", "written_at")[:MOST]),
        "updates": list(Update.objects.filter(by=person).values("body__name", "done", "ahead", "at")[:MOST]),
        "results": list(
            Result.objects.filter(filed_by=person).values("body__name", "title", "text", "filed_at")[:MOST]
        ),
        "support": list(SupportRequest.objects.filter(asked_by=person).values("kind", "text", "asked_at")[:MOST]),
    }
