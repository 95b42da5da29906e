"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import DAY, NOW, belongs, organisation, person
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.network.networks.models import Mandate
from tkanka.network.representation.models import Invitation, Link
from tkanka.network.representation.tokens import token_of
from tkanka.rules.membership import LinkState
from tkanka.rules.standing import Capacity


def invitation(network, party, name, **more):
    return Invitation.objects.create(
        network=network, organisation=party, email=f"{name}@example.org", capacity=Capacity.ALTERNATE, invited_at=NOW,
        sent_at=NOW, valid_until=DAY + timedelta(days=20), **more,
    )  # fmt: skip


def link(network, upper, lower, by):
    return Link.objects.create(
        network=network, upper=upper, lower=lower, claimed_by=by, state=LinkState.CLAIMED, claimed_at=NOW
    )


def umbrella(network, name):
    return belongs(organisation(name, "federation"), network, main=person("federacja"))


@keyed("mandate")
def mandates(world):
    """Celina's: `main` may end it, and Celina may give it up."""
    of = Mandate.objects.filter
    return Keys(
        of(person=world.member).get().pk,
        of(organisation=world.cast.mosty).earliest("since", "pk").pk,
        of(organisation=world.abroad.organisation).earliest("since", "pk").pk,
    )


@keyed("invitation")
def invitations(world):
    return Keys(
        invitation(world.razem, world.cast.dach, "nowa").pk,
        invitation(world.razem, world.cast.mosty, "nowy").pk,
        invitation(world.abroad.network, world.abroad.organisation, "obca").pk,
    )


@keyed("representation:invitation.token")
def tokens(world):
    return Keys(
        token_of(invitation(world.razem, world.cast.dach, "trzecia").pk),
        token_of(invitation(world.razem, world.cast.mosty, "trzeci").pk),
        token_of(invitation(world.abroad.network, world.abroad.organisation, "inna").pk),
    )


@keyed("link")
def links(world):
    federation, abroad = umbrella(world.razem, "Federacja Kłosy"), umbrella(world.abroad.network, "Federacja Obca")
    return Keys(
        link(world.razem, federation, world.cast.dach, federation).pk,
        link(world.razem, federation, world.cast.mosty, federation).pk,
        link(world.abroad.network, abroad, world.abroad.organisation, abroad).pk,
    )


@grows
def many_people_and_links(world):
    for n in range(ROWS):
        Mandate.objects.create(
            person=person(f"zastepca{n}"), organisation=world.cast.dach, capacity=Capacity.ALTERNATE, since=DAY
        )
        Mandate.objects.create(
            person=world.main, organisation=organisation(f"Dawna {n}"), capacity=Capacity.MAIN, since=DAY, until=DAY
        )
        invitation(world.razem, world.cast.dach, f"zaproszenie{n}")
        upper = organisation(f"Federacja {n}", "federation")
        link(world.razem, upper, world.cast.dach, upper if n % 2 else world.cast.dach)
