"""Ties between an umbrella or consortium and its members: dated, confirmed by both, votes not inherited."""

from __future__ import annotations

from uuid import UUID

from ..defaults import held
from ..parties import HAVING_MEMBERS, Kind
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing


def may_claim_link(book: Rulebook, by: Standing, *, upper: UUID, lower: UUID, upper_kind: Kind) -> Ruling:
    """Saying that `lower` belongs to `upper`. Either side may say it; the other confirms."""
    ruling = check(upper != lower, "two_different_organisations")
    ruling &= check(upper_kind in HAVING_MEMBERS, "upper_has_members", kind=str(upper_kind))
    return ruling & check(bool({upper, lower} & by.represents), "represents_either_side")


def may_confirm_link(book: Rulebook, by: Standing, *, other_side: UUID) -> Ruling:
    """Confirming or denying a claim: the side that did not make it. Nobody confirms for the other, offices neither."""
    return check(other_side in by.represents, "represents_other_side")


def may_end_link(book: Rulebook, by: Standing, *, upper: UUID, lower: UUID) -> Ruling:
    """Either side ends a link at any time."""
    return check(bool({upper, lower} & by.represents), "represents_either_side")


def ballots_of(book: Rulebook, *, members_below: int) -> int:
    """How many ballots an umbrella has: its own one. Those of its members are not inherited."""
    both = held(book, "membership.umbrella_and_its_members")
    return 1 if both.value else 1 + members_below
