"""Observers and partners: granted, kept in contact with, ended."""

from datetime import datetime
from typing import Any

from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import end_membership, register_organisation, start_membership
from tkanka.network.networks.models import Membership, Network, Organisation, Status
from tkanka.network.networks.queries import active_membership, rulebook_of
from tkanka.rules.membership import (
    StatusState,
    may_end_status,
    may_grant_observer,
    may_grant_partner,
    may_note_contact,
)
from tkanka.rules.parties import Kind
from tkanka.rules.standing import Standing

from ..letters import page, to_main_people
from ..models import Beside, ContactNote
from .actor import actor


def grant_observer(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation | None = None,
    name: str = "",
    kind: str = "",
    reason: str = "",
    **contact: Any,
) -> Beside:
    """An outside organisation becomes a permanent observer: it sees the meetings it is invited to, and has no voice."""
    with entry("observer.granted", by=by, at=at) as record:
        party, day = _party(by, at, organisation, name, kind), only_day(at)
        belongs = active_membership(network, party, day) is not None
        book, what = rulebook_of(network, day), Kind(party.kind)
        record.rests_on(may_grant_observer(book, by, kind=what, is_member=belongs, reason=reason))
        found = _stand_beside(by, at, network, party, Status.OBSERVER, {"reason": reason, **contact})
        record.about(found.membership, party, kind=what)
        return found


def grant_partner(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation | None = None,
    name: str = "",
    kind: str = "",
    reason: str = "",
    **contact: Any,
) -> Beside:
    """An outside organisation becomes a partner; a business an offering one: it may post offers, and nothing else."""
    with entry("partner.granted", by=by, at=at) as record:
        party, day = _party(by, at, organisation, name, kind), only_day(at)
        belongs = active_membership(network, party, day) is not None
        book, what = rulebook_of(network, day), Kind(party.kind)
        record.rests_on(may_grant_partner(book, by, kind=what, is_member=belongs))
        found = _stand_beside(by, at, network, party, Status.PARTNER, {"reason": reason, **contact})
        record.about(found.membership, party, kind=what)
        return found


def _party(by: Standing, at: datetime, organisation: Organisation | None, name: str, kind: str) -> Organisation:
    """The party that is known, or a new one of this name and kind."""
    if organisation is not None:
        return locked(organisation)
    return register_organisation(by=by, at=at, name=name, kind=kind)


def _stand_beside(
    by: Standing, at: datetime, network: Network, party: Organisation, status: Status, kept: dict[str, Any]
) -> Beside:
    tie = start_membership(by=by, at=at, network=network, organisation=party, status=status, since=only_day(at))
    found = Beside.objects.create(membership=tie, granted_by_id=by.person, **kept)
    cause = f"status.granted:{tie.pk}"
    to_main_people(network, party, "status_granted", at, cause, status=status, page=page("beside", network))
    return found


def end_beside(*, by: Standing, at: datetime, membership: Membership) -> Membership:
    """The status ends at once: by whoever grants it, or by the organisation itself."""
    with entry("status.ended", by=by, at=at) as record:
        own = membership.organisation_id in by.represents
        record.rests_on(may_end_status(rulebook_of(membership.network, only_day(at)), by, own=own))
        ended = end_membership(by=by, at=at, membership=membership, state=StatusState.ENDED, on=only_day(at))
        record.about(ended, ended.organisation, status=ended.status)
        return ended


def change_contact(*, by: Standing, at: datetime, membership: Membership, **contact: Any) -> Beside:
    """Whom to ask at an observer or partner, which body works with it, whether it passes offers on.

    The record says which of these changed, never to what: names and addresses are not for the ledger.
    """
    with entry("contact.changed", by=by, at=at) as record:
        record.rests_on(may_note_contact(by))
        beside = locked(Beside.objects.get_or_create(membership=membership)[0])
        changed = sorted(name for name, value in contact.items() if getattr(beside, name) != value)
        for name in changed:
            setattr(beside, name, contact[name])
        beside.save(update_fields=changed)
        record.about(beside, membership, membership.organisation, network=membership.network_id, fields=changed)
        return beside


def note_contact(*, by: Standing, at: datetime, membership: Membership, text: str) -> ContactNote:
    """Note a contact with an observer or partner; only those who keep the network read it."""
    with entry("contact.noted", by=by, at=at) as record:
        record.rests_on(may_note_contact(by))
        beside, _ = Beside.objects.get_or_create(membership=membership)
        note = ContactNote.objects.create(beside=beside, at=at, by_id=actor(by), text=text)
        record.about(note, membership, membership.organisation, network=membership.network_id)
        return note
