"""Signing, each organisation for itself; handing over, and what was answered."""

from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.positions import (
    POSITION,
    may_close,
    may_deliver,
    may_note_answer,
    may_sign,
    may_withdraw_signature,
)
from tkanka.rules.standing import Standing

from ..index import index_position
from ..letters import tell_signatories
from ..models import Addressee, Position, Signature
from ..queries import signed_by, standing_signatures
from .writing import held


def sign_position(*, by: Standing, at: datetime, position: Position, organisation: Organisation) -> Signature:
    """One organisation signs for itself."""
    with entry("position.signed", by=by, at=at) as record:
        found, day = held(position), localdate(at)
        signed = bool(signed_by(found, [organisation.pk]))
        record.rests_on(may_sign(
            rulebook_of(found.network, day), by, organisation=organisation.pk, state=found.state,
            until=found.sign_until, signed=signed, today=day,
        ))  # fmt: skip
        made = Signature.objects.create(position=found, organisation=organisation, person_id=by.person, signed_at=at)
        record.about(found, organisation)
        return made


def withdraw_signature(*, by: Standing, at: datetime, signature: Signature) -> Signature:
    """The organisation does not stand behind it any more; the list says so, with the day."""
    with entry("position.signature_withdrawn", by=by, at=at) as record:
        found = held(signature.position)
        organisation = signature.organisation
        record.rests_on(may_withdraw_signature(by, organisation=organisation.pk, state=found.state))
        signature = locked(signature)
        signature.withdrawn_at = signature.withdrawn_at or at
        signature.save(update_fields=["withdrawn_at"])
        record.about(found, organisation)
        return signature


def close_signing(*, by: Standing, at: datetime, position: Position) -> Position:
    """Signing is over: the position with its list is public."""
    with entry("position.closed", by=by, at=at) as record:
        found, day = held(position), localdate(at)
        state = POSITION.after(found.state, "close")
        record.rests_on(may_close(by, initiator=found.initiator_id, until=found.sign_until, today=day))
        found.state, found.closed_at = state, at
        found.save(update_fields=["state", "closed_at"])
        index_position(found, at)
        record.about(found, signatures=standing_signatures(found))
        return found


def deliver(*, by: Standing, at: datetime, addressee: Addressee, on: date, how: str) -> Addressee:
    """It was handed over; those who signed learn of it."""
    with entry("position.delivered", by=by, at=at) as record:
        found, day = held(addressee.position), localdate(at)
        record.rests_on(may_deliver(
            by, initiator=found.initiator_id, state=found.state, signatures=standing_signatures(found), today=day,
            on=on,
        ))  # fmt: skip
        addressee = locked(addressee)
        addressee.delivered_on, addressee.delivered_how = on, how.strip()
        addressee.save(update_fields=["delivered_on", "delivered_how"])
        tell_signatories(found, "delivered", at, addressee.pk, addressee=addressee)
        record.about(found, on=on)
        return addressee


def note_answer(*, by: Standing, at: datetime, addressee: Addressee, on: date, text: str) -> Addressee:
    """What the addressee answered; those who signed learn of it."""
    with entry("position.answered", by=by, at=at) as record:
        found = held(addressee.position)
        delivered = addressee.delivered_on is not None
        record.rests_on(may_note_answer(
            by, initiator=found.initiator_id, delivered=delivered, told=bool(text.strip())
        ))  # fmt: skip
        addressee = locked(addressee)
        addressee.answered_on, addressee.answer = on, text.strip()
        addressee.save(update_fields=["answered_on", "answer"])
        tell_signatories(found, "answered", at, addressee.pk, addressee=addressee)
        record.about(found, on=on)
        return addressee
