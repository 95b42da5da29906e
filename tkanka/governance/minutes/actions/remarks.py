"""Remarks on minutes, and the answers to them."""

from datetime import datetime

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation
from tkanka.rules.minutes import may_answer_remark, may_remark
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell_keepers, tell_remarker
from ..models import Minutes, Remark, Section
from ..weighing import weighed
from .opening import bodies_of


def remark(
    *, by: Standing, at: datetime, section: Section, text: str, organisation: Organisation | None = None
) -> Remark:
    """Say what is wrong or missing in a section; whoever keeps the minutes is told."""
    with entry("minutes.remarked", by=by, at=at) as record:
        minutes = locked(section.minutes)
        facts = weighed(minutes.meeting, minutes, by, at)
        key = organisation.pk if organisation else None
        record.rests_on(may_remark(facts.book, by, facts.of, facts.work, organisation=key, today=facts.today))
        section.minutes = minutes
        found = Remark.objects.create(
            section=section, organisation=organisation, person_id=by.person, text=text.strip(), made_at=at
        )
        tell_keepers(found, at)
        record.about(
            minutes, minutes.meeting, *bodies_of(minutes.meeting), network=minutes.meeting.network_id,
            section=section.order,
        )  # fmt: skip
        return found


def answer_remark(*, by: Standing, at: datetime, remark: Remark, text: str, taken: bool) -> Remark:
    """Answer a remark in words, saying whether it was taken up; once."""
    with entry("minutes.remark_answered", by=by, at=at) as record:
        minutes: Minutes = locked(remark.section.minutes)
        remark = locked(remark)
        remark.section.minutes = minutes
        facts = weighed(minutes.meeting, minutes, by, at)
        record.rests_on(may_answer_remark(facts.book, by, facts.of, facts.work, text=text))
        record.rests_on(check(remark.answered_at is None, "not_answered_yet"))
        remark.answer, remark.taken, remark.answered_at, remark.answered_by_id = text.strip(), taken, at, by.person
        remark.save(update_fields=["answer", "taken", "answered_at", "answered_by"])
        tell_remarker(remark, at)
        record.about(
            minutes, minutes.meeting, *bodies_of(minutes.meeting), network=minutes.meeting.network_id, taken=taken
        )
        return remark
