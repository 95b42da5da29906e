"""No page asks the database too much, or twice the same, or more because there is more to show."""

import pytest
from django.db import connection

from tests.queries import DESK, VISITORS, queries_of_page, repeated

from .crowd import grow
from .objects import Things
from .routes import room_names, routes
from .visitors import Visitors, answer

READERS = {"visitor": VISITORS, "main": DESK, "coordinator": DESK}
EVERY_ROOM, MOST_OF_ALL = {"people:my-data"}, 100  # no page but a file: what each of the rooms knows of one person
SHARES = 2  # thirty rows of everything take a while: they are made once for half of the rooms


def pages(rooms, visitors, things):
    """(role, address, route) of every page of some rooms that answers with 200."""
    for route in (r for r in routes() if r.room in rooms):
        values = things.values(route, "own")
        if values is None:
            continue
        address = route.address(**values)
        for role in READERS:
            if answer(visitors.ask(role, "get", address)) == "200":
                yield role, address, route


def faults(visitors, role, address, route, before):
    """What is wrong with the queries of one page, now that there are many rows."""
    client = visitors.clients[role]
    after, warm = queries_of_page(client, address, cold=True), queries_of_page(client, address)
    most = MOST_OF_ALL if route.name in EVERY_ROOM else READERS[role]
    if len(warm) > most:
        yield f"{len(warm)} queries, at most {most}"
    if len(after) > before:
        yield f"{before} queries, with 30 rows {len(after)}"
    yield from (sql[:300] for sql in (repeated(warm) if route.room != "libraries" else []))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="every database is asked the same")
@pytest.mark.parametrize("share", range(SHARES))
def test_pages_ask_little_and_never_more_for_more_rows(share, world):
    visitors, things = Visitors(world), Things(world)
    for route in routes():
        things.values(route, "own")  # one of everything: also a page composed of other rooms has a row to show
    found = list(pages(room_names()[share::SHARES], visitors, things))
    few = [len(queries_of_page(visitors.clients[role], address, cold=True)) for role, address, _ in found]
    grow(world)
    wrong = [
        f"{route.room}: {address} as {role}: {fault}"
        for (role, address, route), before in zip(found, few, strict=True)
        for fault in faults(visitors, role, address, route, before)
    ]
    assert not wrong, "\n" + "\n".join(wrong)
