"""Support for groups: never guaranteed, strategic groups first, always answered."""

from __future__ import annotations

from decimal import Decimal

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from .states import SupportKind, SupportState


def support_kinds(book: Rulebook) -> tuple[SupportKind, ...]:
    """What may be asked for: the kinds of the charter, and help with the terms of reference."""
    term = book.working_groups.support_kinds
    named = tuple(SupportKind(one) for one in term.value if one in set(SupportKind)) if term else ()
    return (*named, SupportKind.TERMS)


def may_ask_support(book: Rulebook, by: Standing, *, leads: bool, closed: bool, kind: str) -> Ruling:
    """A request comes from the leads of a group that is not closed."""
    ruling = check(leads, "leads_ask_support", book.working_groups.support_kinds)
    ruling &= check(not closed, "group_not_closed")
    return ruling & check(kind in support_kinds(book), "support_kind_known", book.working_groups.support_kinds)


def owed_first(book: Rulebook, *, strategic: bool) -> bool:
    """Whether a request stands before others in the queue."""
    return strategic and "strategic" in held(book, "working_groups.support_order").value


def may_answer_support(
    book: Rulebook,
    by: Standing,
    *,
    outcome: str,
    explained: bool,
    strategic: bool,
    granted: Decimal = Decimal(0),
    left: Decimal | None = None,
) -> Ruling:
    """Answering a request. `left`: what remains in the pot it is paid from, None where it costs no pot anything."""
    terms = book.working_groups
    ruling = check(by.keeps_the_network, "secretariat_supports", terms.support_depends_on)
    if outcome != SupportState.GRANTED:
        owed = terms.support_owed_to if strategic else terms.support_guaranteed
        ruling &= check(explained, "support_reason", owed)
    if outcome != SupportState.REFUSED and left is not None:
        ruling &= check(granted <= left, "within_the_pot", terms.support_depends_on, left=f"{left:.2f}")
    return ruling


def may_keep_pots(book: Rulebook, by: Standing) -> Ruling:
    """The capacity is stated by the secretariat."""
    return check(by.keeps_the_network, "secretariat_supports", book.working_groups.support_depends_on)
