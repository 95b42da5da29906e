from datetime import datetime

from django.core.files.base import File
from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.kit.uploads import safe_name
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Membership
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.membership import (
    REMOVAL,
    MembershipState,
    answer_due,
    may_answer_removal,
    may_drop_removal,
    may_notify_removal,
    may_object_to_removal,
    may_open_removal,
    may_prepare_removal,
    may_remove,
)
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..models import Evidence, RemovalCase
from ..queries import heard_as, open_case
from ..weighing import facts_of, notice_facts
from .closing import close, everybody_of, tell, tell_offices


def prepare_removal(*, by: Standing, at: datetime, membership: Membership, ground: str, reason: str) -> RemovalCase:
    """Begin a case on one of the grounds of the charter. The member knows nothing of it before its notice."""
    with entry("removal.prepared", by=by, at=at) as record:
        membership = locked(membership)
        record.rests_on(may_open_removal(
            rulebook_of(membership.network, localdate(at)), by, organisation=membership.organisation_id,
            ground=ground, other_open=open_case(membership) is not None,
        ))  # fmt: skip
        case = RemovalCase.objects.create(
            network=membership.network,
            organisation=membership.organisation,
            membership=membership,
            ground=ground,
            state=REMOVAL.start,
            opened_on=localdate(at),
            prepared_by=person_by_key(by.person) if by.person else None,
            reason=reason,
        )
        record.about(case)
        return case


def add_evidence(
    *, by: Standing, at: datetime, case: RemovalCase, text: str = "", file: "File[bytes] | None" = None
) -> Evidence:
    """Lay a statement or a file before the notice; after it nothing is added that the member could not answer."""
    with entry("removal.evidence_added", by=by, at=at) as record:
        case = locked(case)
        record.rests_on(may_prepare_removal(facts_of(case, at).book, by, organisation=case.organisation_id))
        record.rests_on(check(case.state == REMOVAL.start, "step_not_open", step="evidence", state=case.state))
        found = _kept(case, by, at, text, file, from_member=False)
        record.about(case, found)
        return found


def notify_of_removal(*, by: Standing, at: datetime, case: RemovalCase) -> RemovalCase:
    """Give the member notice: ground, reasons and evidence are its to see, and it has its days to answer."""
    with entry("removal.noticed", by=by, at=at) as record:
        case = locked(case)
        facts = facts_of(case, at)
        record.rests_on(may_notify_removal(facts.book, by, **notice_facts(facts)))
        case.state, case.noticed_at = REMOVAL.after(case.state, "notify"), at
        case.answer_due = answer_due(facts.book, localdate(at))
        case.save(update_fields=["state", "noticed_at", "answer_due"])
        people = everybody_of(case.organisation, at)
        tell(case.network, people, f"removal.noticed:{case.pk}", "removal_notice", at, case=case)
        record.about(case)
        return case


def answer_removal(
    *, by: Standing, at: datetime, case: RemovalCase, text: str, file: "File[bytes] | None" = None
) -> RemovalCase:
    """The member is heard. Its answer stays as it was given."""
    with entry("removal.answered", by=by, at=at) as record:
        case = locked(case)
        record.rests_on(may_answer_removal(facts_of(case, at).book, by, organisation=case.organisation_id))
        case.state, case.answered_at = REMOVAL.after(case.state, "answer"), at
        case.answered_by, case.answer = person_by_key(by.person) if by.person else None, text
        case.save(update_fields=["state", "answered_at", "answered_by", "answer"])
        if file:
            _kept(case, by, at, "", file, from_member=True)
        tell_offices(case.network, f"removal.answered:{case.pk}", "removal_answered", at, case=case)
        record.about(case)
        return case


def remove_member(*, by: Standing, at: datetime, case: RemovalCase, decision: str) -> RemovalCase:
    """Decide that the organisation is no longer a member. It is told why; the public learns the fact only."""
    with entry("removal.decided", by=by, at=at) as record:
        case = locked(case)
        facts = facts_of(case, at)
        noticed = localdate(case.noticed_at) if case.noticed_at else None
        record.rests_on(may_remove(
            facts.book, by, noticed=noticed, answered=case.answered_at is not None, today=localdate(at),
            **notice_facts(facts),
        ))  # fmt: skip
        _decide(case, "remove", decision, by, at)
        people = everybody_of(case.organisation, at)
        close(case.membership, MembershipState.REMOVED, by, at)
        tell(case.network, people, f"removal.decided:{case.pk}", "removed", at, case=case)
        record.about(case, case.organisation)
        return case


def drop_removal(*, by: Standing, at: datetime, case: RemovalCase, decision: str = "") -> RemovalCase:
    """Let the case go; a member that had notice of it is told."""
    with entry("removal.dropped", by=by, at=at) as record:
        case = locked(case)
        record.rests_on(may_drop_removal(facts_of(case, at).book, by))
        _decide(case, "drop", decision, by, at)
        if case.noticed_at:
            people = everybody_of(case.organisation, at)
            tell(case.network, people, f"removal.dropped:{case.pk}", "removal_dropped", at, case=case)
        record.about(case)
        return case


def object_to_removal(*, by: Standing, at: datetime, case: RemovalCase, text: str) -> RemovalCase:
    """Those who spoke for the organisation when it was removed object; it is put on record and suspends nothing."""
    with entry("removal.objected", by=by, at=at) as record:
        case = locked(case)
        heard = heard_as(case, by)
        record.rests_on(may_object_to_removal(facts_of(case, at).book, heard, organisation=case.organisation_id))
        open_to_it = case.state == "removed" and case.objected_at is None
        record.rests_on(check(open_to_it, "step_not_open", step="object", state=case.state))
        case.objected_at, case.objection = at, text
        case.objected_by = person_by_key(by.person) if by.person else None
        case.save(update_fields=["objected_at", "objection", "objected_by"])
        tell_offices(case.network, f"removal.objected:{case.pk}", "removal_objected", at, case=case)
        record.about(case)
        return case


def _decide(case: RemovalCase, step: str, decision: str, by: Standing, at: datetime) -> None:
    case.state, case.decided_at, case.decision = REMOVAL.after(case.state, step), at, decision
    case.decided_by = person_by_key(by.person) if by.person else None
    case.save(update_fields=["state", "decided_at", "decision", "decided_by"])


def _kept(
    case: RemovalCase, by: Standing, at: datetime, text: str, file: "File[bytes] | None", *, from_member: bool
) -> Evidence:
    person = person_by_key(by.person) if by.person else None
    found = Evidence(case=case, from_member=from_member, text=text, added_at=at, added_by=person)
    if file:
        found.name, found.size = safe_name(file.name or ""), file.size or 0
        found.file.save(found.name, file, save=False)
    found.save()
    return found
