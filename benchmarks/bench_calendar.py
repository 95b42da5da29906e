"""A calendar of 10,000 events: the year, the month and the list as pages, and the public feed, in process."""

from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.utils import timezone

from .data import make

EVENTS, ASKED = 10_000, 9


def fill(slug, year):
    """Events all over one year, by turns for everybody and for members."""
    from tkanka.governance.calendar.models import Event
    from tkanka.network.networks.models import Network
    from tkanka.rules.calendar import EventAudience, EventKind, EventSource

    network, first = Network.objects.get(slug=slug), datetime(year, 1, 1, 8, tzinfo=UTC)
    kinds, now = list(EventKind), timezone.now()
    made = []
    for n in range(EVENTS):
        key, starts = uuid4(), first + timedelta(minutes=n * 365 * 24 * 60 // EVENTS)
        made.append(
            Event(
                network=network,
                title=f"Wydarzenie {n}",
                kind=kinds[n % len(kinds)],
                starts_at=starts,
                ends_at=starts + timedelta(hours=2),
                uid=f"{key}@bench",
                source=EventSource.OWN,
                source_key=str(key),
                audience=EventAudience.MEMBERS if n % 4 == 0 else EventAudience.PUBLIC,
                created_at=now,
                changed_at=now,
                published_at=now,
            )
        )
    Event.objects.bulk_create(made, batch_size=500)


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
    fill(keys["network"], year)
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
