"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import DAY, NOW, organisation
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.bodies.models import Body
from tkanka.governance.elections.models import Candidacy, Election, Process, Urn, Voter

RESULT = {
    "elected": [0], "rounds": [{"votes": {"0": "1"}, "exhausted": "0", "events": [["remained", 0, []]]}],
    "displaced": [], "quota": 1, "valid": 1, "empty": 0, "exact": True,
}  # fmt: skip


def body_of(network, name="Grupa Doradcza"):
    return Body.objects.create(network=network, kind="advisory_group", name=name, opened_on=DAY)


def election(network, state, **more):
    told = {
        "nominations_until": DAY, "voting_from": DAY, "voting_until": DAY + timedelta(days=9), "seats": 1,
        "term_from": DAY + timedelta(days=20), "planned_at": NOW, "called_at": NOW, "listed_at": NOW, "seed": "ab",
    }  # fmt: skip
    return Election.objects.create(network=network, body=body_of(network), kind="term", state=state, **told | more)


def stands(of, party, person=None, place=0, state="accepted"):
    return Candidacy.objects.create(
        election=of, person=person, organisation=party, state=state, statement="Program", consented=True, place=place,
        nominated_at=NOW, facts={"organisation": party.name, "kind": party.kind},
    )  # fmt: skip


def polled(network, party, person, state="voting", **more):
    """An election in which one stands and one may vote."""
    of = election(network, state, opened_at=NOW, **more)
    stands(of, party, person)
    Voter.objects.create(election=of, organisation=party)
    Urn.objects.create(election=of, ballots=[[1, [0]]])
    return of


@keyed("election")
def elections(world):
    cast, abroad = world.cast, world.abroad
    own = election(world.razem, "nominations", nominations_until=DAY + timedelta(days=5), listed_at=None)
    stands(own, cast.dach, cast.ada)
    return Keys(own.pk, polled(world.razem, cast.mosty, cast.bea).pk,
                polled(abroad.network, abroad.organisation, abroad.person).pk)  # fmt: skip


@keyed("elections:ballot.election", "elections:roll.election", "elections:lot.election")
def votes(world):
    cast, abroad = world.cast, world.abroad
    return Keys(
        polled(world.razem, cast.dach, cast.ada).pk, election(world.razem, "nominations").pk,
        polled(abroad.network, abroad.organisation, abroad.person).pk,
    )  # fmt: skip


@keyed("elections:result.election", "elections:file.election")
def counts(world):
    cast, abroad = world.cast, world.abroad
    told = {"state": "counted", "result": RESULT, "method": "stv", "counted_at": NOW}
    return Keys(
        polled(world.razem, cast.dach, cast.ada, **told).pk, polled(world.razem, cast.dach, cast.ada).pk,
        polled(abroad.network, abroad.organisation, abroad.person, **told).pk,
    )  # fmt: skip


@keyed("elections:edit.election")
def drafts(world):
    razem, abroad = world.razem, world.abroad
    return Keys(election(razem, "draft").pk, election(razem, "voting").pk, election(abroad.network, "draft").pk)


@keyed("elections.kind")
def kinds(world):
    return Keys("ballots", "nothing")


@keyed("elections.step")
def steps(world):
    return Keys("extend", "nothing")


@keyed("candidacy")
def candidacies(world):
    """The candidacy of the election that `election` stands for."""
    of = Election.objects.filter(network=world.razem, state="nominations").order_by("planned_at")
    own = [c for e in of for c in Candidacy.objects.filter(election=e, person=world.cast.ada)]
    other = Candidacy.objects.filter(election__network=world.razem, person=world.cast.bea).first()
    foreign = Candidacy.objects.filter(election__network=world.abroad.network).first()
    return Keys(own[0].pk if own else None, other.pk if other else None, foreign.pk if foreign else None)


@keyed("elections:plan.body")
def bodies(world):
    return Keys(body_of(world.razem).pk, body_of(world.razem, "Druga").pk, body_of(world.abroad.network).pk)


@grows
def many_elections(world):
    for n in range(ROWS):
        polled(world.razem, world.cast.dach, world.cast.ada, "certified", result=RESULT, method="stv")
        Process.objects.create(network=world.razem, number=n + 1, text="Zasady", published_at=NOW)
    for of in Election.objects.filter(network=world.razem).exclude(state="certified"):
        for n in range(ROWS):
            party = organisation(f"Kandydująca {n}")
            stands(of, party, None, place=n + 1)
            Voter.objects.create(election=of, organisation=party)
