"""Thirty more of everything, to see that no page asks the database more because there is more to show.

A room adds one function that gets the World, in its own `tests/objects.py`: `@grows`.
"""

from tests import cast as made_by

from .objects import read_rooms

ROWS = 30
GROWERS = []


def grows(grower):
    GROWERS.append(grower)
    return grower


def grow(world):
    read_rooms()
    for grower in GROWERS:
        grower(world)


@grows
def organisations(world):
    for n in range(ROWS):
        made_by.belongs(made_by.organisation(f"Stowarzyszenie Liczne {n}", "association"), world.razem)
