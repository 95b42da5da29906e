"""Technical advisory groups: convened by the coordinator, consulted with the advisory group, limited in number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Office, Standing
from ..workdays import add_workdays


def technical_known(book: Rulebook) -> Ruling:
    """Whether the charter knows technical advisory groups."""
    return check(bool(book.technical_groups.convened_by), "technical_groups_known", book.technical_groups.convened_by)


def may_intend(
    book: Rulebook, by: Standing, *, purposes: Sequence[str], needed: bool, running: Sequence[str]
) -> Ruling:
    """Putting the intention to convene a technical group to the advisory group.

    `running`: the names of the groups that count against the limit, those being set up included.
    """
    terms = book.technical_groups
    ruling = technical_known(book)
    ruling &= check(Office.COORDINATOR in by.offices, "coordinator_convenes", terms.convened_by)
    known = set(terms.purposes.value) if terms.purposes else set(purposes)
    ruling &= check(bool(purposes) and set(purposes) <= known, "purpose_of_the_list", terms.purposes)
    ruling &= check(needed, "need_stated", terms.convened_by)
    return ruling & under_the_cap(book, running)


def under_the_cap(book: Rulebook, running: Sequence[str]) -> Ruling:
    """Whether one more fits. A refusal names those that run."""
    most = book.technical_groups.max_open
    if most is None:
        return Ruling()
    facts = {"most": most.value, "running": ", ".join(running)}
    return check(len(running) < most.value, "technical_groups_at_most", most, **facts)


def consulted_until(book: Rulebook, asked: date) -> date:
    """The day after which silence of the advisory group counts as consulted."""
    days: int = held(book, "technical_groups.consultation_workdays").value
    return add_workdays(asked, days)


def consulted(book: Rulebook, *, asked: date | None, answers: int, today: date) -> Ruling:
    """Whether the advisory group was consulted: it answered, or its days went by in silence."""
    on = book.technical_groups.consulted_on
    if on is None or "intent" not in on.value:
        return Ruling()
    until = consulted_until(book, asked) if asked else None
    done = asked is not None and (answers > 0 or (until is not None and today > until))
    return check(done, "advisory_group_consulted", on, day=until or today)


def may_convene(
    book: Rulebook,
    by: Standing,
    *,
    purposes: Sequence[str],
    needed: bool,
    others: Sequence[str],
    asked: date | None,
    answers: int,
    today: date,
) -> Ruling:
    """Opening a technical group. `others`: the names of those that count against the limit without this one."""
    ruling = may_intend(book, by, purposes=purposes, needed=needed, running=others)
    return ruling & consulted(book, asked=asked, answers=answers, today=today)
