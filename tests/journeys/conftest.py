"""A browser and a running house."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests import cast as made_by
from tests.stock import load_shared_data
from tkanka.network.people.actions import load_texts

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Playwright runs an event loop in this thread; the tests ask the database beside it, never inside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        path = CHROMIUM if Path(CHROMIUM).exists() else None
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, live_server):
    """A fresh visitor from Poland; what the browser complains of in its console is kept in `page.complaints`."""
    context = chromium.new_context(base_url=live_server.url, locale="pl-PL")
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: page.complaints.append(str(fault)))
    yield page
    context.close()


@pytest.fixture
def house(transactional_db):
    """Razem with those who keep it and those who belong to it."""
    load_shared_data()
    load_texts(by=made_by.SYSTEM, at=made_by.NOW)
    return made_by.full_cast()
