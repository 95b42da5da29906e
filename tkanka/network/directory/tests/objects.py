"""What the keys in addresses of the directory stand for in the tests of the house."""

from django.utils import timezone

from tests import cast as made_by
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.network.directory import actions
from tkanka.network.directory.tokens import token_of
from tkanka.rules.standing import Capacity, Mandate, Standing


@keyed("directory.key")
def organisations(world):
    return Keys(world.cast.dach.pk, world.cast.mosty.pk, world.abroad.organisation.pk)


@keyed("directory.section")
def sections(world):
    return Keys("basics")


def card_of(person, party, network):
    by = Standing(person=person.pk, mandates=frozenset({Mandate(party.pk, Capacity.MAIN)}))
    return actions.add_own_card(
        by=by, at=made_by.NOW, network=network, organisation=party, person=person, name=person.name, email=person.email
    )


def proposal_to(email, person, party, network):
    by = Standing(person=person.pk, mandates=frozenset({Mandate(party.pk, Capacity.MAIN)}))
    what = {"name": "Daria Kos", "post": "wolontariat"}
    return actions.propose_contact(by=by, at=timezone.now(), network=network, organisation=party, email=email, **what)


@keyed("directory:change-card.key", "directory:take-down-card.key")
def cards(world):
    abroad = card_of(world.abroad.person, world.abroad.organisation, world.abroad.network)
    own = card_of(world.cast.ada, world.cast.dach, world.razem)
    return Keys(own.pk, card_of(world.cast.bea, world.cast.mosty, world.razem).pk, abroad.pk)


@keyed("directory:answer-signed-in.key")
def proposals(world):
    own = proposal_to(world.stranger.email, world.cast.ada, world.cast.dach, world.razem)
    abroad = proposal_to(world.stranger.email, world.abroad.person, world.abroad.organisation, world.abroad.network)
    return Keys(own.pk, foreign=abroad.pk)


@keyed("directory.token")
def tokens(world):
    return Keys(token_of(proposal_to("daria@example.org", world.cast.ada, world.cast.dach, world.razem).pk))


@grows
def people_to_ask(world):
    for n in range(ROWS):
        card_of(made_by.person(f"kontakt{n}"), world.cast.dach, world.razem)
        proposal_to(f"pytanie{n}@example.org", world.cast.ada, world.cast.dach, world.razem)
