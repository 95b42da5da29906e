"""Counting the ballots, giving the seats, filling a vacancy from the same ballots."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.governance.bodies.actions import fill_seat
from tkanka.governance.bodies.models import Seat
from tkanka.governance.bodies.queries import type_of
from tkanka.governance.bodies.weighing import room_of
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import Basis, vacant
from tkanka.rules.elections import (
    ELECTION,
    CannotFill,
    Count,
    Counting,
    Field,
    count_most_votes,
    count_stv,
    kept,
    may_certify,
    may_count,
    may_count_back,
    method_for,
)
from tkanka.rules.ruling import Refused, check
from tkanka.rules.standing import Standing

from .. import queries
from ..letters import tell_members
from ..models import Candidacy, Diversity, Election, Urn


def count_election(*, by: Standing, at: datetime, election: Election) -> Election:
    """The vote is over: the urn is counted, and the result is there for everybody to count again."""
    with entry("election.counted", by=by, at=at) as record:
        election, day = locked(election), localdate(at)
        book = rulebook_of(election.network, day)
        state = ELECTION.after(election.state, "count")
        candidates, urn = queries.listed(election), Urn.objects.get(election=election)
        ballots = sum(urn.counted.values())
        record.rests_on(may_count(book, by, until=election.voting_until, today=day, ballots=ballots))
        method = method_for(book, ballots)
        count = counted(queries.field_of(election, candidates), urn, method)
        election.state, election.method, election.counted_at = state, method, at
        election.result = kept(count)
        election.save(update_fields=["state", "method", "counted_at", "result"])
        tell_members(election, "counted", at)
        seated = [candidates[place].pk for place in count.elected]
        record.about(election, election.body, method=method, ballots=count.valid, elected=seated)
        return election


def counted(field: Field, urn: Urn, method: str, gone: frozenset[int] = frozenset()) -> Count:
    """The count of what is in the urn, for all but those who are gone."""
    way = count_most_votes if method == Counting.MOST_VOTES else count_stv
    return way(urn.counted, field, gone)


def certify_election(*, by: Standing, at: datetime, election: Election) -> list[Candidacy]:
    """The elected take their seats; answers on age, gender and origin are deleted. Returns those who could not sit."""
    with entry("election.certified", by=by, at=at) as record:
        body, election = locked(election.body), locked(election)
        record.rests_on(may_certify(rulebook_of(election.network, localdate(at)), by))
        election.state, election.certified_at = ELECTION.after(election.state, "certify"), at
        election.save(update_fields=["state", "certified_at"])
        Diversity.objects.filter(election=election).delete()
        candidates, missing = queries.listed(election), []
        assert election.result is not None
        for place in election.result["elected"]:
            if not _seat(by, at, election, candidates[place]):
                missing.append(candidates[place])
        record.about(election, body, seated=len(election.result["elected"]) - len(missing))
        return missing


def _seat(by: Standing, at: datetime, election: Election, elected: Candidacy) -> Seat | None:
    """Their seat for the term; None where they may not sit any more, which leaves the seat vacant."""
    if elected.person is None:
        return None
    try:
        return fill_seat(
            by=by, at=at, body=election.body, person=elected.person, organisation=elected.organisation,
            basis=Basis.ELECTED, since=max(localdate(at), election.term_from), until=election.term_until,
        )  # fmt: skip
    except Refused:
        return None


def count_back(*, by: Standing, at: datetime, election: Election, left: Seat) -> Seat:
    """The ballots of a certified election are counted again without whoever left: the first who is newly elected takes
    the vacancy for the rest of the term. Those who sit already stay."""
    with entry("election.counted_back", by=by, at=at) as record:
        body, election, day = locked(election.body), locked(election), localdate(at)
        book = rulebook_of(election.network, day)
        room = room_of(body, type_of(body, day), day)
        agreed = election.count_back and election.certified_at is not None and left.body_id == body.pk
        record.rests_on(may_count_back(book, by, agreed=agreed, vacant=vacant(room, day)))
        seat = _next_of(by, at, election, left, {one.person for one in room.taken})
        record.rests_on(check(seat is not None, "somebody_is_next"))
        assert seat
        record.about(election, body, seat)
        return seat


def _next_of(by: Standing, at: datetime, election: Election, left: Seat, sitting: set[object]) -> Seat | None:
    candidates, urn = queries.listed(election), Urn.objects.get(election=election)
    field = queries.field_of(election, candidates)
    gone = frozenset(n for n, one in enumerate(candidates) if one.person_id in (left.person_id, None))
    while True:
        try:
            count = counted(field, urn, election.method, gone)
        except CannotFill:
            return None
        new = next((n for n in count.elected if candidates[n].person_id not in sitting), None)
        if new is None:
            return None
        if seat := _rest(by, at, election, left, candidates[new]):
            return seat
        gone |= {new}


def _rest(by: Standing, at: datetime, election: Election, left: Seat, elected: Candidacy) -> Seat | None:
    assert elected.person
    try:
        return fill_seat(
            by=by, at=at, body=election.body, person=elected.person, organisation=elected.organisation,
            basis=Basis.ELECTED, since=localdate(at), until=election.term_until, predecessor=left,
        )  # fmt: skip
    except Refused:
        return None
