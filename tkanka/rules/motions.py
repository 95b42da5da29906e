"""Motions: a call on the network to act, and matters to be carried outside. Both are answered."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from .defaults import held
from .lifecycle import Lifecycle
from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Office, Standing


class MotionKind(StrEnum):
    """What is moved: that something be done, or that a matter be presented outside the network."""

    ACTION = "action"
    CARRY = "carry"


class MotionState(StrEnum):
    """Where a motion stands."""

    MOVED = "moved"
    TAKEN_UP = "taken_up"
    PARTLY = "partly"
    NOT_TAKEN_UP = "not_taken_up"
    WITHDRAWN = "withdrawn"


MOTION = Lifecycle(
    MotionState.MOVED,
    {
        "take_up": ([MotionState.MOVED], MotionState.TAKEN_UP),
        "take_up_partly": ([MotionState.MOVED], MotionState.PARTLY),
        "decline": ([MotionState.MOVED], MotionState.NOT_TAKEN_UP),
        "withdraw": ([MotionState.MOVED], MotionState.WITHDRAWN),
    },
)


def motion_kinds(book: Rulebook) -> tuple[MotionKind, ...]:
    """What may be moved in a network: what its charter names; a call to act where it names neither."""
    kinds = []
    if book.motions.movers or not book.coordinator.carries_outside:
        kinds.append(MotionKind.ACTION)
    if book.coordinator.carries_outside:
        kinds.append(MotionKind.CARRY)
    return tuple(kinds)


def may_move(book: Rulebook, by: Standing, *, organisation: UUID | None, kind: str) -> Ruling:
    """Any participant may, alone; nobody has to second it."""
    term = book.coordinator.carries_outside if kind == MotionKind.CARRY else held(book, "motions.movers")
    ruling = check(kind in motion_kinds(book), "motion_kind_known", term)
    return ruling & check(organisation is not None and organisation in by.speaks_for, "participant_moves", term)


def answer_due(book: Rulebook, *, moved: date, kind: str) -> date | None:
    """The day by which a call to act is answered. A matter to be carried outside is answered too, on no fixed day."""
    if kind == MotionKind.CARRY:
        return None
    days: int = held(book, "motions.answer_days").value
    return moved + timedelta(days=days)


def may_answer(
    book: Rulebook, by: Standing, *, kind: str, own: bool, explained: bool, taken_up: bool, where: bool, when: bool
) -> Ruling:
    """The secretariat answers a call to act, the coordinator a matter to be carried outside: with where and when it was
    presented, or with the reason why not."""
    if kind == MotionKind.CARRY:
        term = book.coordinator.carries_outside
        ruling = check(Office.COORDINATOR in by.offices, "coordinator_carries_outside", term)
        ruling &= check(not taken_up or (where and when), "carried_where_and_when", term)
    else:
        ruling = check(by.keeps_the_network, "secretariat_answers_motions", held(book, "motions.answer_days"))
    return ruling & check(not own, "not_own_case") & check(explained, "reason_explained")


def may_withdraw(book: Rulebook, by: Standing, *, organisation: UUID) -> Ruling:
    """Whoever moved may take it back while it is not answered."""
    return check(organisation in by.speaks_for, "participant_moves", held(book, "motions.movers"))


def may_see_log(book: Rulebook, by: Standing, *, oversees: bool) -> Ruling:
    """Who sees the whole course of every motion: the offices, and the body that watches over the secretariat."""
    return check(by.keeps_the_network or oversees, "oversees", book.roles.regional_ngo_council)
