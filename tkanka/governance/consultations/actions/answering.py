"""Answering: one position on a remark or on all that say the same; whoever made them is told."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.ledger.actions import entry
from tkanka.rules.consultations import RemarkOutcome, may_answer, may_group
from tkanka.rules.standing import Standing

from ..letters import authors_of, tell
from ..models import Answer, Consultation, Remark, RemarkGroup
from ..queries.remarks import answer_to, chosen, in_group
from ..weighing import weighed
from .holding import held


def answer(
    *, by: Standing, at: datetime, remark: Remark, outcome: RemarkOutcome, reason: str, seen: int = 0
) -> Answer:  # fmt: skip
    """Answer a remark, and with it all that are put together with it. `seen` is the revision the writer saw."""
    with entry("consultation.remark_answered", by=by, at=at) as record:
        found = held(remark.consultation)
        day = localdate(at)
        facts, stands = weighed(found, by, day), answer_to(remark)
        record.rests_on(may_answer(
            facts.book, by, asked=facts.asked, party=facts.party, withdrawn=remark.withdrawn_at is not None,
            explained=bool(reason.strip()), seen=seen == (stands.revision if stands else 0),
        ))  # fmt: skip
        made = stands or (Answer(group=remark.group) if remark.group_id else Answer(remark=remark))
        made.outcome, made.reason, made.answered_at, made.answered_by_id = outcome, reason.strip(), at, by.person
        made.revision = seen + 1
        made.save()
        remarks = in_group(remark) if made.group_id else [remark]
        for one in remarks:
            about = f"{one.pk}:{made.revision}"
            tell(found, authors_of(one, found, day), "answered", at, about=about, remark=one, answer=made)
        record.about(found, number=remark.number, outcome=outcome, remarks=len(remarks))
        return made


def group_remarks(
    *, by: Standing, at: datetime, consultation: Consultation, remarks: Iterable[Remark]
) -> RemarkGroup:  # fmt: skip
    """Put remarks together that one answer shall answer; groups that meet become one."""
    with entry("consultation.remarks_grouped", by=by, at=at) as record:
        found = held(consultation)
        facts = weighed(found, by, localdate(at))
        wanted = {one.pk for one in remarks}
        together = chosen(found, wanted)
        fits = len(together) > 1 and len(together) == len(wanted)
        record.rests_on(may_group(facts.book, by, asked=facts.asked, party=facts.party, fits=fits))
        group = next((one.group for one in together if one.group), None)
        if group is None:
            group = RemarkGroup.objects.create(consultation=found, made_at=at, made_by_id=by.person)
        joined = {one.group_id for one in together if one.group_id}
        Remark.objects.filter(group__in=joined).update(group=group)
        Remark.objects.filter(pk__in=wanted).update(group=group)
        RemarkGroup.objects.filter(pk__in=joined - {group.pk}).delete()
        record.about(found, remarks=len(wanted))
        return group


def ungroup_remark(*, by: Standing, at: datetime, remark: Remark) -> Remark:
    """Take a remark out again; it gets an answer of its own."""
    with entry("consultation.remark_ungrouped", by=by, at=at) as record:
        found = held(remark.consultation)
        facts = weighed(found, by, localdate(at))
        fits = remark.group_id is not None and answer_to(remark) is None
        record.rests_on(may_group(facts.book, by, asked=facts.asked, party=facts.party, fits=fits))
        group = remark.group
        remark.group = None
        remark.save(update_fields=["group"])
        if group is not None and group.remarks.count() < 2:
            group.delete()
        record.about(found, number=remark.number)
        return remark
