"""Every page, as everybody sees it, in three languages, narrow and wide, light and dark: nothing for axe to find."""

import re

import pytest

from tests.house.routes import routes
from tests.house.visitors import ROLES

from .axe import APPEARANCE, EVERYTHING, faults

NARROW, WIDE, NARROWEST = 390, 1280, 320
CLOSELY = [(WIDE, "light", EVERYTHING), (NARROW, "light", EVERYTHING), (NARROW, "dark", APPEARANCE),
           (WIDE, "dark", APPEARANCE)]  # fmt: skip
BRIEFLY = [(WIDE, "light", EVERYTHING), (NARROW, "dark", APPEARANCE)]
ONCE = [(WIDE, "light", EVERYTHING)]
MOST = ("visitor", "main", "coordinator")  # between them they see nearly everything
ROLES_IN_ORDER = (*MOST, *(r for r in ROLES if r not in MOST))
WALKS = [
    *[("pl", role, CLOSELY) for role in MOST],
    *[("pl", role, BRIEFLY) for role in ROLES if role not in MOST],
    ("en", "coordinator", ONCE),
    ("uk", "main", ONCE),
]
# What tells one page from another of the same build: the elements and their classes, without words and addresses.
ELEMENT = re.compile(r"<[a-z][^>]*", re.I)
TOLD_APART = re.compile(r"^<[\w-]+|\b(?:class|role|type)=\"[^\"]*\"|\baria-\w+|\bdisabled\b|\bhidden\b")


def html_of(town, role, route, language):
    """(address, text of the page) where this role is shown a page of HTML, else None."""
    values = town.things.values(route, "own")
    if values is None:
        return None
    address = route.address(language, **values)
    response = town.clients[role].get(address)
    if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
        return None
    return address, response.content.decode()


def build(text):
    """The shape of a page: a set, since more rows of the same kind are nothing new."""
    body = text[text.find("<main") :]
    return frozenset(" ".join(TOLD_APART.findall(element)) for element in ELEMENT.findall(body))


def pages(town, role, language):
    """The addresses this role is shown and nobody before saw with all that is on them."""
    before = ROLES_IN_ORDER[: ROLES_IN_ORDER.index(role)] if language == "pl" else ()
    for route in routes():
        mine = html_of(town, role, route, language)
        if mine is None:
            continue
        seen = [build(other[1]) for r in before if (other := html_of(town, r, route, language))]
        if not any(build(mine[1]) <= theirs for theirs in seen):
            yield mine[0]


def watch(page, noted, home):
    """Note what a page does that it should not: errors in scripts, refused requests, requests to anywhere else."""

    def asked(request):
        if not request.url.startswith((home, "data:", "blob:")):
            noted.append(f"outside: {request.url}")

    page.on("console", lambda m: noted.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda e: noted.append(f"script: {e}"))
    page.on("request", asked)


def looked_at(page, ways):
    """What is wrong with the open page in each width and colour."""
    for width, scheme, options in ways:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        yield from (f"[{width} {scheme}] {fault}" for fault in faults(page, options))
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"[{NARROWEST}] scrolls sideways"


@pytest.mark.parametrize(("language", "role", "ways"), [pytest.param(*w, id=f"{w[0]}-{w[1]}") for w in WALKS])
def test_nothing_for_axe_to_find(town, window, language, role, ways):
    page, wrong, noted = window(role, language), [], []
    watch(page, noted, town.url)
    for address in pages(town, role, language):
        noted.clear()
        page.goto(address, wait_until="load")
        wrong += [f"{address}: {fault}" for fault in [*noted, *looked_at(page, ways)]]
        if page.locator("html").get_attribute("lang") != language:
            wrong.append(f"{address}: the page does not say it is in {language}")
    assert not wrong, "\n" + "\n".join(wrong)
