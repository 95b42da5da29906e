"""Files of 20,000 and of 100,000 rows: what would become of them, entering them, and how long others wait meanwhile."""

import resource
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from statistics import median
from time import perf_counter, sleep

from tests.cast import NETWORKS, SYSTEM, belongs, network, organisation
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.sheets.opening import opened
from tkanka.coordination.activities.taking import go_on
from tkanka.network.places.actions import load_teryt
from tkanka.network.places.queries import units_of
from tkanka.network.vocabulary.actions import load_vocabulary
from tkanka.network.vocabulary.queries import vocabulary

ROWS, MANY, PARTIES = 20_000, 100_000, 200
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def lines(count):
    """Organisation × service × powiat, no two alike."""
    services = [entry.label for entry in vocabulary().active("services")]
    powiats = [unit.code for unit in units_of(level=2)]
    yield "Organizacja;Usługa;Kod powiatu;Osoby objęte;Początek"
    for n in range(count):
        service, powiat = services[n // PARTIES % len(services)], powiats[n // 7 % len(powiats)]
        month = n // (PARTIES * len(services))
        day = f"{2026 - month // 12}-{1 + month % 12:02}-01"
        yield f"Stowarzyszenie Miara {n % PARTIES};{service};{powiat};{n % 90};{day}"


def brought(where, content):
    told = {"by": SYSTEM, "at": NOW}
    table = opened(content)
    run = actions.start_import(**told, network=where, name="bench.csv", content=content, table=table)
    return actions.read_columns(**told, run=run, columns=run.columns)


@contextmanager
def somebody_else():
    """Somebody who saves something small again and again; yields how long they waited each time."""
    waited, over = [], threading.Event()
    saver = threading.Thread(target=save_until, args=(over, waited))
    saver.start()
    try:
        yield waited
    finally:
        over.set()
        saver.join()


def save_until(over, waited):
    from django.db import connection

    from tkanka.ground.kit.models import JobRun

    JobRun.objects.get_or_create(name="bench", defaults={"next_at": NOW})
    while not over.is_set():
        began = perf_counter()
        JobRun.objects.filter(name="bench").update(trouble=f"{began}")
        waited.append(perf_counter() - began)
        sleep(0.05)
    connection.close()


def taken(where, content):
    """Seconds of the preview and of entering, the longest wait of somebody else, and the run."""
    began = perf_counter()
    run = go_on(brought(where, content), SYSTEM, NOW)
    read = perf_counter() - began
    asked = actions.ask_to_apply(by=SYSTEM, at=NOW, run=run)
    began = perf_counter()
    with somebody_else() as waited:
        run = go_on(asked, SYSTEM, NOW)
    return read, perf_counter() - began, max(waited), run


def rows():
    load_vocabulary(by=SYSTEM, at=NOW)
    load_teryt(by=SYSTEM, at=NOW)
    *several, last = [network(slug) for slug in NETWORKS]
    for n in range(PARTIES):
        party = organisation(f"Stowarzyszenie Miara {n}", "association")
        for one in (*several, last):
            belongs(party, one)
    content = "\n".join(lines(ROWS)).encode()
    yield from told(f"{ROWS:,} rows, first time, median of {len(several)}", [taken(one, content) for one in several])
    yield from told(f"{ROWS:,} rows, again", [taken(several[0], content)])
    yield from told(f"{MANY:,} rows, first time", [taken(last, "\n".join(lines(MANY)).encode())])
    yield "memory at most", f"{MANY:,} rows", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB", ""


def told(size, found):
    read, entered, waited = (median(one[place] for one in found) for place in range(3))
    counts = found[0][3].counts
    yield "preview", size, f"{read:.1f}", "s", "≤ 4" if counts["rows"] == ROWS else ""
    yield "apply", f"{size}: {counts['created']:,} new", f"{entered:.1f}", "s", "≤ 12" if counts["rows"] == ROWS else ""
    yield "longest wait of another who saves", size, f"{waited:.2f}", "s", "≤ 2"
