"""Parting from the host organisation (§6 of Forum Razem): on the stated interest of a side, with a successor that has
accepted, by everybody of the advisory group but the host's seat; then the hand-over."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from .lifecycle import Lifecycle
from .rulebook import Exclusion, Rulebook
from .ruling import Ruling, check
from .standing import Standing
from .terms import Term, settled
from .voting import DecisionRule, PollKind, rule_for


class CaseState(StrEnum):
    """Where a case of separation stands."""

    OPEN = "open"
    DECIDED = "decided"
    REJECTED = "rejected"
    HANDED_OVER = "handed_over"
    WITHDRAWN = "withdrawn"


CASE = Lifecycle(
    CaseState.OPEN,
    {
        "decide": ([CaseState.OPEN], CaseState.DECIDED),
        "reject": ([CaseState.OPEN], CaseState.REJECTED),
        "withdraw": ([CaseState.OPEN], CaseState.WITHDRAWN),
        "hand_over": ([CaseState.DECIDED], CaseState.HANDED_OVER),
    },
)


class Interest(StrEnum):
    """Whose well-understood interest asks for it."""

    NETWORK = "interest_of_network"
    HOST = "interest_of_host"
    BOTH = "interest_of_both"


class Handing(StrEnum):
    """What is handed over, to begin with; more may be added."""

    DONORS = "donors"
    ACCOUNTS = "accounts"
    ARCHIVE = "archive"
    STAFF = "staff"
    SEAT = "seat"
    MEMBERS = "members"


def separation_known(book: Rulebook) -> Ruling:
    """Whether the charter knows how to part from the host."""
    return check(book.separation.decided_by is not None, "separation_known", book.separation.decided_by)


def may_open_case(
    book: Rulebook, by: Standing, *, sits: bool, for_host: bool, running: bool, interest: str, reason: str
) -> Ruling:
    """A seat of the body that decides, the host itself, or the secretariat opens it, and says whose interest asks for
    it and why; nobody judges the reason, it is recorded and published. A resigning host opens it by leaving."""
    terms = book.separation
    ruling = separation_known(book)
    if not ruling:
        return ruling
    opens = sits or for_host or by.keeps_the_network or bool(by.system)
    ruling &= check(opens, "advisory_host_or_office_opens", terms.decided_by)
    ruling &= check(not running, "one_separation_at_a_time")
    known = terms.reasons is None or interest in terms.reasons.value
    return ruling & check(known and bool(reason.strip()), "interest_of_a_side", terms.reasons)


def may_propose_successor(
    book: Rulebook, by: Standing, *, sits: bool, open_case: bool, candidate: UUID, host: UUID, stated: Set[str],
    waiting: bool,
) -> Ruling:  # fmt: skip
    """The body that decides names it: another organisation, of which the qualities of a host are stated."""
    terms = book.separation
    ruling = check(sits or by.keeps_the_network, "advisory_names_successor", terms.successor_named_by)
    ruling &= check(open_case, "separation_open") & check(not waiting, "one_successor_at_a_time")
    ruling &= check(candidate != host, "another_organisation", terms.successor_is)
    missing = tuple(one for one in book.host.qualities.value if one not in stated) if book.host.qualities else ()
    return ruling & check(not missing, "qualities_stated", book.host.qualities, missing=missing)


def naming_rule(book: Rulebook) -> DecisionRule:
    """How the successor is named: as the body decides usually, the host's seat not voting."""
    rule = rule_for(book, PollKind.ORDINARY, body="advisory_group")
    left_out = (*rule.exclusions.value, Exclusion("seat_of_host", "no_vote"))
    return replace(rule, exclusions=Term(left_out, rule.exclusions.cite))


def may_answer_naming(by: Standing, *, successor: UUID, named: bool, answered: bool, open_case: bool) -> Ruling:
    """The successor answers for itself, by those who may commit it."""
    ruling = check(successor in by.represents, "successor_answers_itself") & check(named, "successor_is_named")
    return ruling & check(not answered, "successor_not_answered") & check(open_case, "separation_open")


def met(*, interest: str, named: bool, accepted: bool, successor: UUID | None, host: UUID) -> frozenset[str]:
    """Which preconditions of the vote are fulfilled."""
    facts = {
        "interest_of_a_side_stated": bool(interest),
        "successor_named": named,
        "successor_accepted": accepted,
        "successor_is_not_host": successor is not None and successor != host,
    }
    return frozenset(name for name, is_so in facts.items() if is_so)


def may_call_vote(book: Rulebook, by: Standing, *, sits: bool, open_case: bool, voting: bool) -> Ruling:
    """The vote itself weighs the rest: seats, quorum, preconditions (`rules.voting.may_open`)."""
    ruling = check(sits or by.keeps_the_network, "advisory_or_office_calls_vote", book.separation.decided_by)
    return ruling & check(open_case, "separation_open") & check(not voting, "one_vote_on_parting")


def may_withdraw(
    by: Standing, *, own: bool, open_case: bool, voting: bool, on_resignation: bool, reason: str
) -> Ruling:
    """Whoever opened it, or the secretariat, takes it back before the vote; not where the host leaves anyway."""
    ruling = check(own or by.keeps_the_network, "opener_or_office_withdraws") & check(open_case, "separation_open")
    ruling &= check(not voting, "one_vote_on_parting") & check(not on_resignation, "host_does_not_leave")
    return ruling & check(bool(reason.strip()), "withdrawal_says_why")


def may_keep_list(book: Rulebook, by: Standing, *, sits: bool, parties: Set[UUID], decided: bool) -> Ruling:
    """The list of what is handed over is kept by the secretariat, the body that decided, the host and its successor."""
    both = bool(parties & by.represents)
    ruling = check(by.keeps_the_network or sits or both, "both_sides_keep_list", book.separation.decided_by)
    return ruling & check(decided, "parting_decided")


def may_hand_over(
    book: Rulebook, by: Standing, *, decided: bool, left: int, is_member: bool, on: date, today: date
) -> Ruling:
    """The successor becomes host once everything is handed over, on a day that has come; it is a member by then."""
    term = settled(book.separation.successor_member, "on_day_it_takes_over")
    ruling = check(by.keeps_the_network, "office_records_host") & check(decided, "parting_decided")
    ruling &= check(not left, "everything_handed_over", left=left) & check(on <= today, "day_has_come", day=on)
    return ruling & check(is_member, "successor_is_member", term)
