"""What the keys in addresses stand for in the tests of the house."""

from datetime import date

from tests.cast import NOW, organisation
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.separation.models import Case, Matter, Successor
from tkanka.governance.voting.tests.objects import decided, poll_of


def a_case(network, host, state="open", **more):
    return Case.objects.create(
        network=network, host=host, state=state, interest="interest_of_both", reason="Gwarancja się kończy",
        opened_at=NOW, **more,
    )  # fmt: skip


def proposed(case, party):
    return Successor.objects.create(
        case=case, organisation=party, stated=[], proposed_at=NOW, naming=decided(case.network, party)
    )


def closed(network, party):
    """A case whose vote failed."""
    poll = decided(network, party, "against")
    return a_case(network, party, "rejected", poll=poll, settled_at=NOW)


@keyed("separation.case")
def cases(world):
    """A running one, one that is over, one of another network."""
    if not hasattr(world, "separations"):
        cast, abroad = world.cast, world.abroad
        own = a_case(world.razem, cast.mosty)
        world.separations = own, closed(world.razem, cast.mosty), a_case(abroad.network, abroad.organisation)
        proposed(own, cast.dach)
    return Keys(*(one.pk for one in world.separations))


@keyed("separation.successor")
def successors(world):
    cases(world)
    own, over, abroad = world.separations
    return Keys(
        own.successors.get().pk, proposed(over, world.cast.mosty).pk, proposed(abroad, world.abroad.organisation).pk
    )


@keyed("separation.matter")
def matters(world):
    cases(world)
    return Keys(*(Matter.objects.create(case=one, kind="donors", due=date(2027, 1, 1)).pk for one in world.separations))


@keyed("case_step")
def steps(world):
    return Keys("vote", "withdraw", "add")


@grows
def many_cases(world):
    for n in range(ROWS):
        closed(world.razem, world.cast.dach)
        for case in getattr(world, "separations", ())[:1]:
            Matter.objects.create(case=case, title=f"Sprawa {n}")
            refused = Successor(
                case=case, organisation=organisation(f"Odmówiła {n}"), proposed_at=NOW, accepted=False,
                answered_at=NOW, naming=poll_of(world.razem, "draft"),
            )  # fmt: skip
            refused.naming.state = "called_off"
            refused.naming.save()
            refused.save()
