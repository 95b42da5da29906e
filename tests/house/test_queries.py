"""No page asks the database too much, or twice the same, or more because there is more to show."""

import pytest

from tests.queries import DESK, VISITORS, queries_of_page, repeated

from .crowd import grow
from .objects import Things
from .routes import room_names, routes
from .visitors import Visitors, answer

READERS = {"visitor": VISITORS, "main": DESK, "coordinator": DESK}
SHARES = 2  # thirty rows of everything take a while: they are made once for half of the rooms


def pages(rooms, visitors, things):
    """(role, address, room) of every page of some rooms that answers with 200."""
    for route in (r for r in routes() if r.room in rooms):
        values = things.values(route, "own")
        if values is None:
            continue
        address = route.address(**values)
        for role in READERS:
            if answer(visitors.ask(role, "get", address)) == "200":
                yield role, address, route.room


def faults(visitors, role, address, room, before):
    """What is wrong with the queries of one page, now that there are many rows."""
    client = visitors.clients[role]
    after, warm = queries_of_page(client, address, cold=True), queries_of_page(client, address)
    if len(warm) > READERS[role]:
        yield f"{len(warm)} queries, at most {READERS[role]}"
    if len(after) > before:
        yield f"{before} queries, with 30 rows {len(after)}"
    yield from (sql[:300] for sql in (repeated(warm) if room != "libraries" else []))


@pytest.mark.parametrize("share", range(SHARES))
def test_pages_ask_little_and_never_more_for_more_rows(share, world):
    visitors, things = Visitors(world), Things(world)
    for route in routes():
        things.values(route, "own")  # one of everything: also a page composed of other rooms has a row to show
    found = list(pages(room_names()[share::SHARES], visitors, things))
    few = [len(queries_of_page(visitors.clients[role], address, cold=True)) for role, address, _ in found]
    grow(world)
    wrong = [
        f"{room}: {address} as {role}: {fault}"
        for (role, address, room), before in zip(found, few, strict=True)
        for fault in faults(visitors, role, address, room, before)
    ]
    assert not wrong, "\n" + "\n".join(wrong)
