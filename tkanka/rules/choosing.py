"""Choosing the organisation that keeps the secretariat, where a charter has all its parties agree on it.

A candidate is put to every participant. Whoever objects says why; an objection stands until it is taken back. Silence
is no objection. After the last round nothing is chosen while an objection stands.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from .defaults import held
from .lifecycle import Lifecycle
from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Standing


class ChoiceState(StrEnum):
    """Where the choice of a secretariat stands."""

    OPEN = "open"
    CHOSEN = "chosen"
    UNDECIDED = "undecided"
    CALLED_OFF = "called_off"


CHOICE = Lifecycle(
    ChoiceState.OPEN,
    {
        "agree": ([ChoiceState.OPEN], ChoiceState.CHOSEN),
        "give_up": ([ChoiceState.OPEN], ChoiceState.UNDECIDED),
        "call_off": ([ChoiceState.OPEN], ChoiceState.CALLED_OFF),
    },
)


def choice_known(book: Rulebook) -> Ruling:
    """Whether the charter has the secretariat chosen by consensus of its parties."""
    method = book.decisions.secretariat_choice.method
    return check(method is not None and method.value == "consensus", "secretariat_by_consensus", method)


def rounds_at_most(book: Rulebook) -> int:
    return int(held(book, "decisions.secretariat_choice.rounds").value)


def may_ask_round(
    book: Rulebook, by: Standing, *, running: bool, number: int, participates: bool, until: date, today: date
) -> Ruling:
    """Putting a candidate to all participants: the secretariat runs it, the candidate is one of the participants."""
    ruling = choice_known(book) & check(by.keeps_the_network, "secretariat_runs_choice")
    if not ruling:
        return ruling
    most = held(book, "decisions.secretariat_choice.rounds")
    ruling &= check(participates, "candidate_participates", book.secretariat.chosen_from)
    ruling &= check(not running, "one_round_at_a_time") & check(until > today, "round_ends_later")
    return ruling & check(number <= most.value, "rounds_at_most", most, most=most.value)


def may_take_stance(
    book: Rulebook, by: Standing, *, organisation: UUID | None, listed: bool, over: bool, agrees: bool, explained: bool
) -> Ruling:
    """Agreeing, or objecting with a reason: one word for each listed participant, by those who speak for it. It may be
    changed while the round lasts; whoever watches over the choice without being a participant has none."""
    electorate = book.decisions.secretariat_choice.electorate
    ruling = check(listed and organisation in by.speaks_for, "participant_is_asked", electorate)
    ruling &= check(not over, "round_open")
    return ruling & check(agrees or explained, "objection_says_why", held(book, "decisions.secretariat_choice.passes"))


def may_close_round(by: Standing, *, running: bool, until: date, silent: int, today: date) -> Ruling:
    """A round of a choice that goes on ends after its last day, or as soon as everybody has answered; once."""
    ruling = check(by.keeps_the_network, "secretariat_runs_choice") & check(running, "round_open")
    return ruling & check(today > until or not silent, "round_over", until=until)


def step_after(book: Rulebook, *, objections: int, number: int) -> str | None:
    """Which step a finished round leads to; None where another round may follow."""
    if not objections:
        return "agree"
    return "give_up" if number >= rounds_at_most(book) else None


def consensus(book: Rulebook, *, objections: int) -> Ruling:
    """Whether everybody agrees, in the words of the charter and of what holds where it is silent."""
    terms = book.decisions.secretariat_choice
    passes = held(book, "decisions.secretariat_choice.passes")
    return check(not objections, "no_objection_stands", passes, objections=objections) & check(
        True, "secretariat_by_consensus", terms.method
    )


def may_call_off(by: Standing, *, explained: bool) -> Ruling:
    return check(by.keeps_the_network, "secretariat_runs_choice") & check(explained, "called_off_with_reason")


def may_remark(book: Rulebook, *, oversees: bool) -> Ruling:
    """Whoever watches over the choice adds a remark that is published with it; it neither votes nor stops it."""
    return check(oversees, "watches_over_choice", book.decisions.secretariat_choice.overseer)
