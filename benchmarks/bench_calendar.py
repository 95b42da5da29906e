"""A calendar of 10,000 events: the year, the month and the list as pages, and the public feed, in process."""

from statistics import median
from time import perf_counter

from django.db import connection
from django.test import Client
from django.utils import timezone

from tkanka.network.networks.models import Network

from .data import make
from .governance import events

EVENTS, ASKED = 10_000, 9


def seconds(work):
    began = perf_counter()
    work()
    return perf_counter() - began


def asked(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code


def rows():
    keys, keeper = make(200, 100)
    year = timezone.localdate().year
    events(Network.objects.get(slug=keys["network"]), EVENTS, year)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(SERVER_NAME="127.0.0.1")
    base = f"/n/{keys['network']}/calendar/"
    pages = {"year": f"?view=year&year={year}", "month": f"?month={year}-06", "list": "?view=list"}
    for who in ("visitor", "signed in"):
        if who == "signed in":
            client.force_login(keeper)
        for name, question in pages.items():
            yield from measured(client, f"calendar, {name}, {who}", base + question)
    yield from measured(client, "calendar, public feed", f"{base}public.ics")


def measured(client, name, address):
    asked(client, address)
    spent = [seconds(lambda: asked(client, address)) for _ in range(ASKED)]
    yield name, f"{EVENTS:,} events", f"{1000 * median(spent):.0f}", "ms, median", ""
