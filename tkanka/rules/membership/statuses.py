"""Standing beside the members: observers and partners. Neither has a ballot, a motion, a signature or a key."""

from __future__ import annotations

from enum import StrEnum

from ..defaults import held
from ..parties import Kind, kinds_in
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Office, Standing


class Status(StrEnum):
    """A tie to the network that is no membership."""

    OBSERVER = "observer"
    PARTNER = "partner"


class Right(StrEnum):
    """What somebody may do in a network on the strength of a tie to it."""

    BALLOT = "ballot"
    MOTION = "motion"
    SIGN_ON = "sign_on"
    KEY = "key"
    PUBLISH_ACTIVITY = "publish_activity"
    POST_OFFER = "post_offer"
    SEE_MEETINGS_INVITED_TO = "see_meetings_invited_to"


RIGHTS = {
    Status.OBSERVER: frozenset({Right.SEE_MEETINGS_INVITED_TO}),
    Status.PARTNER: frozenset({Right.POST_OFFER, Right.SEE_MEETINGS_INVITED_TO}),
}


def may_grant_observer(book: Rulebook, by: Standing, *, kind: Kind, is_member: bool, reason: str = "") -> Ruling:
    """Making an outside organisation a permanent observer. The charter's kinds are examples; others need a reason."""
    named = book.membership.observers
    as_named = named is None or kind in {k for name in named.value for k in kinds_in(name)}
    ruling = _grants(book, by) & check(not is_member, "not_a_member")
    return ruling & check(as_named or bool(reason.strip()), "observer_kind_or_reason", named, kind=str(kind))


def may_grant_partner(book: Rulebook, by: Standing, *, kind: Kind, is_member: bool) -> Ruling:
    """Making an outside organisation a partner; a business becomes an offering partner and may post offers only."""
    offering = held(book, "membership.business_status") if kind is Kind.BUSINESS else None
    ruling = _grants(book, by) & check(not is_member, "not_a_member")
    return ruling & check(kind is not Kind.INDIVIDUAL, "partner_is_an_organisation", offering)


def may_end_status(book: Rulebook, by: Standing, *, own: bool) -> Ruling:
    """Ending a status: whoever grants it, or the organisation itself at any time."""
    return check(True, "leaving_is_free") if own else _grants(book, by)


def has_right(book: Rulebook, status: Status, right: Right) -> Ruling:
    """Whether a status carries a right."""
    term = book.membership.observers_invited_to if right is Right.SEE_MEETINGS_INVITED_TO else None
    return check(right in RIGHTS[status], "status_carries_right", term or held(book, "membership.observer_rights"),
                 status=str(status), right=str(right))  # fmt: skip


def may_see_meeting(book: Rulebook, by: Standing, *, invited: bool) -> Ruling:
    """An observer sees a meeting, its materials and its minutes only when invited to that very meeting."""
    if by.is_member or by.keeps_the_network:
        return Ruling()
    return check(invited, "observer_invited", book.membership.observers_invited_to)


def _grants(book: Rulebook, by: Standing) -> Ruling:
    """The coordinator grants; where a charter knows none, whoever is in office."""
    granted_by = held(book, "membership.observer_granted_by")
    in_office = Office.COORDINATOR in by.offices if book.secretariat.led_by else by.keeps_the_network
    return check(in_office, "coordinator_grants", granted_by)
