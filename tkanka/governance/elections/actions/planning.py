"""From the rules of elections to the closed list of candidates with its lot."""

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from secrets import token_hex

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import type_of
from tkanka.governance.bodies.weighing import room_of
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.elections import (
    CANDIDACY,
    ELECTION,
    EXTENDED_BY,
    Bound,
    Days,
    ElectionKind,
    drawn_order,
    may_call,
    may_call_off,
    may_close_nominations,
    may_extend,
    may_plan,
    may_publish_process,
)
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Standing

from .. import queries
from ..letters import tell_members
from ..models import Candidacy, Election, Process
from ..weighing import still_standing


@dataclass(frozen=True, slots=True)
class Plan:
    """What an election is for and when."""

    kind: ElectionKind
    seats: int
    days: Days
    about: str = ""
    bounds: tuple[Bound, ...] = field(default=())
    count_back: bool = False

    @property
    def columns(self) -> dict[str, object]:
        return {
            "kind": self.kind, "seats": self.seats, "about": self.about, "count_back": self.count_back,
            "bounds": [asdict(bound) for bound in self.bounds], **asdict(self.days),
        }  # fmt: skip


def publish_process(*, by: Standing, at: datetime, network: Network, text: str, advised: str) -> Process:
    """The rules of elections, and how the advisory group helped to make them, are there to be read."""
    with entry("election_process.published", by=by, at=at) as record:
        last, book = queries.latest_process(locked(network)), rulebook_of(network, localdate(at))
        told = bool(text.strip()), bool(advised.strip())
        record.rests_on(may_publish_process(book, by, told=told[0], advised=told[1]))
        process = Process.objects.create(
            network=network, number=last.number + 1 if last else 1, text=text.strip(), advised=advised.strip(),
            published_at=at, published_by_id=by.person,
        )  # fmt: skip
        record.about(process, number=process.number)
        return process


def plan_election(*, by: Standing, at: datetime, body: Body, plan: Plan) -> Election:
    """A draft that only those who prepare it see."""
    with entry("election.planned", by=by, at=at) as record:
        body = locked(body)
        record.rests_on(_may_plan(body, by, at, plan, running=queries.running_of(body) is not None))
        election = Election.objects.create(
            network=body.network, body=body, state=ELECTION.start, planned_at=at, planned_by_id=by.person,
            **plan.columns,
        )  # fmt: skip
        record.about(election, body, kind=plan.kind, seats=plan.seats)
        return election


def change_election(*, by: Standing, at: datetime, election: Election, plan: Plan) -> Election:
    """The draft says something else now. What was called is changed by nobody."""
    with entry("election.changed", by=by, at=at) as record:
        election = locked(election)
        draft = election.state == ELECTION.start
        record.rests_on(check(draft, "step_not_open", step="change", state=election.state))
        record.rests_on(_may_plan(election.body, by, at, plan, running=False))
        for name, value in plan.columns.items():
            setattr(election, name, value)
        election.save()
        record.about(election, election.body, kind=plan.kind, seats=plan.seats)
        return election


def _may_plan(body: Body, by: Standing, at: datetime, plan: Plan, *, running: bool) -> Ruling:
    day = localdate(at)
    room = room_of(body, type_of(body, day), min(day, plan.days.term_from))
    book = rulebook_of(body.network, day)
    return may_plan(book, by, room=room, seats=plan.seats, days=plan.days, hidden=body.hidden, running=running)


def call_election(*, by: Standing, at: datetime, election: Election) -> Election:
    """Nominations open, under the rules that are published now; every member is called to take part."""
    with entry("election.called", by=by, at=at) as record:
        election, day = locked(election), localdate(at)
        state, process = ELECTION.after(election.state, "call"), queries.latest_process(election.network)
        record.rests_on(may_call(
            rulebook_of(election.network, day), by, published=process is not None, days=election.days, today=day
        ))  # fmt: skip
        election.state, election.process, election.called_at = state, process, at
        election.save(update_fields=["state", "process", "called_at"])
        tell_members(election, "called", at)
        record.about(election, election.body, seats=election.seats, until=election.nominations_until)
        return election


def extend_nominations(*, by: Standing, at: datetime, election: Election) -> Election:
    """Too few stand, or the bounds cannot be kept: a week more for nominations, and the vote a week later."""
    with entry("election.extended", by=by, at=at) as record:
        election, day = locked(election), localdate(at)
        state = ELECTION.after(election.state, "extend")
        candidates, _ = still_standing(election, day)
        ready, bounds = queries.readiness(election, candidates)
        record.rests_on(may_extend(
            rulebook_of(election.network, day), by, until=election.nominations_until, today=day, ready=bool(ready),
            times=election.extended,
        ))  # fmt: skip
        more = max(EXTENDED_BY, day - election.nominations_until + timedelta(days=1))
        days = election.days.later_by(more)
        election.state, election.extended = state, election.extended + 1
        election.nominations_until, election.voting_from = days.nominations_until, days.voting_from
        election.voting_until, election.term_from = (
            days.voting_until,
            max(days.term_from, days.voting_until + timedelta(days=1)),
        )
        election.save()
        tell_members(election, "extended", at, election.extended, short=len(candidates) < election.seats, bounds=bounds)
        record.about(election, election.body, until=election.nominations_until)
        return election


def close_nominations(*, by: Standing, at: datetime, election: Election) -> Election:
    """The list is closed and the lot drawn: the order of the candidates, which decides between equal votes as well."""
    with entry("election.listed", by=by, at=at) as record:
        election, day = locked(election), localdate(at)
        state, (candidates, unable) = ELECTION.after(election.state, "list"), still_standing(election, day)
        ready, _ = queries.readiness(election, candidates)
        record.rests_on(may_close_nominations(
            rulebook_of(election.network, day), by, until=election.nominations_until, today=day, ready=ready
        ))  # fmt: skip
        election.state, election.seed, election.listed_at = state, token_hex(16), at
        election.save(update_fields=["state", "seed", "listed_at"])
        places = {key: place for place, key in enumerate(drawn_order(election.seed, [str(c.pk) for c in candidates]))}
        for candidacy in candidates:
            candidacy.place = places[str(candidacy.pk)]
            candidacy.facts = queries.facts_of(candidacy.organisation)
        for candidacy in unable:
            candidacy.state = CANDIDACY.after(candidacy.state, "lapse")
        Candidacy.objects.bulk_update([*candidates, *unable], ["state", "place", "facts"])
        record.about(election, election.body, candidates=len(candidates), left_out=len(unable), seed=election.seed)
        return election


def call_off_election(*, by: Standing, at: datetime, election: Election, reason: str) -> Election:
    """Nobody is elected this time. Whoever was called learns why; ballots that were cast are destroyed unread."""
    with entry("election.called_off", by=by, at=at) as record:
        election = locked(election)
        called = election.called_at is not None
        book = rulebook_of(election.network, localdate(at))
        record.rests_on(may_call_off(book, by, explained=bool(reason.strip())))
        election.state = ELECTION.after(election.state, "call_off")
        election.called_off_because = reason.strip()
        election.save(update_fields=["state", "called_off_because"])
        election.destroy_ballots()
        if called:
            tell_members(election, "called_off", at)
        record.about(election, election.body)
        return election
