"""The directory with 10,000 organisations: the list by three facets, and the contact base, in process."""

from statistics import median
from time import perf_counter

from django.db import connection
from django.test import Client

from tests.queries import forget

from .data import make

ORGANISATIONS, ACTIVITIES, ASKED = 10_000, 100, 15
QUESTIONS = {
    "no facet": "",
    "three facets: voivodeship, service, language": "?area=14&service=legal_advice&language=uk",
    "three facets: powiat, sector, kind": "?area=1465&sector=education&kind=association",
    "two facets and words": "?area=14&kind=foundation&q=pomoc",
    "the tenth page": "?page=10",
}


def seconds(work):
    began = perf_counter()
    work()
    return perf_counter() - began


def asked(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer


def rows():
    keys, keeper = make(ORGANISATIONS, ACTIVITIES)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(SERVER_NAME="127.0.0.1")
    for base, who in (("organisations", None), ("contacts", keeper)):
        if who:
            client.force_login(who)
        address = f"/n/{keys['network']}/{base}/"
        asked(client, address)
        for name, question in QUESTIONS.items():
            yield from measured(client, f"{base}, {name}", address + question)


def measured(client, name, address):
    size = f"{ORGANISATIONS:,} organisations"
    cold = []
    for _ in range(5):
        forget()
        cold.append(seconds(lambda: asked(client, address)))
    warm = [seconds(lambda: asked(client, address)) for _ in range(ASKED)]
    yield f"{name}, cold", size, f"{1000 * median(cold):.0f}", "ms, median", ""
    yield f"{name}", size, f"{1000 * median(warm):.0f}", "ms, median", ""
