"""Bodies and seats for tests, made by the actions that everybody uses."""

from datetime import date

from tests.cast import DAY, LONG_AGO, NOW, SYSTEM, belongs, organisation, person
from tkanka.governance.bodies import actions
from tkanka.network.networks.actions import give_mandate
from tkanka.rules.bodies import Basis, BodyKind, Role
from tkanka.rules.standing import Capacity

BEGAN = date(2026, 9, 1)


def body(network, kind=BodyKind.WORKING, name="Pomoc prawna", **more):
    return actions.open_body(
        by=SYSTEM, at=NOW, network=network, kind=kind, name=name, heard=True, **{"opened_on": LONG_AGO} | more
    )


def advisory(network, **more):
    return body(network, BodyKind.ADVISORY, "Grupa Doradcza", **more)


def seat(body, somebody, party=None, **more):
    """Somebody of a member in a seat, for some months."""
    given = {"basis": Basis.JOINED, "since": BEGAN} | more
    return actions.fill_seat(by=SYSTEM, at=NOW, body=body, person=somebody, organisation=party, **given)


def member(network, name):
    """A member organisation and who speaks for it."""
    somebody = person(name)
    return belongs(organisation(f"Fundacja {name.title()}"), network, main=somebody), somebody


def works_for(party, name, capacity=Capacity.COMMUNICATION):
    somebody = person(name)
    give_mandate(by=SYSTEM, at=NOW, person=somebody, organisation=party, capacity=capacity, since=LONG_AGO)
    return somebody


def closed(cast, hidden=True):
    """A closed group that ada leads."""
    return actions.open_body(
        by=cast.by(cast.ada), at=NOW, network=cast.razem, kind=BodyKind.CLOSED, name="Wspólny głos Wrocławia",
        purpose="Cicha współpraca", hidden=hidden, leads=[actions.Lead(cast.ada, cast.dach)], opened_on=DAY,
    )  # fmt: skip


LEAD = Role.LEAD
