"""Joint positions: written together, frozen, signed by each organisation for itself, delivered, answered.

Nobody speaks for all members: a position names those who signed it.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from .defaults import held
from .lifecycle import Lifecycle
from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Standing
from .terms import Term

MOST_ADDRESSEES = 50


class PositionState(StrEnum):
    """Where a joint position is."""

    DRAFT = "draft"
    SIGNING = "signing"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


POSITION = Lifecycle(
    PositionState.DRAFT,
    {
        "freeze": ([PositionState.DRAFT], PositionState.SIGNING),
        "close": ([PositionState.SIGNING], PositionState.CLOSED),
        "withdraw": ([PositionState.DRAFT, PositionState.SIGNING], PositionState.WITHDRAWN),
    },
)


def signed_for_itself(book: Rulebook) -> Term[Any]:
    """Why a position speaks for those named and for nobody else: the charter, or the default."""
    return book.coordinator.represents_all_members or held(book, "positions.signatories")


def may_draft(book: Rulebook, by: Standing, *, organisation: UUID | None) -> Ruling:
    """A member begins one, in its own name; where positions are others' own, none is signed here."""
    off = held(book, "positions.conference_sign_on") if book.positions.issued_by else None
    ruling = check(off is None or bool(off.value), "positions_signed_here", book.positions.issued_by)
    return ruling & check(organisation is not None and organisation in by.speaks_for, "member_begins_position")


def may_see(by: Standing, *, state: str) -> Ruling:
    """Drafts and signing are the members' matter; what was signed is public."""
    inside = by.is_member or by.keeps_the_network
    return check(inside or state == PositionState.CLOSED, "position_is_public")


def leads(by: Standing, initiator: UUID) -> bool:
    return initiator in by.speaks_for or bool(by.system)


def may_edit(by: Standing, *, initiator: UUID, state: str) -> Ruling:
    """Whoever began it, until the text is frozen."""
    return check(leads(by, initiator), "initiator_keeps_position") & check(
        state == PositionState.DRAFT, "text_not_frozen"
    )


def may_remark(by: Standing, *, organisation: UUID | None, state: str) -> Ruling:
    """Any member, while it is a draft."""
    ruling = check(organisation is not None and organisation in by.speaks_for, "member_remarks_on_position")
    return ruling & check(state == PositionState.DRAFT, "text_not_frozen")


def may_freeze(by: Standing, *, initiator: UUID, addressees: int, until: date | None, today: date) -> Ruling:
    """The text is ready: it says to whom it goes and until when it can be signed."""
    ruling = check(leads(by, initiator), "initiator_keeps_position")
    ruling &= check(addressees > 0, "position_has_addressees")
    return ruling & check(until is not None and until >= today, "signing_ends_later")


def may_sign(
    book: Rulebook, by: Standing, *, organisation: UUID | None, state: str, until: date | None, signed: bool,
    today: date,
) -> Ruling:  # fmt: skip
    """A mandate for a member organisation signs for that organisation, once, within the time; nobody for all."""
    open_yet = state == PositionState.SIGNING and until is not None and today <= until
    ruling = check(organisation is not None and organisation in by.speaks_for, "signs_for_own_organisation",
                   signed_for_itself(book))  # fmt: skip
    return ruling & check(open_yet, "signing_is_open") & check(not signed, "not_signed_yet")


def may_withdraw_signature(by: Standing, *, organisation: UUID, state: str) -> Ruling:
    """The organisation itself, also after the delivery; the list then says so."""
    ruling = check(organisation in by.speaks_for, "signs_for_own_organisation")
    return ruling & check(state in (PositionState.SIGNING, PositionState.CLOSED), "signing_began")


def may_close(by: Standing, *, initiator: UUID, until: date | None, today: date) -> Ruling:
    """Whoever began it at any time; by itself after the last day."""
    over = until is not None and today > until
    return check(initiator in by.speaks_for or (bool(by.system) and over), "initiator_keeps_position")


def may_withdraw(by: Standing, *, initiator: UUID, explained: bool) -> Ruling:
    return check(leads(by, initiator), "initiator_keeps_position") & check(explained, "withdrawal_explained")


def may_deliver(by: Standing, *, initiator: UUID, state: str, signatures: int, today: date, on: date) -> Ruling:
    """Whoever began it or the office, once signing is over, with the day; never an unsigned one."""
    ruling = check(leads(by, initiator) or by.keeps_the_network, "initiator_or_office_delivers")
    ruling &= check(state == PositionState.CLOSED, "signing_is_over") & check(signatures > 0, "somebody_signed")
    return ruling & check(on <= today, "delivery_day_was")


def may_note_answer(by: Standing, *, initiator: UUID, delivered: bool, told: bool) -> Ruling:
    """What the addressee answered, in words."""
    ruling = check(leads(by, initiator) or by.keeps_the_network, "initiator_or_office_delivers")
    return ruling & check(delivered, "position_delivered") & check(told, "answer_in_words")
