"""What a first view weighs: HTML, styles and scripts, compressed, stay under 60 kB, and nothing comes from outside."""

import gzip
import re
from functools import cache

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from .objects import Things
from .routes import room_names, routes
from .visitors import Visitors

LIMIT = 60_000
LOADED = re.compile(r"<(?:script\b[^>]*\bsrc|link\b[^>]*rel=\"stylesheet\"[^>]*\bhref)=\"([^\"]+)\"")


def compressed(content):
    return len(gzip.compress(content, 6))


@cache
def weight_of_file(address):
    """The compressed size of a static file."""
    address = address.split("?")[0]
    name = address.removeprefix("/").removeprefix(settings.STATIC_URL.removeprefix("/"))
    path = finders.find(name)
    assert path, f"{address} is loaded, but is no static file of ours"
    with open(path, "rb") as file:
        return compressed(file.read())


@pytest.mark.parametrize("room", room_names())
def test_a_first_view_is_light(room, world):
    visitors, things, heavy = Visitors(world), Things(world), []
    for route in (r for r in routes() if r.room == room):
        values = things.values(route, "own")
        for role in ("visitor", "main", "coordinator") if values is not None else ():
            address = route.address(**values)
            response = visitors.ask(role, "get", address)
            if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                html = response.content
                weight = compressed(html) + sum(weight_of_file(a) for a in set(LOADED.findall(html.decode())))
                if weight > LIMIT:
                    heavy.append(f"{address} as {role}: {weight / 1000:.1f} kB")
    assert not heavy, "\n" + "\n".join(heavy)
