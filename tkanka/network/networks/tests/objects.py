"""What the keys in addresses stand for in the tests of the house."""

from tests.house.objects import Keys, keyed


@keyed("organisation")
def organisations(world):
    return Keys(world.cast.dach.pk, world.cast.mosty.pk, world.abroad.organisation.pk)
