"""Every page, as everybody sees it, in three languages, narrow and wide, light and dark: nothing for axe to find."""

import re
from itertools import cycle

import pytest

from tests.house.routes import routes
from tests.house.test_access import PAGES, expected
from tests.house.visitors import MOST, ROLES

from .axe import APPEARANCE, BUT_COLOURS, EVERYTHING, bring_axe, faults

NARROW, WIDE, NARROWEST = 390, 1280, 320
# What a page has of its own has the same colours in both widths: each page is looked at for them once in the light and
# once in the dark, by turns narrow and wide, so that what surrounds all pages is looked at in all four ways.
CLOSELY = [
    [(WIDE, "light", EVERYTHING), (NARROW, "light", BUT_COLOURS), (NARROW, "dark", APPEARANCE)],
    [(NARROW, "light", EVERYTHING), (WIDE, "light", BUT_COLOURS), (WIDE, "dark", APPEARANCE)],
]
BRIEFLY = [[(WIDE, "light", EVERYTHING), (NARROW, "dark", APPEARANCE)]]
ONCE = [[(WIDE, "light", BUT_COLOURS)]]
ROLES_IN_ORDER = (*MOST, *(r for r in ROLES if r not in MOST))
WALKS = [  # the long ones first, so that none is left to one process at the end
    ("pl", "main", CLOSELY),
    ("pl", "coordinator", CLOSELY),
    ("en", "coordinator", ONCE),
    ("uk", "main", ONCE),
    ("pl", "visitor", CLOSELY),
    *[("pl", role, BRIEFLY) for role in ROLES if role not in MOST],
]
BROKEN = {429, *range(500, 600)}
# What tells one page from another of the same build: the elements and their classes, without words and addresses.
ELEMENT = re.compile(r"<[a-z][^>]*", re.I)
TOLD_APART = re.compile(r"^<[\w-]+|\b(?:class|role|type)=\"[^\"]*\"|\baria-\w+|\bdisabled\b|\bhidden\b")


def asked(town, role, route, language):
    """What this role gets of a page: (address, build), with no build where it is shown no page.

    Each is asked once a run. A page that the table of access promises and that does not come would be left out of the
    walk unseen, so it fails the walk.
    """
    key = (role, route.name, route.keys, language)
    if key not in town.shown:
        values = town.things.values(route, "own")
        if values is None:
            return None, None
        address = route.address(language, **values)
        response = town.clients[role].get(address)
        promised = expected(PAGES[route.name], route, "get", "own")[role] == {"200"}
        if response.status_code in BROKEN or (promised and response.status_code != 200):
            town.missed.setdefault((role, language), []).append(f"{address}: answered {response.status_code}")
        html = response.status_code == 200 and response["Content-Type"].startswith("text/html")
        whole = html and b"<html" in response.content  # a part of a page is looked at where it stands
        town.shown[key] = address, build(response.content.decode()) if whole else None
    return town.shown[key]


def build(text):
    """The shape of a page: a set, since more rows of the same kind are nothing new."""
    body = text[text.find("<main") :]
    return frozenset(" ".join(TOLD_APART.findall(element)) for element in ELEMENT.findall(body))


def pages(town, role, language):
    """The addresses this role is shown and nobody before saw with all that is on them."""
    before = ROLES_IN_ORDER[: ROLES_IN_ORDER.index(role)] if language == "pl" else ()
    for route in routes():
        address, mine = asked(town, role, route, language)
        if mine is None:
            continue
        seen = [theirs for r in before if (theirs := asked(town, r, route, language)[1]) is not None]
        if not any(mine <= theirs for theirs in seen):
            yield address


def watch(page, noted, home):
    """Note what a page does that it should not: errors in scripts, refused requests, requests to anywhere else."""

    def requested(request):
        if not request.url.startswith((home, "data:", "blob:")):
            noted.append(f"outside: {request.url}")

    page.on("console", lambda m: noted.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda e: noted.append(f"script: {e}"))
    page.on("request", requested)


def looked_at(page, way):
    """What is wrong with the open page in each width and colour of a way."""
    for width, scheme, options in way:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        yield from (f"[{width} {scheme}] {fault}" for fault in faults(page, options))
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"[{NARROWEST}] scrolls sideways"


@pytest.mark.parametrize(("language", "role", "ways"), [pytest.param(*w, id=f"{w[0]}-{w[1]}") for w in WALKS])
def test_nothing_for_axe_to_find(town, window, language, role, ways):
    page, wrong, noted = window(role, language), [], []
    bring_axe(page)
    watch(page, noted, town.url)
    for address, way in zip(pages(town, role, language), cycle(ways), strict=False):
        noted.clear()
        answered = page.goto(address, wait_until="load").status
        if answered != 200:
            wrong.append(f"{address}: answered {answered}")
        wrong += [f"{address}: {fault}" for fault in [*noted, *looked_at(page, way)]]
        if page.locator("html").get_attribute("lang") != language:
            wrong.append(f"{address}: the page does not say it is in {language}")
    wrong += town.missed.get((role, language), [])
    assert not wrong, "\n" + "\n".join(wrong)
