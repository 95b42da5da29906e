"""Asking for the Forum's deliberation, and the two keys."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.disputes import DISPUTE, Holder, is_heard, may_ask_admission, may_turn_key
from tkanka.rules.standing import Standing

from ..letters import tell, tell_advisers
from ..models import Dispute, Key, Party
from ..queries import file_of
from .bringing import acts


def ask_admission(*, by: Standing, at: datetime, party: Party, reason: str, without_mediation: str = "") -> Dispute:
    """A party asks that the dispute come before the Forum; both keys are told, and which party undertook what."""
    with entry("dispute.admission_asked", by=by, at=at) as record:
        dispute, day = locked(party.dispute), localdate(at)
        file = file_of(dispute, day)
        others = [one for one in file.parties if one.pk != party.pk and not one.brought]
        record.rests_on(may_ask_admission(
            rulebook_of(dispute.network, day), by, file.facts, party=party.organisation_id,
            mediated=any(one.accepted for one in file.mediators), explained=bool(without_mediation.strip()),
            heard=all(is_heard(answered=bool(one.answer), told=one.told_on, today=day) for one in others),
        ))  # fmt: skip
        dispute.state = DISPUTE.after(dispute.state, "ask")
        dispute.asked_at, dispute.asked_because = at, reason.strip()
        dispute.without_mediation, dispute.poll = without_mediation.strip(), None
        dispute.save()
        acts(dispute, by, at)
        file = file_of(dispute, day)
        tell(file, at, dispute.pk, but=party.organisation_id)
        tell_advisers(file, at, dispute.pk)
        record.about(dispute)
        return dispute


def turn_key(*, by: Standing, at: datetime, dispute: Dispute, holder: Holder, agrees: bool, reason: str) -> Dispute:
    """One word for or against, with its reason: both keys admit the dispute, one refusal sends it back to mediation."""
    with entry("dispute.key_turned", by=by, at=at) as record:
        dispute, day = locked(dispute), localdate(at)
        file, book = file_of(dispute, day), rulebook_of(dispute.network, day)
        record.rests_on(may_turn_key(
            book, by, file.facts, holder=holder, in_office=file.in_office(by.person, holder),
            explained=bool(reason.strip()), turned=_turned(file.keys, by, holder),
        ))  # fmt: skip
        assert dispute.asked_at
        key = Key.objects.create(
            dispute=dispute, holder=holder, person_id=by.person, agrees=agrees, reason=reason.strip(), turned_at=at,
            asked_at=dispute.asked_at,
        )  # fmt: skip
        file = file_of(dispute, day)
        both = [file.key_of(book, one) for one in Holder]
        if all(both) or False in both:
            dispute.state = DISPUTE.after(dispute.state, "admit" if all(both) else "not_admit")
            dispute.save(update_fields=["state"])
            tell(file, at, key.pk)
        record.about(dispute, key, holder=holder)
        return dispute


def _turned(keys: list[Key], by: Standing, holder: Holder) -> bool:
    """Whether somebody has had their word; of the coordinator's key, whether anybody has."""
    once = holder is Holder.COORDINATOR
    return any(one.person_id == by.person or (once and one.holder == holder) for one in keys)
