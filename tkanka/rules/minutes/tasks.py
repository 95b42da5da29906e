"""Tasks: who gives them, who does them, and when they are late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..meetings import Gathering
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from .rights import Work, may_keep_minutes
from .states import TaskState

BEFORE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who the one who acts is to a task: its owner, a lead of its body while its owner is gone."""

    owns: bool = False
    stands_in: bool = False


def may_give_task(book: Rulebook, by: Standing, of: Gathering, work: Work, *, known: bool) -> Ruling:
    """Giving somebody a task, and naming another owner or day: whoever keeps the minutes. `known`: the owner is a
    person, a seat or an organisation of the network today."""
    return may_keep_minutes(book, by, of, work) & check(known, "owner_in_network", book.advisory_group.duties)


def may_settle_task(
    book: Rulebook, by: Standing, of: Gathering, work: Work, *, owner: Owner, state: TaskState, note: str
) -> Ruling:
    """Saying that it is done, or dropped: its owner, whoever stands in, whoever keeps the minutes. Dropped with a
    reason."""
    keeps = bool(may_keep_minutes(book, by, of, work))
    ruling = check(owner.owns or owner.stands_in or keeps, "task_owner")
    return ruling & check(state is not TaskState.DROPPED or bool(note.strip()), "reason_given")


def may_reopen_task(book: Rulebook, by: Standing, of: Gathering, work: Work, *, owner: Owner, note: str) -> Ruling:
    """Opening a task again, with a reason: whoever keeps the minutes, or its owner."""
    keeps = bool(may_keep_minutes(book, by, of, work))
    return check(owner.owns or keeps, "task_owner") & check(bool(note.strip()), "reason_given")


def is_overdue(*, state: str, due: date | None, today: date) -> bool:
    return state == TaskState.OPEN and due is not None and due < today


def reminder_due(*, state: str, due: date | None, today: date) -> bool:
    """Whether its day is near enough to be told of."""
    return state == TaskState.OPEN and due is not None and today >= due - BEFORE
