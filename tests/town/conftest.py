"""The browser and the town it walks through; both last as long as the run."""

import logging
import os

import pytest
import time_machine
from django.conf import settings
from django.test.utils import teardown_databases
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.cast import NOW
from tests.stock import databases_from_stock

from .town import Town, find_chromium, give_keys_in_a_fixed_order, launched

# Playwright's loop runs in this thread; the database is asked in between, never inside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def town_database(django_test_environment, django_db_blocker, tmp_path_factory, worker_id, stock):
    """A database with what all networks share; SQLite in a file, so that each thread has a connection of its own."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("town") / "town.sqlite3")
    else:
        database["TEST"]["NAME"] = f"town_{worker_id}"
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 24 * 3600  # nobody is asked for a passkey again on the way
    give_keys_in_a_fixed_order()
    settings.DEMO = True  # the style guide and the letters in the browser are looked at too
    logging.disable(logging.CRITICAL)  # refusals are what is asked for
    with django_db_blocker.unblock():
        kept = databases_from_stock(stock)
        yield
        teardown_databases(kept, verbosity=0)


@pytest.fixture(scope="session")
def town(town_database):
    with time_machine.travel(NOW, tick=True):
        server = LiveServer("127.0.0.1:0")
        yield Town(server.url)
        server.stop()


@pytest.fixture(scope="session")
def browser():
    if not (os.environ.get("CHROMIUM") or find_chromium()):
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def window(town, browser):
    """window("main", language="uk"): a new page signed in as one of the cast."""
    opened = []

    def one(role="visitor", language="pl", **options):
        opened.append(town.window(browser, role, language, **options))
        return opened[-1].new_page()

    yield one
    for context in opened:
        context.close()
