"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import LONG_AGO, NOW, organisation
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.voting.models import Ballot, OwnRule, Poll, Voter
from tkanka.rules.bodies import Role
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.voting import Method, PollKind, as_data, chosen, publish, rule_for

DAY = NOW.date()
RULE = rule_for(Rulebook("-", DAY), PollKind.MEMBERS)
CONSENSUS = chosen(RULE, method=Method.CONSENSUS)


def poll_of(network, state="open", rule=RULE, **more):
    return Poll.objects.create(
        network=network, kind="members", title="Czy wydajemy poradnik?", text="Dwa razy w roku.", rule=as_data(rule),
        state=state, prepared_at=NOW, opened_at=None if state == "draft" else NOW, closes_at=NOW + timedelta(days=6),
        **more,
    )  # fmt: skip


def line(poll, party, choice="", **more):
    voter = Voter.objects.create(
        poll=poll, organisation=party, as_organisation=True, entitled=True, voted=bool(choice), **more
    )
    if choice:
        Ballot.objects.create(voter=voter, choice=choice, reason="Za drogo" * (choice == "against"), cast_at=NOW)
    return voter


def decided(network, party, choice="for", rule=RULE):
    voters = [{"name": "", "organisation": party.name, "entitled": True, "choice": choice}]
    told = publish(title="Czy?", rule=rule, voters=voters, counts=None, present=None, lot="", more={})
    state = "passed" if choice == "for" else "failed"
    poll = poll_of(network, state, rule, closed_at=NOW, published=told, review_on=DAY if choice == "for" else None)
    line(poll, party, choice)
    return poll


@keyed("poll")
def polls(world):
    cast, abroad = world.cast, world.abroad
    own = poll_of(world.razem)
    line(own, cast.dach)
    decided(world.razem, cast.mosty, "against", CONSENSUS)
    poll_of(world.razem, "draft")
    return Keys(own.pk, decided(world.razem, cast.mosty).pk, poll_of(abroad.network).pk)


@keyed("voting:edit.poll")
def drafts(world):
    return Keys(poll_of(world.razem, "draft").pk, foreign=poll_of(world.abroad.network, "draft").pk)


@keyed("voting.body")
def bodies(world):
    """One the main representative leads, one they do not sit in, one of another network."""
    own = Body.objects.create(network=world.razem, kind="working_group", name="Grupa głosująca", opened_on=LONG_AGO)
    Seat.objects.create(
        body=own, person=world.main, organisation=world.cast.dach, basis="joined", role=Role.LEAD, since=LONG_AGO
    )
    other, foreign = (
        Body.objects.create(network=one, kind="working_group", name="Grupa inna", opened_on=LONG_AGO)
        for one in (world.razem, world.abroad.network)
    )
    return Keys(own.pk, other.pk, foreign.pk)


@keyed("vote_step")
def steps(world):
    return Keys("cast", "follow-up", "close")


@keyed("rule")
def rules(world):
    def added(network, name):
        return OwnRule.objects.create(network=network, name=name, rule=as_data(RULE), added_at=NOW).pk

    return Keys(added(world.razem, "Zwykła"), added(world.razem, "Mocna"), added(world.abroad.network, "Zwykła"))


@grows
def many_polls(world):
    for n in range(ROWS):
        poll_of(world.razem)
        decided(world.razem, world.cast.dach)
        OwnRule.objects.create(network=world.razem, name=f"Reguła {n}", rule=as_data(RULE), added_at=NOW)
    for poll in Poll.objects.filter(network=world.razem, voters__isnull=False).distinct():
        for n in range(ROWS):
            party = organisation(f"Pytana {n}")
            if not poll.voters.filter(organisation=party).exists():
                line(poll, party, "against", kind="no_deciding_role" if n % 2 else "", who="stepped_back" * (n % 2))
