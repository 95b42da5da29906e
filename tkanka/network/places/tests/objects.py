"""What the keys in addresses stand for in the tests of the house."""

from tests.house.objects import Keys, keyed


@keyed("level")
def levels(world):
    return Keys("powiat")
