"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import DAY, NOW, organisation
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.positions.models import Addressee, DraftRemark, Position, Signature


def begun(network, party, **more):
    """A draft with an addressee and a remark."""
    made = Position.objects.create(
        network=network, initiator=party, title="Tłumacze w urzędach", text="Brakuje ich.", begun_at=NOW, **more
    )
    Addressee.objects.create(position=made, order=1, name="Ministerstwo")
    DraftRemark.objects.create(position=made, organisation=party, text="Krócej.", made_at=NOW)
    return made


def frozen(network, party, state="signing"):
    made = begun(network, party, state=state, frozen_at=NOW, sign_until=DAY + timedelta(days=9))
    Signature.objects.create(position=made, organisation=party, signed_at=NOW)
    return made


def drafts_of(world):
    found = vars(world).setdefault("positions", [])
    if not found:
        frozen(world.razem, world.cast.dach, "closed")
        found += [
            begun(world.razem, world.cast.dach), frozen(world.razem, world.cast.mosty),
            begun(world.abroad.network, world.abroad.organisation),
        ]  # fmt: skip
    return found


@keyed("positions.position")
def positions(world):
    return Keys(*(one.pk for one in drafts_of(world)))


@keyed("positions.addressee")
def addressees(world):
    return Keys(*(Addressee.objects.get(position=one).pk for one in drafts_of(world)))


@keyed("positions:step.step")
def steps(world):
    return Keys("freeze", "sign", "freeze")


@keyed("positions:with-addressee.step")
def handing_over(world):
    return Keys("deliver", "deliver", "deliver")


@grows
def many(world):
    parties = [organisation(f"Podpisana {n}") for n in range(ROWS)]
    for position in Position.objects.filter(network=world.razem):
        for n, party in enumerate(parties, start=2):
            Addressee.objects.create(position=position, order=n, name=f"Urząd {n}")
            Signature.objects.create(position=position, organisation=party, signed_at=NOW)
            DraftRemark.objects.create(position=position, organisation=party, text="Krócej.", made_at=NOW)
    for _ in range(ROWS):
        frozen(world.razem, world.cast.dach, "closed")
