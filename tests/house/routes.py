"""Every address of the house, read from the resolver."""

from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, get_resolver, reverse
from django.utils import translation

# Pages of libraries; their names are their own.
LIBRARIES = ("account_", "mfa_", "usersessions_", "socialaccount_", "openid_connect_", "prometheus-")


@dataclass(frozen=True)
class Route:
    """One address: its name with its room, and the keys in it, each with its converter."""

    name: str
    keys: tuple[tuple[str, str], ...]
    pattern: str

    @property
    def room(self):
        return self.name.rpartition(":")[0] or ("libraries" if self.name.startswith(LIBRARIES) else "house")

    def address(self, language="pl", **values):
        with translation.override(language):
            return reverse(self.name, kwargs={k: values[k] for k, _ in self.keys})

    @property
    def own_keys(self):
        """The keys without the network, which is where the page is and not what it is about."""
        return tuple(k for k, _ in self.keys if k != "network")

    @property
    def in_network(self):
        return any(k == "network" for k, _ in self.keys)


def walk(patterns, spaces=(), keys=(), before=""):
    for entry in patterns:
        here = (*keys, *((k, type(c).__name__) for k, c in entry.pattern.converters.items()))
        written = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Route(":".join([*spaces, entry.name or f"(no name) {written}"]), here, written)
        else:
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from walk(entry.url_patterns, inner, here, written)


@cache
def routes():
    """All routes, each name and set of keys once."""
    with translation.override("pl"):
        found = {(r.name, r.keys): r for r in walk(get_resolver().url_patterns)}
    return sorted(found.values(), key=lambda r: (r.room, r.name, len(r.keys)))


def route_named(name):
    return next(r for r in routes() if r.name == name)


def room_names():
    return sorted({r.room for r in routes()})
