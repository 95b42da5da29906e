"""Verifying an application: asking, accepting, refusing, and the clock."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from enum import StrEnum

from ..defaults import held
from ..parties import Kind, kind_fits
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from ..terms import Term
from ..workdays import Clock, Pause
from .joining import Mode, declared, eligible, mode


class Refusal(StrEnum):
    """Why an application may be refused. A closed list: neither the approach nor the time horizon is on it."""

    KIND = "kind"
    ELIGIBILITY = "eligibility"
    DECLARATION = "declaration"
    NOT_GENUINE = "not_genuine"
    DUPLICATE = "duplicate"
    UNANSWERED = "unanswered"


def may_verify(book: Rulebook, by: Standing, *, own: bool) -> Ruling:
    """Whether somebody may work on applications: an office, and never on one's own."""
    way = mode(book)
    ruling = check(way.value == Mode.VERIFIED, "network_verifies", way, mode=way.value)
    ruling &= check(by.keeps_the_network, "secretariat_verifies", book.membership.verified_by)
    return ruling & check(not own, "not_own_case")


def may_ask(book: Rulebook, by: Standing, *, own: bool) -> Ruling:
    """A question to the applicant; the clock is held until the answer."""
    return may_verify(book, by, own=own)


def may_answer(book: Rulebook, by: Standing, *, own: bool) -> Ruling:
    """The answer is the applicant's."""
    return check(own, "own_application", book.membership.registered_through)


def may_accept(
    book: Rulebook,
    by: Standing,
    *,
    own: bool,
    kind: Kind,
    stated: Set[str],
    made: Set[str],
    version_in_force: bool = True,
) -> Ruling:
    """Accepting an application. `version_in_force`: the declared texts were in force on the day they were declared."""
    return (
        may_verify(book, by, own=own)
        & kind_fits(book, kind)
        & eligible(book, kind=kind, stated=stated)
        & declared(book, made=made, version_in_force=version_in_force)
    )


def may_refuse(
    book: Rulebook, by: Standing, *, own: bool, reason: str, explained: bool, kind: Kind, made: Set[str] = frozenset()
) -> Ruling:
    """Refusing an application on a reason of the closed list, explained in words to the applicant."""
    ruling = may_verify(book, by, own=own)
    ruling &= check(reason in set(Refusal), "reason_on_the_list", _resting_on(book, reason), reason=reason)
    ruling &= check(explained, "reason_explained")
    return ruling & check(_holds(book, reason, kind, made), "reason_holds", _resting_on(book, reason), reason=reason)


def refusal_cite(book: Rulebook, reason: Refusal) -> str:
    """The paragraph a reason stands on; empty where no charter speaks of it."""
    term = _resting_on(book, reason)
    return term.cite if term else ""


def verification_clock(book: Rulebook, received: date, pauses: tuple[Pause, ...] = ()) -> Clock | None:
    """The time the network promises for verifying, in working days; None where nobody verifies.

    `pauses` are the days in which the applicant owed an answer. Silence never accepts.
    """
    if mode(book).value != Mode.VERIFIED:
        return None
    least, most = verification_bounds(book)
    return Clock(received, most.value, least.value, pauses)


def verification_bounds(book: Rulebook) -> tuple[Term[int], Term[int]]:
    """The least and the most number of working days, each with its cite or none."""
    return held(book, "membership.verification_min_workdays"), held(book, "membership.verification_max_workdays")


def _holds(book: Rulebook, reason: str, kind: Kind, made: Set[str]) -> bool:
    """Facts the platform knows itself: a kind that belongs or declarations all made cannot be the reason."""
    if reason == Refusal.KIND:
        return not kind_fits(book, kind)
    if reason == Refusal.DECLARATION:
        return not declared(book, made=made)
    return True


def _resting_on(book: Rulebook, reason: str) -> Term[tuple[str, ...]] | None:
    terms = book.membership
    return {
        Refusal.KIND: terms.kinds,
        Refusal.ELIGIBILITY: terms.eligibility_any or terms.eligibility_all,
        Refusal.DECLARATION: terms.declarations,
        Refusal.NOT_GENUINE: terms.declarations,
    }.get(Refusal(reason)) if reason in set(Refusal) else None  # fmt: skip
