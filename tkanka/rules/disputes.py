"""Disputes among members: who sees the file, who mediates, the two keys, and what becomes of those involved."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from .defaults import held
from .lifecycle import Lifecycle
from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Standing
from .voting import Outcome, PollKind, Tally, rule_for, verdict

HEARD = timedelta(days=14)


class DisputeState(StrEnum):
    """Where a dispute stands."""

    INTAKE = "intake"
    MEDIATION = "mediation"
    ASKED = "asked"
    ADMITTED = "admitted"
    SETTLED = "settled"
    DECIDED = "decided"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


_S = DisputeState
DISPUTE = Lifecycle(
    _S.INTAKE,
    {
        "mediate": ([_S.INTAKE], _S.MEDIATION),
        "settle": ([_S.INTAKE, _S.MEDIATION], _S.SETTLED),
        "ask": ([_S.INTAKE, _S.MEDIATION], _S.ASKED),
        "admit": ([_S.ASKED], _S.ADMITTED),
        "not_admit": ([_S.ASKED], _S.MEDIATION),
        "decide": ([_S.ADMITTED], _S.DECIDED),
        "not_decide": ([_S.ADMITTED], _S.MEDIATION),
        "close": ([_S.INTAKE, _S.MEDIATION, _S.SETTLED, _S.DECIDED], _S.CLOSED),
        "withdraw": ([_S.INTAKE, _S.MEDIATION, _S.ASKED], _S.WITHDRAWN),
    },
)
OVER = frozenset({_S.CLOSED, _S.WITHDRAWN})
BEFORE_KEYS = frozenset({_S.INTAKE, _S.MEDIATION})


class Holder(StrEnum):
    """Who holds a key."""

    COORDINATOR = "coordinator"
    ADVISORY = "advisory_group"


class Part(StrEnum):
    """As what somebody comes to a file."""

    PARTY = "party"
    HANDLER = "handler"
    ADVISER = "adviser"
    SUBSTITUTE = "substitute"
    MEDIATOR = "mediator"


@dataclass(frozen=True, slots=True)
class Facts:
    """A dispute as the rules weigh it. `involved` are people the parties named or who acted in it, `in_office` the
    coordinator and people of the advisory group among all who are involved, `advisers` its other people."""

    state: str
    parties: frozenset[UUID]
    involved: frozenset[UUID] = frozenset()
    in_office: frozenset[UUID] = frozenset()
    replaced: frozenset[UUID] = frozenset()
    advisers: frozenset[UUID] = frozenset()
    mediators: frozenset[UUID] = frozenset()
    replacing: Mapping[UUID, Holder] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        return self.state in OVER

    def substitutes(self, holder: Holder) -> frozenset[UUID]:
        return frozenset(person for person, place in self.replacing.items() if place == holder)

    @property
    def unreplaced(self) -> frozenset[UUID]:
        """Those in office who are involved and whom nobody replaces yet."""
        return self.in_office - self.replaced


def is_involved(by: Standing, facts: Facts) -> bool:
    """Whoever acts in it or is named, or commits a party of it; not everybody who sits somewhere for a party."""
    return by.person in facts.involved or bool(by.represents & facts.parties)


def part_in(by: Standing, facts: Facts) -> Part | None:
    """As what somebody may come to the file: whoever is involved comes as a party or not at all, whatever their
    office."""
    if by.person is None or is_involved(by, facts):
        return Part.PARTY if by.represents & facts.parties else None
    if by.person in facts.replacing:
        return Part.SUBSTITUTE
    if by.keeps_the_network:
        return Part.HANDLER
    if by.person in facts.mediators:
        return Part.MEDIATOR
    called = facts.in_office or facts.state not in BEFORE_KEYS
    return Part.ADVISER if by.person in facts.advisers and called else None


def reads_texts(part: Part | None, state: str) -> bool:
    """The advisory group reads the file once it is asked for its key; before that it learns only whom to replace."""
    return part is not None and (part is not Part.ADVISER or state not in BEFORE_KEYS)


def handles(by: Standing, facts: Facts) -> bool:
    """The offices that are not involved, and whoever replaces the coordinator."""
    part = part_in(by, facts)
    return part is Part.HANDLER or by.person in facts.substitutes(Holder.COORDINATOR)


def may_bring(
    book: Rulebook, by: Standing, *, organisation: UUID | None, against: Set[UUID], members: Set[UUID], in_faith: bool
) -> Ruling:
    """A member brings a dispute with other members. How much it weighs on the community is stated, not judged here."""
    term = book.disputes.parties
    ruling = check(term is not None, "disputes_known", term)
    ruling &= check(organisation is not None and organisation in by.speaks_for, "member_brings_dispute", term)
    among = bool(against) and organisation not in against and against <= members
    ruling &= check(among, "dispute_among_members", term)
    return ruling & check(in_faith, "good_faith_accepted", book.disputes.duties_of_parties)


def may_speak(book: Rulebook, by: Standing, facts: Facts, *, party: UUID) -> Ruling:
    """A party answers, names who is involved, says whether it will accept the settlement."""
    ruling = check(party in by.represents and party in facts.parties, "own_party", book.disputes.parties)
    return ruling & check(not facts.over, "dispute_runs")


def all_replaced(book: Rulebook, facts: Facts) -> Ruling:
    """Others watch over the Forum's interest in the place of everybody in office who is involved, before anything
    further is done."""
    return check(not facts.unreplaced, "involved_are_replaced", book.disputes.substitutes)


def may_propose_mediator(
    book: Rulebook, by: Standing, facts: Facts, *, party: UUID, origin: str, neutral: bool
) -> Ruling:
    """Somebody from inside or outside, who is neither a party nor of one."""
    term = book.disputes.mediator_from
    ruling = may_speak(book, by, facts, party=party) & all_replaced(book, facts)
    ruling &= check(facts.state in BEFORE_KEYS, "still_in_mediation", book.disputes.methods)
    ruling &= check(term is None or origin in term.value, "mediator_from_there", term)
    return ruling & check(neutral, "mediator_is_no_party", term)


def is_accepted(book: Rulebook, words: Collection[bool | None]) -> bool:
    """A mediator needs the word of all parties."""
    return held(book, "disputes.mediator_accepted_by").value == "all_parties" and all(words)


def may_ask_admission(
    book: Rulebook, by: Standing, facts: Facts, *, party: UUID, mediated: bool, explained: bool, heard: bool
) -> Ruling:
    """One party asks for the Forum's deliberation, after mediation or with the reason why not, the others heard."""
    ruling = may_speak(book, by, facts, party=party) & all_replaced(book, facts)
    ruling &= check(mediated or explained, "mediation_or_reason", held(book, "disputes.mediation_first"))
    return ruling & check(heard, "others_are_heard", held(book, "disputes.requested_by"))


def is_heard(*, answered: bool, told: date, today: date) -> bool:
    """A party has answered, or had two weeks for it: nobody holds a dispute up by silence."""
    return answered or today >= told + HEARD


def may_turn_key(
    book: Rulebook, by: Standing, facts: Facts, *, holder: Holder, in_office: bool, explained: bool, turned: bool
) -> Ruling:
    """The coordinator and the advisory group, each with a reason; nobody who is involved, but who replaces them."""
    ruling = check(not is_involved(by, facts), "involved_hold_no_key", book.disputes.involved_office_holders)
    holds = in_office or by.person in facts.substitutes(holder)
    ruling &= check(holds, "holds_a_key", book.disputes.admission_keys) & all_replaced(book, facts)
    ruling &= check(facts.state == _S.ASKED, "admission_is_asked", book.disputes.admission_keys)
    return ruling & check(not turned, "key_not_turned") & check(explained, "key_says_why", book.disputes.admission_keys)


def advisory_key(book: Rulebook, *, entitled: int, yes: int, no: int) -> bool | None:
    """What the advisory group says by its ordinary decision, those involved left out; None while that is open."""
    rule = rule_for(book, PollKind.ORDINARY, body="advisory_group")
    rest = max(0, entitled - yes - no)

    def passes(more_yes: int, more_no: int) -> bool:
        tally = Tally(entitled=yes + no + rest, in_favour=yes + more_yes, against=no + more_no)
        return verdict(rule, tally).outcome is Outcome.PASSED

    every = {passes(ayes, noes) for ayes in range(rest + 1) for noes in range(rest + 1 - ayes)}
    return every.pop() if len(every) == 1 else None


def may_name_substitute(
    book: Rulebook, by: Standing, facts: Facts, *, replaced: UUID, fit: bool, drawn: bool = False
) -> Ruling:
    """The uninvolved people of the advisory group name somebody from another member; where there are none, a lot does,
    drawn by whoever handles the dispute."""
    term = held(book, "disputes.substitutes_named_by")
    names = handles(by, facts) and not facts.advisers if drawn else by.person in facts.advisers
    ruling = check(names, "uninvolved_advisers_name", term)
    ruling &= check(replaced in facts.unreplaced, "somebody_to_replace", book.disputes.substitutes)
    return ruling & check(fit, "substitute_of_another_member", book.disputes.substitutes)


def may_put_to_vote(book: Rulebook, by: Standing, facts: Facts, *, running: bool) -> Ruling:
    """Only a dispute that both keys admitted comes before a meeting of the Forum."""
    ruling = check(facts.state == _S.ADMITTED, "admitted_by_both_keys", book.disputes.admission_keys)
    ruling &= check(handles(by, facts), "handlers_only", held(book, "disputes.confidential"))
    return ruling & all_replaced(book, facts) & check(not running, "no_vote_runs")


def may_settle(book: Rulebook, by: Standing, facts: Facts) -> Ruling:
    """What the parties agreed on is written down by the mediator or by whoever handles the dispute."""
    mediates = part_in(by, facts) is Part.MEDIATOR
    ruling = check(mediates or handles(by, facts), "handlers_or_mediator", book.disputes.methods)
    return ruling & all_replaced(book, facts)


def may_close(book: Rulebook, by: Standing, facts: Facts) -> Ruling:
    ruling = check(handles(by, facts), "handlers_only", held(book, "disputes.confidential"))
    return ruling & all_replaced(book, facts)


def may_note(book: Rulebook, by: Standing, facts: Facts) -> Ruling:
    """Whoever reads the file may add to it, while it is open."""
    reads = reads_texts(part_in(by, facts), facts.state)
    return check(reads, "of_this_file", held(book, "disputes.confidential")) & check(not facts.over, "dispute_runs")


def kept_until(book: Rulebook, closed: date) -> date:
    """The day on which the texts of a file go; only its outcome stays."""
    months = closed.month - 1 + int(held(book, "disputes.kept_months").value)
    year, month = closed.year + months // 12, months % 12 + 1
    return date(year, month, min(closed.day, monthrange(year, month)[1]))
