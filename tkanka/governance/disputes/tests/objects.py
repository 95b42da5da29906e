"""What the keys in addresses stand for in the tests of the house."""

from tests.cast import DAY, NOW, organisation
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.disputes.models import Dispute, Leaf, Party, Reading


def dispute_of(network, first, second, state="intake", **more):
    """A dispute as it lies in the tables."""
    made = Dispute.objects.create(
        network=network, state=state, title="O magazyn", statement="Klucze.", weight="Stoi.", brought_at=NOW, **more
    )
    Party.objects.create(dispute=made, organisation=first, told_on=DAY)
    Party.objects.create(dispute=made, organisation=second, brought=True, told_on=DAY)
    return made


@keyed("dispute")
def disputes(world):
    cast, abroad = world.cast, world.abroad
    own = dispute_of(world.razem, cast.dach, cast.mosty)
    Leaf.objects.create(dispute=own, text="Spotkanie", added_at=NOW, added_by=world.coordinator)
    other = dispute_of(world.razem, cast.mosty, world.silent)
    return Keys(own.pk, other.pk, dispute_of(abroad.network, abroad.organisation, organisation("Obca")).pk)


@keyed("doing")
def doings(world):
    return Keys("answer", "note", "answer")


@grows
def many_disputes(world):
    for _ in range(ROWS):
        dispute_of(world.razem, world.cast.dach, world.cast.mosty)
    for made in Dispute.objects.filter(network=world.razem)[:2]:
        for n in range(ROWS):
            Leaf.objects.create(dispute=made, text=f"Wpis {n}", added_at=NOW, added_by=world.main)
            party = organisation(f"Strona {n}")
            Party.objects.get_or_create(dispute=made, organisation=party, defaults={"told_on": DAY})
            Reading.objects.get_or_create(
                dispute=made, person=world.secretariat, day=DAY.replace(year=1990 + n),
                defaults={"part": "handler", "first_at": NOW},
            )  # fmt: skip
