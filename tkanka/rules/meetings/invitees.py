"""Who is invited to a meeting of course, besides those it is for."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from ..bodies import BodyKind
from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from .kinds import Gathering, MeetingKind

OF_INFRASTRUCTURE = {MeetingKind.PLENARY, MeetingKind.SUBREGIONAL, MeetingKind.SECTOR, MeetingKind.OTHER}


def coordinator_invited(book: Rulebook, of: Gathering) -> bool:
    """The coordinator attends the advisory group's meetings, without a seat in it."""
    attends = book.coordinator.attends_advisory_group
    return bool(of.body_kind == BodyKind.ADVISORY and attends and attends.value)


def standing_invitees(book: Rulebook, kind: MeetingKind, *, by_council: bool = False) -> tuple[str, ...]:
    """Parties the charter has invited to every meeting of the network, and to those the council calls: whoever it
    starts the work together with."""
    if kind not in OF_INFRASTRUCTURE:
        return ()
    listed, beside = book.partners.standing_invitees, book.partners.works_initiated_with
    codes = listed.value if listed else ()
    return (*codes, beside.value) if beside and by_council else codes


def may_leave_out(book: Rulebook, *, reason: str, standing: str) -> Ruling:
    """Leaving out somebody who is invited of course needs a reason."""
    beside = book.partners.works_initiated_with
    term = beside if beside and beside.value == standing else book.partners.standing_invitees
    return check(bool(reason.strip()), "left_out_with_reason", term)


def without_decision_maker(members: Collection[UUID], named: Collection[UUID]) -> frozenset[UUID]:
    """Members that named nobody as their decision-maker: their main representative is invited, and told why."""
    return frozenset(members) - frozenset(named)


def stands_in_for_director(book: Rulebook) -> str:
    """Who is invited to a directors' meeting where no decision-maker is named."""
    return str(held(book, "directors_meetings.without_decision_maker").value)
