"""Who may open what: every address × method × role × own, other's and foreign object, against the access.toml files.

A new page fails the build until it stands in the table of its room. To get the lines to judge and paste:
`SUGGEST=1 pytest -s tests/house/test_access.py`.
"""

import os
import tomllib
from importlib import import_module

import pytest
from django.db import connection

from .objects import Things, factory_of
from .routes import LIBRARIES, room_names, routes
from .sources import ROOT, TKANKA
from .visitors import GROUPS, ROLES, Visitors, answer, asking, trouble


def namespace(room):
    """What the addresses of a room are called by."""
    urls = import_module(".".join([*room.relative_to(ROOT).parts, "urls"]))
    return getattr(urls, "app_name", room.name)


def table():
    """Name of the address → its line, from the table of the house and those of the rooms."""
    house = tomllib.loads((ROOT / "tests" / "house" / "access.toml").read_text("utf8"))
    found = {**house["house"], **house["libraries"]}
    for path in sorted(TKANKA.glob("*/*/tests/access.toml")):
        room = namespace(path.parents[1])
        found |= {f"{room}:{page}": row for page, row in tomllib.loads(path.read_text("utf8")).items()}
    return found


PAGES = table()
METHODS = ("get", "head", "post", "put", "patch", "delete")
MEET_A_DATABASE = ("get", "post")  # the other methods are refused alike before any database is asked for a page
ALLOWED_WORDS = {"get", "post", "put", "patch", "delete", "other", "foreign", "form"}


def spelled(text):
    """`visitor login, members 200/302, * 404` as a role → answers."""
    said = {}
    for part in text.split(","):
        who, _, what = part.strip().rpartition(" ")
        for name in who.split("+"):
            named = set(ROLES) - set(said) if name == "*" else GROUPS.get(name, {name})
            assert named <= set(ROLES), f"{name}: no such role or group"
            said |= {role: set(what.split("/")) for role in named}
    return said


def expected(row, route, method, which):
    """role → answers for one address, method and object."""
    if method == "head":
        method = "get"
    if method not in row:  # a page may ask who you are before it says that it does not know the method
        library = {"200", "302", "403", "404"} if route.room == "libraries" else set()
        return {r: {"405"} | library | ({"login"} if r == "visitor" or library else set()) for r in ROLES}
    own = spelled(row[method])
    if which == "foreign":
        text = row.get("foreign", {}).get(method)
        return spelled(text) if text else {r: {"404"} | (a & {"405", "login"}) for r, a in own.items()}
    if which == "other" and method in row.get("other", {}):
        return spelled(row["other"][method])
    return own


def test_every_address_stands_in_the_table():
    missing = sorted({r.name for r in routes()} - set(PAGES))
    assert not missing, "judge who may open it and add a line (SUGGEST=1 pytest -s tests/house/test_access.py helps)"


def test_the_table_names_no_address_that_is_gone():
    assert not sorted(set(PAGES) - {r.name for r in routes()})


def test_every_line_of_the_table_can_be_read():
    for name, row in PAGES.items():
        assert set(row) <= ALLOWED_WORDS, name
        for text in [*(row[m] for m in METHODS if m in row), *row.get("other", {}).values()]:
            assert set(spelled(text)) == set(ROLES), f"{name}: a role is missing in {text!r}"


@pytest.mark.parametrize("route", [pytest.param(r, id=r.name) for r in routes()])
def test_every_key_has_an_object_for_the_tests(route):
    assert [k for k in route.own_keys if not factory_of(route, k)] == []


@pytest.mark.parametrize("route", [pytest.param(r, id=r.name) for r in routes() if not r.name.startswith(LIBRARIES)])
def test_names_of_addresses_are_kebab_case(route):
    page = route.name.rpartition(":")[2]
    assert page == page.lower().replace("_", "-")
    assert " " not in page, "every address has a name"


def answers(visitors, things, route, row):
    """What every method, object and role got: (method, which, role) → response."""
    for which in ("own", "other", "foreign") if route.own_keys else ("own",):
        values = things.values(route, which)
        if values is None:
            continue
        address = route.address(**values)
        for method in METHODS if connection.vendor == "sqlite" else MEET_A_DATABASE:
            for role in asking():
                extra = {}
                if method == "post":
                    extra = {"data": row.get("form", ""), "content_type": "application/x-www-form-urlencoded"}
                yield method, which, role, visitors.ask(role, method, address, **extra)


@pytest.mark.parametrize("room", room_names())
def test_everybody_gets_what_the_table_says(room, world):
    visitors, things, wrong = Visitors(world), Things(world), []
    for route in (r for r in routes() if r.room == room and r.name in PAGES):
        row = PAGES[route.name]
        for method, which, role, response in answers(visitors, things, route, row):
            wanted = expected(row, route, method, which)[role]
            if answer(response) not in wanted:
                got = answer(response) + trouble(response)
                wrong.append(f"{route.name} {method} of {which} by {role}: {got}, not {'/'.join(sorted(wanted))}")
    assert not wrong, "\n" + "\n".join(wrong)


def compact(by_role):
    """role → answer as the shortest line of the table."""
    groups = {}
    for role in ROLES:
        groups.setdefault(by_role[role], []).append(role)
    *few, (usual, _) = sorted(groups.items(), key=lambda g: len(g[1]))
    return ", ".join([f"{'+'.join(who)} {what}" for what, who in few] + [f"* {usual}"])


def suggest_lines(room, world):
    """Print a line for every address that has none."""
    visitors, things = Visitors(world), Things(world)
    print(f"\n[{room}]")
    for route in (r for r in routes() if r.room == room and r.name not in PAGES):
        got = {}
        for method, which, role, response in answers(visitors, things, route, {}):
            got.setdefault((which, method), {})[role] = answer(response)
        line = {m: compact(got["own", m]) for m in ("get", "post")}
        parts = [f'{m} = "{text}"' for m, text in line.items() if text != "* 405"]
        others = {m: compact(got["other", m]) for m in line if ("other", m) in got}
        parts += [f'other.{m} = "{text}"' for m, text in others.items() if text != line[m]]
        print(f"{route.name.rpartition(':')[2]} = {{ {', '.join(parts)} }}")


if os.environ.get("SUGGEST"):
    test_suggest_lines = pytest.mark.parametrize("room", room_names())(suggest_lines)
