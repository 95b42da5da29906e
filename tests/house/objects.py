"""What the keys in addresses stand for, so that tests can ask for every page.

A room adds, in its own `tests/objects.py`, one function a kind of key, which gets the World: `@keyed("name")`.
The name is the key's own (`organisation`), or that of one room (`membership.key`), or of one page
(`membership:application.key`); the narrower wins. The function returns Keys: `own` belongs to the main representative
or is theirs to handle, `other` lies in the same network but is somebody else's, and `foreign` lies in another network:
there every page must say 404.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from .sources import TKANKA

FACTORIES: dict[str, Callable[[Any], "Keys"]] = {}


@dataclass(frozen=True)
class Keys:
    own: object
    other: object = None
    foreign: object = None


NOTHING = Keys(None)


def keyed(*names):
    def kept(factory):
        for name in names:
            FACTORIES[name] = factory
        return factory

    return kept


@cache
def read_rooms():
    """Import what the rooms say of their own objects and rows."""
    for path in sorted(TKANKA.glob("*/*/tests/objects.py")):
        import_module(".".join(path.relative_to(TKANKA.parent).with_suffix("").parts))


def factory_of(route, key):
    """The factory for a key of a page; None when nobody wrote one."""
    read_rooms()
    room = route.room
    found = (FACTORIES.get(name) for name in (f"{route.name}.{key}", f"{room}.{key}", key))
    return next((f for f in found if f), None)


class Things:
    """The objects of one test, each made once."""

    def __init__(self, world):
        self.world, self.made = world, {}

    def keys(self, route, key):
        factory = factory_of(route, key)
        if factory is None:
            return NOTHING  # a test of its own demands it
        if factory not in self.made:
            self.made[factory] = factory(self.world)
        return self.made[factory]

    def values(self, route, which):
        """The keys of an address for `own`, `other` or `foreign`; None when there is no such object."""
        values = {k: getattr(self.keys(route, k), which) for k in route.own_keys}
        if None in values.values():
            return None
        return values | ({"network": self.world.razem.slug} if route.in_network else {})
