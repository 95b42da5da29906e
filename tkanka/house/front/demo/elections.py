"""The demo's elections: one that gave two seats, and one in which organisations are voting now."""

import tomllib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import bodies_of_kind, seats_of
from tkanka.governance.elections import actions
from tkanka.governance.elections.actions import Plan
from tkanka.governance.elections.models import Election
from tkanka.governance.elections.queries import elections_in, listed, roll_of
from tkanka.governance.elections.weighing import stands
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import main_representatives, network_by_slug
from tkanka.network.people.models import Person
from tkanka.rules.bodies import BodyKind
from tkanka.rules.elections import Bound, Days, ElectionKind
from tkanka.rules.standing import Office

from .bodies import mandated
from .groups import Told
from .networks import DEMO, known
from .reading import DATA

BOUNDS = (Bound("organisation", most=1), Bound("kind", "association", 1))
Pair = tuple[Person, Organisation]


def build_elections(say: Callable[[str], None], now: datetime) -> None:
    """A past and a present one of Razem's advisory group, unless there are any."""
    razem = network_by_slug("razem")
    body = bodies_of_kind(razem, [BodyKind.ADVISORY]).first()
    if body is None or elections_in(razem, DEMO, now.date()).exists():
        return
    words, told = tomllib.loads((DATA / "elections.toml").read_text("utf8")), Told(razem, now)
    with transaction.atomic():
        at = told.ago(420)
        office = told.office(Office.SECRETARIAT, at)
        rules = {"text": words["rules"], "advised": words["advised"]}
        actions.publish_process(by=office, at=at, network=razem, **rules)
        past(told, body, words["past"])
        present(told, body, words["now"])
    say("Elections")


def past(told: Told, body: Body, row: dict[str, Any]) -> None:
    """Counted and certified; the elected sit until their term ends."""
    day = told.today - timedelta(days=325)
    days = Days(day - timedelta(45), day - timedelta(40), day - timedelta(26), day)
    begun = told.ago(325 + 60)
    pairs = [mandated(name, known(party), begun.date()) for name, party, _ in row["candidates"]]
    election = listed_with(told, body, days, row["about"], pairs, [said for *_, said in row["candidates"]])
    election = voted(told, election, pairs, row["ballots"])
    election = actions.count_election(by=DEMO, at=told.ago(325 + 25), election=election)
    at = told.ago(325 + 20)
    actions.certify_election(by=told.office(Office.SECRETARIAT, at), at=at, election=election)


def present(told: Told, body: Body, row: dict[str, Any]) -> None:
    """Organisations are voting."""
    days = Days(*(told.today + timedelta(days=n) for n in (-16, -10, 4, 41)))
    draft = Election(network=told.network, body=body, term_from=days.term_from)
    seated = {seat.organisation_id for seat in seats_of(body, told.today)}
    free = [pair for pair in told.members() if pair[1].pk not in seated and stands(draft, *pair, told.ago(35).date())]
    pairs = sorted(free, key=lambda pair: pair[1].kind != "association")[: len(row["statements"])]
    voted(told, listed_with(told, body, days, row["about"], pairs, row["statements"]), pairs, row["ballots"])


def listed_with(
    told: Told, body: Body, days: Days, about: str, pairs: Sequence[Pair], statements: Sequence[str]
) -> Election:
    """Called two weeks before nominations end; those who stand said yes, and the list is closed."""
    at = told.ago((told.today - days.nominations_until).days + 14)
    office = told.office(Office.SECRETARIAT, at)
    plan = Plan(kind=ElectionKind.TERM, seats=2, days=days, about=about, bounds=BOUNDS)
    election = actions.plan_election(by=office, at=at, body=body, plan=plan)
    election = actions.call_election(by=office, at=at, election=election)
    at += timedelta(days=5)
    for (person, party), statement in zip(pairs, statements, strict=True):
        by = told.by(person, at, party)
        one = actions.nominate(by=by, at=at, election=election, person=person, organisation=party)
        actions.answer_nomination(by=by, at=at, candidacy=one, accepts=True, statement=statement, consents=True)
    return actions.close_nominations(by=DEMO, at=at + timedelta(days=10), election=election)


def voted(told: Told, election: Election, pairs: Sequence[Pair], ballots: list[list[int]]) -> Election:
    """The first on the roll vote as is told; numbers are those of the candidates in the file."""
    at = told.ago((told.today - election.voting_from).days)
    election = actions.open_voting(by=DEMO, at=at, election=election)
    places = {one.person_id: one.place for one in listed(election)}
    speakers = {one.organisation_id: one.person for one in main_representatives(told.network, at.date(), 500)}
    waiting = iter(ballots)
    for voter in roll_of(election).filter(excluded="")[:100]:
        person = speakers.get(voter.organisation_id)
        ranking = next(waiting, None) if person else ()
        if ranking is None:
            break
        if person and ranking:
            actions.cast_ballot(
                by=told.by(person, at, voter.organisation), at=at + timedelta(hours=3), election=election,
                organisation=voter.organisation, ranking=[places[pairs[n][0].pk] or 0 for n in ranking],
            )  # fmt: skip
    return election
