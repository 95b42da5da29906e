"""What this room keeps of one person, for that person."""

from typing import Any
from uuid import UUID

from .models import (
    Check,
    Consultation,
    Initiator,
    Intent,
    Opinion,
    Proposal,
    Question,
    Result,
    SupportRequest,
    Terms,
    Update,
)

MOST = 1000
CHARGE = ("aims", "time_frame", "meetings", "profile")


def export_of(person: UUID) -> dict[str, Any]:
    """What somebody proposed, answered, wrote and asked for in groups, and what they did there by their office."""
    proposals = Proposal.objects.filter(proposed_by=person).order_by("begun_at")
    told = ("name", *CHARGE, "strategic_reason", "sensitive_reason", "state", "begun_at", "submitted_at")
    initiated = Initiator.objects.filter(person=person).order_by("invited_at")
    return {
        "proposals": list(proposals.values(*told)[:MOST]),
        "initiated": list(initiated.values("proposal__name", "organisation__name", "agreed_at", "declined_at")[:MOST]),
        "answers": list(Question.objects.filter(answered_by=person).values("text", "answer", "answered_at")[:MOST]),
        "opinions": list(Opinion.objects.filter(person=person).values("reply", "text", "at")[:MOST]),
        "terms": list(
            Terms.objects.filter(written_by=person).values("body__name", "number", *CHARGE, "written_at")[:MOST]
        ),
        "updates": list(Update.objects.filter(by=person).values("body__name", "done", "ahead", "at")[:MOST]),
        "results": list(
            Result.objects.filter(filed_by=person).values("body__name", "title", "text", "link", "name", "filed_at")[
                :MOST
            ]
        ),
        "support": list(SupportRequest.objects.filter(asked_by=person).values("kind", "text", "asked_at")[:MOST]),
        "by_office": _by_office(person),
    }


def _by_office(person: UUID) -> dict[str, Any]:
    """What somebody checked, asked, put, reviewed and granted for the network."""
    reviewed = Result.objects.filter(reviewed_by=person)
    granted = SupportRequest.objects.filter(answered_by=person)
    decided = Proposal.objects.filter(decided_by=person)
    return {
        "checks": list(Check.objects.filter(by=person).values("proposal__name", "item", "fine", "note", "at")[:MOST]),
        "questions": list(Question.objects.filter(asked_by=person).values("text", "asked_at")[:MOST]),
        "consultations": list(Consultation.objects.filter(asked_by=person).values("text", "asked_at")[:MOST]),
        "intents": list(Intent.objects.filter(put_by=person).values("name", "need", "put_at")[:MOST]),
        "reviews": list(reviewed.values("title", "review", "reviewed_at")[:MOST]),
        "support_answered": list(granted.values("kind", "granted", "reason", "answered_at")[:MOST]),
        "decided": list(decided.values("name", "state", "explanation", "decided_at")[:MOST]),
    }
