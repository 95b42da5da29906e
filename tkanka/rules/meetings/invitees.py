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


def standing_invitees(book: Rulebook, kind: MeetingKind) -> tuple[str, ...]:
    """Parties the charter has invited to every meeting of the network."""
    listed = book.partners.standing_invitees
    return listed.value if listed and kind in OF_INFRASTRUCTURE else ()


def may_leave_out(book: Rulebook, *, reason: str) -> Ruling:
    """Leaving out somebody who is invited of course needs a reason."""
    return check(bool(reason.strip()), "left_out_with_reason", book.partners.standing_invitees)


def without_decision_maker(members: Collection[UUID], named: Collection[UUID]) -> frozenset[UUID]:
    """Members that named nobody as their decision-maker: their main representative is invited, and told why."""
    return frozenset(members) - frozenset(named)


def stands_in_for_director(book: Rulebook) -> str:
    """Who is invited to a directors' meeting where no decision-maker is named."""
    return str(held(book, "directors_meetings.without_decision_maker").value)
