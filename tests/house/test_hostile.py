"""Hostile requests over all addresses × methods × roles: whatever comes, no page breaks.

HOSTILE_REQUESTS says how many (`make fuzz`: 100,000); SEED makes a run again what it was.
"""

import json
import os
import random
import re
import time

import pytest

from . import poison
from .objects import Things
from .routes import routes
from .sources import ROOT, sources, text
from .visitors import ROLES, Visitors, trouble

REQUESTS = int(os.environ.get("HOSTILE_REQUESTS", "3000"))
SEED = int(os.environ.get("SEED", "20261120"))
SHARES = 2
INPUT = re.compile(r"<(?:input|select|textarea|button)\b[^>]*\bname=\"([^\"]+)\"")


def known_parameters():
    """Every query or form parameter that the house's own code reads."""
    read = re.compile(r"\b(?:GET|POST|FILES)(?:\.get(?:list)?\(|\[)\s*[\"'](\w+)|^\s+(\w+)\s*=\s*forms\.", re.M)
    found = {a or b for path in sources() for a, b in read.findall(text(path))}
    return sorted(found | set(poison.PARAMETERS))


class Targets:
    """The addresses with the names of the fields in their forms, read from the pages themselves."""

    def __init__(self, world, visitors):
        things, self.all = Things(world), []
        self.names = known_parameters()
        for route in routes():
            names = None
            for which in ("own", "other") if route.own_keys else ("own",):
                values = things.values(route, which)
                if values is not None:
                    address = route.address(random.choice(["pl", "pl", "en", "uk"]), **values)
                    names = self.fields(visitors, address) if names is None else names
                    self.all.append((route, address, names))

    @staticmethod
    def fields(visitors, address):
        found = set()
        for role in ("visitor", "main", "coordinator"):
            response = visitors.ask(role, "get", address)
            if not response.streaming:
                found |= set(INPUT.findall(response.content.decode("utf8", "replace")))
        return sorted(found)


def one(rng, targets):
    """A request: role, method, address, and what goes with it."""
    _, plain, fields = rng.choice(targets.all)
    names = fields * 3 + targets.names if fields else targets.names
    asked = {"QUERY_STRING": poison.query(rng, names), **poison.headers(rng)}
    method = rng.choice(poison.METHODS)
    if method in {"post", "put", "patch", "delete"}:
        asked["data"], asked["content_type"] = poison.body(rng, fields or targets.names)
    return rng.choice(ROLES), method, poison.address(rng, plain), asked


def told(share, count, slowest, broken):
    """Leave the figures where `tools/fuzz.py` adds them up."""
    folder = ROOT / "build" / "hostile"
    folder.mkdir(parents=True, exist_ok=True)
    figures = {"requests": count, "slowest": slowest, "broken": broken}
    (folder / f"{share}.json").write_text(json.dumps(figures, ensure_ascii=False, default=repr), "utf8")


@pytest.mark.parametrize("share", range(SHARES))
def test_no_request_breaks_a_page(share, world):
    rng = random.Random(SEED + share)
    random.seed(SEED + share)
    visitors = Visitors(world)
    targets = Targets(world, visitors)
    broken, slowest = {}, (0.0, "")
    count = REQUESTS // SHARES if targets.all else 0
    for _ in range(count):
        role, method, address, asked = one(rng, targets)
        began = time.perf_counter()
        response = visitors.ask(role, method, address, **asked)
        what = f"{method} {address[:300]} by {role}"
        slowest = max(slowest, (time.perf_counter() - began, what))
        if response.status_code >= 500:
            broken.setdefault(trouble(response) or str(response.status_code), f"{what} {asked!r}"[:900])
    told(share, count, slowest, broken)
    assert not broken, "\n" + "\n".join(f"{error}\n    {how}" for error, how in broken.items())
