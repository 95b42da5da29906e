"""Who plans an election, who may stand, nominate and vote, and when each step is due.

Elections fill bodies with a fixed number of elected seats. Active members elect, one ballot an organisation; observers
have none. Bounds speak of organisations only. Without published rules of elections no nominations open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ..bodies import Basis, BodyType, Candidate, Period, Room, may_hold_seat, most_at_once
from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from .states import Attribute, Counting, ElectionState

STATEMENT_LENGTH = 1_500
EXTENDED_BY = timedelta(days=7)
EXTENDED_AT_MOST = 3
REMINDED_BEFORE = timedelta(days=3)
FEW_BALLOTS = 5


@dataclass(frozen=True, slots=True)
class Days:
    """The calendar of an election: nominations until, the vote from and until, the term from and until."""

    nominations_until: date
    voting_from: date
    voting_until: date
    term_from: date
    term_until: date | None = None

    def later_by(self, more: timedelta) -> Days:
        """Everything before the term, so much later."""
        return Days(
            self.nominations_until + more, self.voting_from + more, self.voting_until + more, self.term_from,
            self.term_until,
        )  # fmt: skip


def is_elected(kind: BodyType) -> Ruling:
    """Whether there is anything to elect: a fixed number of seats whose basis is election."""
    return check(kind.seats is not None and kind.basis.value == Basis.ELECTED, "body_is_elected", kind.basis)


def runs_elections(book: Rulebook, by: Standing) -> Ruling:
    return check(by.keeps_the_network or bool(by.system), "office_runs_elections", book.elections.process_by)


def seats_open(room: Room, period: Period) -> int:
    """How many seats are to be filled for that time: those nobody holds then, without the one the host designates."""
    if room.kind.seats is None:
        return 0
    others = most_at_once((t for t in room.taken if t.organisation != room.host or room.host is None), period)
    return max(0, room.kind.seats.value - room.reserved - others)


def may_publish_process(book: Rulebook, by: Standing, *, told: bool, advised: bool) -> Ruling:
    """The rules of elections are published by the secretariat, made with the help of the advisory group."""
    ruling = runs_elections(book, by) & check(told, "process_told")
    if book.elections.process_with is not None:
        ruling &= check(advised, "process_with_advisory_group", book.elections.process_with)
    return ruling


def may_plan(
    book: Rulebook, by: Standing, *, room: Room, seats: int, days: Days, hidden: bool, running: bool
) -> Ruling:
    """Preparing an election: for seats that will be free, with days that follow one another."""
    ruling = runs_elections(book, by) & is_elected(room.kind) & check(not hidden, "body_is_known")
    ruling &= check(not running, "one_election_a_body")
    free = seats_open(room, Period(days.term_from, days.term_until))
    ruling &= check(1 <= seats <= free, "seats_are_open", room.kind.seats, seats=seats, free=free)
    return ruling & days_follow(days)


def days_follow(days: Days) -> Ruling:
    """The list is closed, and the lot published, before the vote begins; the vote ends before the term begins."""
    order = days.nominations_until < days.voting_from <= days.voting_until < days.term_from
    return check(order and (days.term_until is None or days.term_from < days.term_until), "election_days_follow")


def may_call(book: Rulebook, by: Standing, *, published: bool, days: Days, today: date) -> Ruling:
    """Opening nominations: not before the rules of elections are published, and never for a day that has gone by."""
    transparent = book.elections.process_transparent or held(book, "elections.rules_published_before")
    ruling = runs_elections(book, by) & check(published, "process_published", transparent)
    return ruling & check(days.nominations_until >= today, "nominations_have_time") & days_follow(days)


def may_nominate(book: Rulebook, by: Standing, *, state: str, until: date, today: date, again: bool) -> Ruling:
    """Anybody who speaks for a member nominates, themselves or others, and each person once."""
    electorate = held(book, "elections.electorate")
    ruling = check(bool(by.speaks_for), "members_nominate", book.elections.inclusive or electorate)
    ruling &= check(state == ElectionState.NOMINATIONS and today <= until, "nominations_open", None, until=until)
    return ruling & check(not again, "nominated_once")


def may_stand(book: Rulebook, *, room: Room, candidate: Candidate) -> Ruling:
    """A person who acts for a member and may sit there for the time in question. The host designates its own."""
    for_host = room.host is not None and candidate.organisation == room.host and bool(room.reserved)
    ruling = check(not for_host, "host_designates_its_seat", room.kind.keeps_for_host)
    return ruling & may_hold_seat(book, room, candidate)


def may_answer_nomination(
    by: Standing, *, person: UUID | None, open_now: bool, statement: str, accepts: bool, consents: bool
) -> Ruling:
    """The person answers for themselves; with a yes comes a statement no longer than anybody's, and their consent to
    its being published."""
    ruling = check(by.person is not None and by.person == person, "answers_own_nomination")
    ruling &= check(open_now, "nominations_open")
    if not accepts:
        return ruling
    ruling &= check(consents, "consents_to_publish")
    length = len(statement.strip())
    return ruling & check(
        0 < length <= STATEMENT_LENGTH, "statement_of_equal_length", None, length=length, most=STATEMENT_LENGTH
    )


def may_withdraw(by: Standing, *, person: UUID | None, state: str) -> Ruling:
    """A candidacy is taken back by the candidate, until the list is closed."""
    own = check(by.person is not None and by.person == person, "answers_own_nomination")
    return own & check(state == ElectionState.NOMINATIONS, "withdrawn_before_list")


def field_ready(*, accepted: int, seats: int, contradiction: Iterable[str]) -> Ruling:
    """Whether the seats can be filled from those who accepted, within the bounds."""
    bounds = tuple(contradiction)
    ruling = check(accepted >= seats, "as_many_candidates_as_seats", None, accepted=accepted, seats=seats)
    return ruling & check(accepted < seats or not bounds, "bounds_can_be_kept", None, bounds=bounds)


def may_close_nominations(book: Rulebook, by: Standing, *, until: date, today: date, ready: Ruling) -> Ruling:
    """After their last day, where the field fills the seats; otherwise nominations are extended."""
    return runs_elections(book, by) & check(today > until, "nominations_over", None, until=until) & ready


def may_extend(book: Rulebook, by: Standing, *, until: date, today: date, ready: bool, times: int) -> Ruling:
    ruling = runs_elections(book, by) & check(today > until, "nominations_over", None, until=until)
    ruling &= check(not ready, "field_falls_short")
    return ruling & check(times < EXTENDED_AT_MOST or not by.system, "extended_at_most", None, most=EXTENDED_AT_MOST)


def may_open_voting(book: Rulebook, by: Standing, *, since: date, today: date, lot: bool) -> Ruling:
    """On its day, with the lot published before."""
    ruling = runs_elections(book, by) & check(today >= since, "vote_begins_on_its_day", None, since=since)
    return ruling & check(lot, "lot_published_before", held(book, "elections.tie"))


def may_cast(
    book: Rulebook,
    by: Standing,
    *,
    organisation: UUID | None,
    listed: bool,
    excluded: bool,
    voted: bool,
    open_now: bool,
) -> Ruling:
    """One ballot for each organisation on the roll, cast by whoever speaks for it; final once cast."""
    electorate = held(book, "elections.electorate")
    ruling = check(organisation in by.speaks_for, "speaks_for_the_voter")
    ruling &= check(listed and not excluded, "on_the_roll", electorate)
    ruling &= check(open_now, "election_vote_open")
    return ruling & check(not voted, "one_ballot_an_organisation", held(book, "elections.secrecy"))


def valid_ranking(ranking: tuple[int, ...], candidates: Collection[int]) -> Ruling:
    """Candidates of the list, each once, at least one."""
    known = all(one in candidates for one in ranking)
    return check(bool(ranking) and known and len(set(ranking)) == len(ranking), "ballot_is_a_ranking")


def has_no_ballot(*, observer: bool) -> str:
    """Why an organisation that belongs is not on the roll, in a word; empty for those that are."""
    return "observer" if observer else ""


def method_for(book: Rulebook, ballots: int) -> Counting:
    """Transferable votes, or the most votes where there are only few ballots."""
    small = held(book, "elections.count_small_below").value
    transferable = held(book, "elections.count").value == Counting.STV and ballots >= small
    return Counting.STV if transferable else Counting.MOST_VOTES


def may_count(book: Rulebook, by: Standing, *, until: date, today: date, ballots: int) -> Ruling:
    """After the last day of the vote; nobody looks into the urn before. Of no ballots nothing follows."""
    over = check(today > until, "vote_is_over", None, until=until)
    return runs_elections(book, by) & over & check(ballots > 0, "somebody_voted")


def may_certify(book: Rulebook, by: Standing) -> Ruling:
    """The secretariat confirms what was counted, and the elected take their seats."""
    own = check(by.keeps_the_network, "office_runs_elections", book.elections.process_by)
    return own & check(True, "seats_by_election", book.advisory_group.basis)


def may_call_off(book: Rulebook, by: Standing, *, explained: bool) -> Ruling:
    return runs_elections(book, by) & check(explained, "called_off_with_reason")


def may_count_back(book: Rulebook, by: Standing, *, agreed: bool, vacant: int) -> Ruling:
    """Filling a vacancy from the ballots of the last election, where that was said before they were cast."""
    ruling = runs_elections(book, by) & check(agreed, "count_back_was_agreed")
    return ruling & check(vacant > 0, "seat_is_vacant", book.advisory_group.by_election)


def may_tell_of_oneself(by: Standing, *, person: UUID | None, answered: bool, open_now: bool) -> Ruling:
    """Voluntary answers on age, gender and origin: asked of candidates, counted at once, kept with nobody's name."""
    own = check(by.person is not None and by.person == person, "answers_own_nomination")
    return own & check(open_now, "asked_until_vote_ends") & check(not answered, "told_once")


def bound_attributes(book: Rulebook) -> tuple[Attribute, ...]:
    """What bounds may speak of besides the organisations themselves: kinds alone, or regions as well."""
    only_kinds = held(book, "elections.bounds").value == "organisation_kinds"
    return (Attribute.KIND,) if only_kinds else (Attribute.KIND, Attribute.REGION)


def by_election_due(book: Rulebook, vacant_since: date) -> date:
    """Until when an election for a vacancy is to be called."""
    return vacant_since + timedelta(days=held(book, "advisory_group.by_election_announced_days").value)


def owes_by_election(book: Rulebook, *, given_up: bool) -> bool:
    """After somebody stepped down the charter asks for an election; after other causes the platform does."""
    term = book.advisory_group.by_election
    if term is None or not term.value:
        return False
    return given_up or bool(held(book, "advisory_group.by_election_other_causes").value)
