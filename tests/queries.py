"""What a page asks the database: how many queries, whether one is asked twice, whether more rows ask more."""

from collections import Counter
from contextlib import contextmanager

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

VISITORS, DESK = 12, 20  # the most queries a page may need
HOUSEKEEPING = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "BEGIN", "COMMIT", "PRAGMA")


@contextmanager
def queries_of():
    """Collect the SQL that is run inside, without transactions and savepoints: `with queries_of() as asked: …`."""
    asked = []
    with CaptureQueriesContext(connection) as captured:
        yield asked
    asked += [q["sql"] for q in captured.captured_queries if not q["sql"].startswith(HOUSEKEEPING)]


def forget():
    """Empty every cache."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


def read(client, address):
    """A page, to its end."""
    response = client.get(address)
    if response.streaming:
        b"".join(response.streaming_content)
    return response


def queries_of_page(client, address, *, cold=False):
    """The SQL of one page that answers 200; cold: with empty caches."""
    if cold:
        forget()
    with queries_of() as asked:
        response = read(client, address)
    assert response.status_code == 200, f"{address} answered {response.status_code}"
    return asked


def repeated(asked):
    """What is asked more than once, word for word."""
    return [f"{n} times: {sql}" for sql, n in Counter(asked).items() if n > 1]


def assert_page_queries(client, address, *, grow, limit=VISITORS):
    """The page asks at most `limit` queries, none twice, and no more after `grow()` has added rows."""
    client.get(address)  # what a process keeps for good is read once
    few = queries_of_page(client, address, cold=True)
    grow()
    many = queries_of_page(client, address, cold=True)
    warm = queries_of_page(client, address)
    assert not repeated(warm)
    assert len(warm) <= limit, "\n".join(warm)
    assert len(few) == len(many), "more rows ask more:\n" + "\n".join(many)
