"""Who may do what with a vote: preparing, opening, casting, recusing oneself, closing."""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from ..lifecycle import Lifecycle
from ..ruling import Ruling, check
from ..standing import Standing
from ..terms import Term
from .counting import Choice, Outcome
from .shape import DecisionRule, Secrecy, Unit


class PollState(StrEnum):
    """Where a vote stands."""

    DRAFT = "draft"
    OPEN = "open"
    PASSED = "passed"
    FAILED = "failed"
    REPEATED = "repeated"
    CALLED_OFF = "called_off"


POLL = Lifecycle(
    PollState.DRAFT,
    {
        "open": ([PollState.DRAFT], PollState.OPEN),
        "pass": ([PollState.OPEN], PollState.PASSED),
        "fail": ([PollState.OPEN], PollState.FAILED),
        "repeat": ([PollState.OPEN], PollState.REPEATED),
        "call_off": ([PollState.DRAFT, PollState.OPEN], PollState.CALLED_OFF),
    },
)
STEP_OF = {Outcome.PASSED: "pass", Outcome.FAILED: "fail", Outcome.REPEATED: "repeat"}
DECIDED = frozenset({PollState.PASSED, PollState.FAILED, PollState.REPEATED})


class ExclusionKind(StrEnum):
    """In which way somebody does not take part: no vote; a vote, but no casting one; somebody else votes instead."""

    NO_VOTE = "no_vote"
    NO_DECIDING_ROLE = "no_deciding_role"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might be entitled. `marks` is what an exclusion of the rule may ask for, such as seat_of_host."""

    person: UUID | None
    organisation: UUID | None
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the roll: entitled or not, and on which paragraph somebody is left out."""

    entitled: bool
    kind: str = ""
    who: str = ""
    cite: str = ""


def entry_of(rule: DecisionRule, candidate: Candidate) -> Entry:
    """How one candidate enters the roll."""
    for exclusion in rule.exclusions.value:
        if exclusion.who in candidate.marks:
            entitled = exclusion.kind != ExclusionKind.NO_VOTE
            return Entry(entitled, exclusion.kind, exclusion.who, rule.exclusions.cite)
    return Entry(True)


def may_prepare(by: Standing, *, leads: bool) -> Ruling:
    """The offices prepare votes, those who lead a body the votes of that body, and the house those that were called."""
    return check(by.keeps_the_network or leads or bool(by.system), "office_or_lead_prepares_vote")


def may_open(
    rule: DecisionRule, by: Standing, *, leads: bool, entitled: int, closes_at: datetime | None, now: datetime,
    met: Set[str] = frozenset(), at_meeting: bool = False,
) -> Ruling:  # fmt: skip
    """Opening freezes the roll: somebody must be on it, enough for a quorum, and what the charter wants to be done
    before must have been done (`met`)."""
    ruling = may_prepare(by, leads=leads) & check(entitled > 0, "somebody_is_entitled")
    if entitled and rule.quorum.value is not None:
        needed = rule.quorum.value.needed(entitled)
        ruling &= check(entitled >= needed, "quorum_can_be_reached", rule.quorum, entitled=entitled, needed=needed)
    for term in (rule.preconditions, rule.further_preconditions):
        missing = tuple(name for name in term.value if name not in met)
        ruling &= check(not missing, "done_before_the_vote", term, missing=missing or term.value)
    ahead = at_meeting if closes_at is None else closes_at > now
    return ruling & check(ahead, "vote_closes_later")


def may_cast(
    rule: DecisionRule, by: Standing, *, running: bool, entitled: bool, person: UUID | None,
    organisation: UUID | None, voted: bool, choice: Choice, explained: bool,
) -> Ruling:  # fmt: skip
    """One vote each: a person's own, or an organisation's, by anybody who may commit it. Until the close an open vote
    may be replaced; a secret one is final, for nobody can tell any more which it was."""
    ruling = check(running, "vote_is_open") & check(entitled, "entitled_to_vote", rule.electorate)
    if rule.unit.value is Unit.PERSON:
        ruling &= check(person is not None and person == by.person, "own_vote", rule.unit)
    else:
        ruling &= check(organisation in by.speaks_for, "speaks_for_the_organisation", rule.unit)
    ruling &= check(not (voted and rule.is_secret), "secret_vote_is_final", rule.secrecy)
    objects = rule.is_consensus and choice is Choice.AGAINST
    return ruling & check(explained or not objects, "vote_objection_says_why", rule.method)


def may_enter_hands(rule: DecisionRule, by: Standing, *, leads: bool, running: bool, at_meeting: bool) -> Ruling:
    """Whoever chairs enters a show of hands, name by name."""
    ruling = may_prepare(by, leads=leads) & check(running, "vote_is_open")
    ruling &= check(at_meeting, "hands_at_a_meeting")
    return ruling & check(not rule.is_secret, "hands_are_no_secret", rule.secrecy)


def may_recuse(by: Standing, *, running: bool, own: bool, entitled: bool, voted: bool, reason: str) -> Ruling:
    """Stepping back from a vote because of an interest of one's own, before voting, with a reason for the minutes."""
    ruling = check(running, "vote_is_open") & check(own and entitled, "own_vote") & check(not voted, "not_voted_yet")
    return ruling & check(bool(reason.strip()), "recusal_says_why")


def may_ask_secrecy(rule: DecisionRule, *, entitled: bool, running: bool, cast: int) -> Ruling:
    """Where the charter lets one of those present ask for it, the vote becomes secret; before anybody has voted."""
    ruling = check(rule.secrecy.value is Secrecy.ON_REQUEST, "secrecy_on_request", rule.secrecy)
    ruling &= check(running, "vote_is_open") & check(entitled, "entitled_to_vote", rule.electorate)
    return ruling & check(not cast, "nobody_voted")


def may_close(by: Standing, *, leads: bool, running: bool, over: bool, silent: int, at_meeting: bool) -> Ruling:
    """A vote ends at its hour by itself; before it when everybody has voted, or at the meeting where it is held."""
    ruling = check(leads or by.keeps_the_network or bool(by.system), "office_or_lead_prepares_vote")
    return ruling & check(running, "vote_is_open") & check(over or not silent or at_meeting, "vote_over")


def may_call_off(by: Standing, *, leads: bool, reason: str) -> Ruling:
    return may_prepare(by, leads=leads) & check(bool(reason.strip()), "vote_called_off_why")


def may_go_round_again(
    rule: DecisionRule, by: Standing, *, leads: bool, state: str, response: str, next_exists: bool
) -> Ruling:
    """After objections, with an answer to them, or after a tie that the rule has repeated: the same question again."""
    again = state == PollState.REPEATED or (rule.is_consensus and state == PollState.FAILED)
    ruling = may_prepare(by, leads=leads) & check(again and not next_exists, "vote_may_be_repeated", rule.tie)
    return ruling & check(bool(response.strip()) or state == PollState.REPEATED, "objections_are_answered")


def may_follow_up(by: Standing, *, leads: bool, state: str) -> Ruling:
    """Noting what became of a decision."""
    return may_prepare(by, leads=leads) & check(state == PollState.PASSED, "decision_was_taken", Term(True))


def reminder_due(
    *, opened_at: datetime, closes_at: datetime | None, now: datetime, reminded: bool, silent: Collection[object]
) -> bool:
    """One reminder, when two thirds of the time are over, to those who have not voted."""
    if closes_at is None or reminded or not silent or now >= closes_at:
        return False
    return now >= opened_at + (closes_at - opened_at) * 2 / 3
