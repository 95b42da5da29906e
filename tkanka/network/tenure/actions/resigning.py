from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import end_membership, keep_membership
from tkanka.network.networks.models import Membership
from tkanka.network.networks.queries import host_of, rulebook_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.membership import MembershipState, may_resign, may_undo_resignation, opens_separation
from tkanka.rules.ruling import Refused, check
from tkanka.rules.standing import Standing

from ..models import Resignation
from ..queries import standing_resignation
from .closing import close, everybody_of, tell, tell_offices


def resign(*, by: Standing, at: datetime, membership: Membership, on: date, message: str = "") -> Resignation:
    """The organisation leaves, today or on a later day. Nobody is asked; those concerned are told.

    Said twice for the same day it is said once; another day replaces the one named before.
    """
    with entry("membership.resigned", by=by, at=at) as record:
        membership = locked(membership)
        ruling = may_resign(
            rulebook_of(membership.network, localdate(at)), by, organisation=membership.organisation_id, on=on,
            today=localdate(at), is_host=_is_host(membership, at),
        )  # fmt: skip
        record.rests_on(ruling)
        found = standing_resignation(membership)
        if found is None or found.leaves_on != on:
            found = _announce(membership, found, by, at, on, message, opens_separation(ruling))
            _tell(found, at)
            if on <= localdate(at):
                close(membership, MembershipState.RESIGNED, by, at)
            else:
                end_membership(by=by, at=at, membership=membership, state=MembershipState.RESIGNED, on=on)
        record.about(found, membership.organisation, on=on, opens_separation=found.opens_separation)
        return found


def undo_resignation(*, by: Standing, at: datetime, resignation: Resignation) -> Resignation:
    """It stays after all; only while the day that was named is still to come."""
    with entry("resignation.undone", by=by, at=at) as record:
        resignation = locked(resignation)
        book = rulebook_of(resignation.network, localdate(at))
        record.rests_on(may_undo_resignation(
            book, by, organisation=resignation.organisation_id, leaves_on=resignation.leaves_on, today=localdate(at)
        ))  # fmt: skip
        record.rests_on(check(resignation.undone_at is None, "step_not_open", step="undo", state="undone"))
        resignation.undone_at = at
        resignation.save(update_fields=["undone_at"])
        keep_membership(by=by, at=at, membership=resignation.membership)
        told = {"resignation": resignation, "organisation": resignation.organisation}
        cause = f"resignation.undone:{resignation.pk}"
        tell(resignation.network, everybody_of(resignation.organisation, at), cause, "stays", at, **told)
        tell_offices(resignation.network, cause, "stays", at, **told)
        record.about(resignation, resignation.organisation)
        return resignation


def complete_leaving(*, by: Standing, at: datetime, membership: Membership) -> None:
    """The day that was named has come: what rights were already void is now tidied up."""
    with entry("membership.left", by=by, at=at) as record:
        membership = locked(membership)
        if membership.state != MembershipState.ACTIVE or membership.until is None or membership.until > localdate(at):
            raise Refused(check(False, "step_not_open", step="leave", state=membership.state))
        close(membership, MembershipState.RESIGNED, by, at)
        record.about(membership, membership.organisation, on=membership.until)


def _announce(
    membership: Membership, earlier: Resignation | None, by: Standing, at: datetime, on: date, message: str, opens: bool
) -> Resignation:
    if earlier:
        earlier.undone_at = at
        earlier.save(update_fields=["undone_at"])
    return Resignation.objects.create(
        network=membership.network,
        organisation=membership.organisation,
        membership=membership,
        told_by=person_by_key(by.person) if by.person else None,
        told_at=at,
        leaves_on=on,
        message=message,
        opens_separation=opens,
    )


def _is_host(membership: Membership, at: datetime) -> bool:
    hosting = host_of(membership.network, localdate(at))
    return hosting is not None and hosting.organisation_id == membership.organisation_id


def _tell(resignation: Resignation, at: datetime) -> None:
    network, cause = resignation.network, f"membership.resigned:{resignation.pk}"
    told = {
        "resignation": resignation,
        "organisation": resignation.organisation,
        "at_once": resignation.leaves_on <= localdate(at),
    }
    tell(network, everybody_of(resignation.organisation, at), cause, "resigned", at, **told)
    tell_offices(network, f"{cause}:offices", "member_resigned", at, **told)
