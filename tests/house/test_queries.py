"""No page asks the database too much, or twice the same, or more because there is more to show."""

import pytest

from tests.queries import DESK, VISITORS, queries_of, queries_of_page, read, repeated

from .crowd import grow
from .objects import Things
from .routes import room_names, routes
from .visitors import Visitors, answer

READERS = {"visitor": VISITORS, "main": DESK, "coordinator": DESK}
EVERY_ROOM, MOST_OF_ALL = {"people:my-data"}, 100  # no page but a file: what each of the rooms knows of one person
SHARES = 2  # thirty rows of everything take a while: they are made once for half of the rooms


def pages(rooms, visitors, things):
    """(role, address, route, number of queries) of every page of some rooms that answers with 200."""
    for route in (r for r in routes() if r.room in rooms):
        values = things.values(route, "own")
        readers = READERS if values is not None else ()
        address, again = route.address(**values) if readers else "", False
        for role in readers:
            response, asked = cold(visitors, role, address)
            if answer(response) == "200":
                if not again:  # what a process keeps for good is read the first time
                    again, (_, asked) = True, cold(visitors, role, address)
                yield role, address, route, len(asked)


def cold(visitors, role, address):
    with visitors.browser(role) as client, queries_of() as asked:
        response = read(client, address)
    return response, asked


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


@pytest.mark.parametrize("share", range(SHARES))
def test_pages_ask_little_and_never_more_for_more_rows(share, world):
    visitors, things = Visitors(world), Things(world)
    for route in routes():
        things.values(route, "own")  # one of everything: also a page composed of other rooms has a row to show
    few = list(pages(room_names()[share::SHARES], visitors, things))
    grow(world)
    wrong = [
        f"{route.room}: {address} as {role}: {fault}"
        for role, address, route, before in few
        for fault in faults(visitors, role, address, route, before)
    ]
    assert not wrong, "\n" + "\n".join(wrong)
