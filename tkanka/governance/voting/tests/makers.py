"""Votes as the tests need them, by actions."""

from datetime import timedelta

from tests.cast import DAY, LONG_AGO, NOW, belongs, organisation, person
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.voting import actions
from tkanka.governance.voting.models import Poll, Voter
from tkanka.network.networks.queries import standing_of
from tkanka.rules.bodies import BodyKind
from tkanka.rules.voting import Choice, PollKind

LATER = NOW + timedelta(days=6)
FOR, AGAINST, ABSTAIN = Choice


def advisory(network, number=7, parties=None):
    """An advisory group of so many seats, each for an organisation of its own."""
    group = Body.objects.create(network=network, kind=BodyKind.ADVISORY, name="Grupa Doradcza", opened_on=LONG_AGO)
    for n in range(number):
        sitter = person(f"doradca{n}")
        party = belongs(organisation(f"Organizacja {n}"), network, main=sitter)
        Seat.objects.create(body=group, person=sitter, organisation=party, basis="elected", since=LONG_AGO)
    return group


def by(somebody, network, party=None):
    return standing_of(somebody, network, DAY, acting_for=party.pk if party else None)


def drafted(cast, **more):
    told = {"kind": PollKind.MEMBERS, "title": "Czy wydajemy poradnik?", "closes_at": LATER} | more
    return actions.draft_poll(by=cast.by(cast.igor), at=NOW, network=cast.razem, **told)


def opened(cast, **more):
    return actions.open_poll(by=cast.by(cast.igor), at=NOW, poll=drafted(cast, **more))


def line_of(poll, party=None, somebody=None):
    found = Voter.objects.filter(poll=poll)
    return found.get(organisation=party) if party else found.get(person=somebody)


def says(cast, poll, somebody, choice, party=None, at=NOW, **more):
    line = line_of(poll, party=party, somebody=None if party else somebody)
    return actions.cast(by=cast.by(somebody), at=at, voter=line, choice=choice, **more)


def again(poll):
    return Poll.objects.select_related("network", "body").get(pk=poll.pk)
