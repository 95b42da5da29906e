"""What the keys in addresses stand for in the tests of the house. Territorial units belong to no network."""

from datetime import date

from tests.house.objects import Keys, keyed
from tkanka.coordination.activities.tests.objects import entered


@keyed("atlas:area.code")
def powiats(world):
    entered(world.razem, world.cast.dach, starts=date(2026, 5, 4))
    return Keys("0264")
