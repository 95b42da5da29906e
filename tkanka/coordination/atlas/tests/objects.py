"""What the keys in addresses stand for in the tests of the house. Territorial units belong to no network."""

from datetime import date

from tests.cast import NOW, SYSTEM
from tests.house.objects import Keys, keyed
from tkanka.coordination.activities.tests.makers import unit
from tkanka.coordination.activities.tests.objects import entered
from tkanka.network.networks.actions import define_subregion


@keyed("atlas:area.code")
def powiats(world):
    entered(world.razem, world.cast.dach, starts=date(2026, 5, 4))
    return Keys("0264")


def subregion(network, name, *codes):
    labels = dict.fromkeys(("pl", "en", "uk"), name)
    return define_subregion(by=SYSTEM, at=NOW, network=network, labels=labels, units=[unit(code) for code in codes])


@keyed("atlas:subregion.subregion")
def subregions(world):
    own = subregion(world.razem, "Okolice Wrocławia", "0264", "0223")
    return Keys(own.pk, None, subregion(world.abroad.network, "Nad Łyną", "2862", "2814").pk)
