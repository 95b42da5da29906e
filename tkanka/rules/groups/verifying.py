"""Verifying a proposal: the checks, the clock, the outcome."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Office, Standing
from ..workdays import Clock, Pause
from .proposing import groups_known
from .states import CheckItem


def checks_of(book: Rulebook) -> tuple[CheckItem, ...]:
    """What the charter has checked, in its order."""
    term = book.working_groups.checks
    return tuple(CheckItem(one) for one in term.value if one in set(CheckItem)) if term else tuple(CheckItem)


def may_verify(book: Rulebook, by: Standing, *, own: bool) -> Ruling:
    """Whether somebody may work on a proposal: an office, and not for one of the organisations that initiate it."""
    ruling = groups_known(book)
    ruling &= check(by.keeps_the_network, "secretariat_checks_groups", book.working_groups.checked_by)
    return ruling & check(not own, "not_own_case")


def may_check(book: Rulebook, by: Standing, *, own: bool, item: str, noted: bool) -> Ruling:
    """Answering one check, always with a note."""
    ruling = may_verify(book, by, own=own)
    ruling &= check(item in checks_of(book), "check_known", book.working_groups.checks)
    return ruling & check(noted, "check_noted", book.working_groups.checks)


def verification_clock(book: Rulebook, received: date, pauses: tuple[Pause, ...] = ()) -> Clock:
    """The working days a verification takes. `pauses`: days in which the proposers owed an answer."""
    least = held(book, "working_groups.verification_min_workdays")
    most = held(book, "working_groups.verification_max_workdays")
    lower = held(book, "working_groups.lower_bound")
    return Clock(received, most.value, least.value if lower.value else 0, pauses)


def may_open(
    book: Rulebook, by: Standing, *, own: bool, fine: Set[str], doubted: Set[str], clock: Clock, today: date
) -> Ruling:
    """Opening the group. `fine` and `doubted`: the checks answered with yes and with no."""
    checks = checks_of(book)
    ruling = may_verify(book, by, own=own) & _in_time(book, clock, today) & _answered(book, fine | doubted)
    return ruling & check(set(checks) <= fine, "checks_passed", book.working_groups.checks)


def may_decline(
    book: Rulebook, by: Standing, *, own: bool, doubted: Set[str], item: str, explained: bool, clock: Clock, today: date
) -> Ruling:
    """Declining: only on one of the checks, answered with no, and with a reason in words."""
    term = book.working_groups.checks
    ruling = may_verify(book, by, own=own) & _in_time(book, clock, today)
    ruling &= check(item in checks_of(book) and item in doubted, "declined_on_a_check", term)
    return ruling & check(explained, "reason_explained")


def may_ask_advice(book: Rulebook, by: Standing) -> Ruling:
    """In a hard case the coordinator may ask the advisory group; its guidance does not bind."""
    term = book.working_groups.guidance_asked_by
    return check(Office.COORDINATOR in by.offices, "coordinator_asks_advice", term)


def may_advise(book: Rulebook, by: Standing, *, advises: bool, open_question: bool) -> Ruling:
    """Answering a question put to the advisory group: its seats, while the question stands."""
    ruling = check(advises, "advisory_seat", book.working_groups.guidance_from)
    return ruling & check(open_question, "question_open")


def _in_time(book: Rulebook, clock: Clock, today: date) -> Ruling:
    term = held(book, "working_groups.verification_min_workdays")
    facts = {"days": clock.min_workdays, "day": clock.opens or today}
    return check(not clock.too_early(today), "verification_not_too_early", term, **facts)


def _answered(book: Rulebook, answered: Set[str]) -> Ruling:
    missing = [item for item in checks_of(book) if item not in answered]
    return check(not missing, "every_check_answered", book.working_groups.checks, missing=len(missing))


def may_list_outside(book: Rulebook, by: Standing) -> Ruling:
    """Who keeps the register of groups outside the network."""
    return check(by.keeps_the_network, "secretariat_lists_outside", held(book, "outside_groups.kept_by"))
