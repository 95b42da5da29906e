"""Fixtures for every room: the data all networks share is loaded once, the cast is made by actions."""

import gc
import os
import sqlite3
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import teardown_databases

from tests import cast as made_by
from tests.beginnings import Begun, beginnings_of, in_order, kept
from tests.stock import databases_from_stock


@pytest.fixture(scope="session")
def stock(tmp_path_factory, worker_id):
    """The folder in which the processes of a run share what their databases begin with; None where they share none."""
    if given := os.environ.get("TEST_STOCK"):
        return Path(given)
    together = worker_id != "master" and not settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    return tmp_path_factory.getbasetemp().parent if together else None


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, django_db_modify_db_settings, stock):
    """Tables, vocabulary and territorial units, once for all tests of a run."""
    with django_db_blocker.unblock():
        kept = databases_from_stock(stock)
    yield
    with django_db_blocker.unblock():
        teardown_databases(kept, verbosity=0)


@pytest.fixture(autouse=True)
def _fresh_cache(request):
    """Rate limits and counts of one test are none of the next one's business."""
    if request.node.get_closest_marker("django_db") or {"db", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("_django_db_helper")
        from django.core.cache import caches

        for cache in caches.all(initialized_only=False):
            cache.clear()


@pytest.fixture(autouse=True)
def _in_polish():
    """A page asked for in another language leaves the thread in it; the next test starts in Polish again."""
    from django.utils import translation

    with translation.override("pl"):
        yield


cast = kept(made_by.full_cast, "cast")
warmia, siec, forum = (kept(partial(made_by.network, slug), slug) for slug in ("warmia", "siec", "forum"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items.sort(key=in_order)


def pytest_collection_finish():
    """What was imported stays: Python need not look for garbage in it again and again."""
    gc.freeze()


@pytest.fixture(scope="session")
def _beginnings(django_db_setup, django_db_blocker):
    begun = Begun()
    yield begun
    with django_db_blocker.unblock():
        begun.end()


@pytest.fixture
def _begun(request, _beginnings, django_db_blocker):
    with django_db_blocker.unblock():
        return _beginnings.objects(beginnings_of(request.node))


@pytest.fixture
def _django_db_helper(_begun, _django_db_helper):
    """The transaction of a test lies within those of what it begins with."""


@pytest.fixture
def razem(cast):
    return cast.razem


@pytest.fixture
def sign_in(client):
    """sign_in(person): the test client is theirs from now on."""

    def signed_in(person):
        client.force_login(person)
        return client

    return signed_in


@pytest.fixture
def own_connection(transactional_db, tmp_path):
    """A context in which a thread has a connection of its own to one and the same database, a file on SQLite; with all
    that fixtures named before this one have made."""
    file = tmp_path / "shared.sqlite3"
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(file)) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)

    @contextmanager
    def connected():
        if connection.vendor == "sqlite":
            connection.settings_dict = {**connection.settings_dict, "NAME": str(file)}
        try:
            yield
        finally:
            connection.close()

    return connected
