"""Forgetting a person: what was decided stays, who they were does not."""

from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..index import index_result
from ..models import (
    Check,
    Consultation,
    Intent,
    Opinion,
    OutsideGroup,
    Proposal,
    Question,
    Result,
    SupportRequest,
    Terms,
    Update,
)

TEXTS = {
    Check: ("note",),
    Consultation: ("text",),
    Intent: ("name", "purposes", "need"),
    Opinion: ("text",),
    OutsideGroup: ("name", "lead", "co_lead", "sector", "area", "link", "about"),
    Question: ("text", "answer"),
    SupportRequest: ("text", "reason"),
    Terms: ("aims", "time_frame", "meetings", "profile"),
    Update: ("done", "ahead"),
}
OF_PROPOSAL = (
    "name", "aims", "time_frame", "meetings", "profile", "strategic_reason", "sensitive_reason", "explanation",
)  # fmt: skip
OF_RESULT = ("title", "text", "review", "name", "link")


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Their name and addresses go out of all texts; their drafts and opinions go with them."""
    with entry("person.groups_forgotten", by=by, at=at) as record:
        person = Person(pk=traces.key)
        Proposal.objects.filter(proposed_by=person, state="draft").delete()
        Opinion.objects.filter(person=person).delete()
        for model, fields in TEXTS.items():
            traces.omit(model._default_manager.all(), *fields)
        traces.omit(Proposal.objects.all(), *OF_PROPOSAL)
        for result in traces.omit(Result.objects.select_related("body__network"), *OF_RESULT):
            index_result(result, result.filed_at)
        record.about(person)
