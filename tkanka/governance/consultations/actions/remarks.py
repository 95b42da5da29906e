"""Remarks: making one, changing it, taking it back, entering one for somebody."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation
from tkanka.rules.consultations import RemarkStance, may_change_remark, may_enter_for
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Standing

from ..models import Consultation, Guest, Paragraph, Remark
from ..queries.remarks import answer_to, is_own
from ..weighing import weighed
from .holding import held


def remark(
    *, by: Standing, at: datetime, consultation: Consultation, stance: RemarkStance, text: str, proposal: str = "",
    paragraph: Paragraph | None = None, organisation: Organisation | None = None, guest: Guest | None = None,
) -> Remark:  # fmt: skip
    """Say something of a paragraph or of the whole document, for an organisation one speaks for."""
    with entry("consultation.remarked", by=by, at=at) as record:
        found = held(consultation)
        facts = weighed(found, by, localdate(at), guest=guest is not None)
        record.rests_on(facts.remark(organisation.pk if organisation else None))
        record.rests_on(_fits(found, paragraph))
        made = _written(
            found, at, stance=stance, text=text, proposal=proposal, paragraph=paragraph, organisation=organisation,
            guest=guest, party=guest.party if guest else "", person_id=by.person,
        )  # fmt: skip
        record.about(found, *_shown_with(found, organisation), number=made.number)
        return made


def enter_remark(
    *, by: Standing, at: datetime, consultation: Consultation, stance: RemarkStance, text: str, proposal: str = "",
    paragraph: Paragraph | None = None, organisation: Organisation | None = None, party: str = "",
) -> Remark:  # fmt: skip
    """Enter what came on paper or by mail, for an organisation or for somebody outside named in words."""
    with entry("consultation.remark_entered", by=by, at=at) as record:
        found = held(consultation)
        facts = weighed(found, by, localdate(at))
        who = organisation is not None or bool(party.strip())
        record.rests_on(may_enter_for(facts.book, by, asked=facts.asked, party=facts.party, who=who))
        record.rests_on(_fits(found, paragraph))
        made = _written(
            found, at, stance=stance, text=text, proposal=proposal, paragraph=paragraph, organisation=organisation,
            party="" if organisation else party.strip(), entered_by_id=by.person,
        )  # fmt: skip
        record.about(found, *_shown_with(found, organisation), number=made.number)
        return made


def change_remark(
    *, by: Standing, at: datetime, remark: Remark, stance: RemarkStance, text: str, proposal: str = "",
    guest: Guest | None = None,
) -> Remark:  # fmt: skip
    """Change one's own remark until the end."""
    with entry("consultation.remark_changed", by=by, at=at) as record:
        found = held(remark.consultation)
        own = _own(remark, found, by, at, guest)
        record.rests_on(own)
        remark = locked(remark)
        remark.stance, remark.text, remark.proposal = stance, text.strip(), proposal.strip()
        remark.edited_at = at
        remark.save(update_fields=["stance", "text", "proposal", "edited_at"])
        record.about(found, number=remark.number)
        return remark


def withdraw_remark(*, by: Standing, at: datetime, remark: Remark, guest: Guest | None = None) -> Remark:
    """Take one's own remark back; nothing is answered to it."""
    with entry("consultation.remark_withdrawn", by=by, at=at) as record:
        found = held(remark.consultation)
        record.rests_on(_own(remark, found, by, at, guest))
        remark = locked(remark)
        remark.withdrawn_at, remark.group = at, None
        remark.save(update_fields=["withdrawn_at", "group"])
        record.about(found, number=remark.number)
        return remark


def _own(remark: Remark, consultation: Consultation, by: Standing, at: datetime, guest: Guest | None) -> Ruling:
    facts = weighed(consultation, by, localdate(at), guest=guest is not None)
    own = remark.withdrawn_at is None and is_own(remark, by, guest)
    return may_change_remark(asked=facts.asked, own=own, answered=answer_to(remark) is not None, today=facts.today)


def _fits(consultation: Consultation, paragraph: Paragraph | None) -> Ruling:
    fits = paragraph is None or paragraph.version_id == consultation.version_id
    return check(fits, "paragraph_of_the_version")


def _written(consultation: Consultation, at: datetime, *, text: str, proposal: str, **told: object) -> Remark:
    consultation.numbered += 1
    consultation.save(update_fields=["numbered"])
    return Remark.objects.create(
        consultation=consultation, number=consultation.numbered, text=text.strip(), proposal=proposal.strip(),
        made_at=at, **told,
    )  # fmt: skip


def _shown_with(consultation: Consultation, organisation: Organisation | None) -> list[Organisation]:
    """The organisation's own history tells of it, unless it was said inside a body."""
    return [organisation] if organisation and consultation.body_id is None else []
