"""Who may vote: the candidates for the roll, read the moment a vote opens."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import seats_of, type_of
from tkanka.governance.meetings.models import PresenceSnapshot
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import host_of, members_of
from tkanka.network.people.models import Person
from tkanka.rules.bodies import Role
from tkanka.rules.voting import Candidate, DecisionRule, Electorate, Unit, entry_of

from .models import Poll, Voter

HOST = "seat_of_host"


@dataclass(frozen=True, slots=True)
class Roll:
    """The lines of a roll, how many of the entitled are there, and how many seats are empty."""

    lines: list[Voter]
    present: int | None
    vacant: int

    @property
    def entitled(self) -> int:
        return sum(line.entitled for line in self.lines)


def roll(poll: Poll, rule: DecisionRule, day: date, snapshot: PresenceSnapshot | None) -> Roll:
    """The roll as it would be frozen now."""
    host = host_of(poll.network, day)
    lines, seen = [], set()
    for person, party in _candidates(poll, rule, day, snapshot):
        key = person.pk if person else party.pk if party else None
        if key is None or key in seen:
            continue
        seen.add(key)
        marks = {mark for one in (person, party) if one for mark in poll.marks.get(str(one.pk), ())}
        if host and party and party.pk == host.organisation_id:
            marks.add(HOST)
        entry = entry_of(rule, Candidate(person.pk if person else None, party.pk if party else None, frozenset(marks)))
        lines.append(Voter(
            poll=poll, person=person, organisation=party, as_organisation=person is None, entitled=entry.entitled,
            kind=entry.kind, who=entry.who, cite=entry.cite,
        ))  # fmt: skip
    return Roll(lines, _present(lines, snapshot), _vacant(poll.body, rule, day))


def _candidates(
    poll: Poll, rule: DecisionRule, day: date, snapshot: PresenceSnapshot | None
) -> Iterator[tuple[Person | None, Organisation | None]]:
    if rule.electorate.value is Electorate.SEATS:
        for seat in seats_of(poll.body, day).exclude(role=Role.OBSERVER)[:2_000] if poll.body else ():
            yield (seat.person if rule.unit.value is Unit.PERSON else None), seat.organisation
        return
    members = members_of(poll.network, day)
    if rule.electorate.value is Electorate.PRESENT:
        members = members.filter(pk__in=snapshot.organisations if snapshot else [])
    for party in members.order_by("name", "pk")[:20_000]:
        yield None, party


def _present(lines: list[Voter], snapshot: PresenceSnapshot | None) -> int | None:
    if snapshot is None:
        return None
    people, parties = set(snapshot.people), set(snapshot.organisations)
    there = [str(one.person_id) in people if one.person_id else str(one.organisation_id) in parties for one in lines]
    return sum(is_there and one.entitled for is_there, one in zip(there, lines, strict=True))


def _vacant(body: Body | None, rule: DecisionRule, day: date) -> int:
    if body is None or rule.electorate.value is not Electorate.SEATS:
        return 0
    seats = type_of(body, day).seats
    return max(0, seats.value - seats_of(body, day).exclude(role=Role.OBSERVER).count()) if seats else 0
