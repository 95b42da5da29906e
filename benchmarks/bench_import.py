"""A file of 20,000 rows: what would become of it, entering it, and bringing it again."""

import io
from datetime import UTC, datetime
from time import perf_counter

from tests.cast import SYSTEM, belongs, network, organisation
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.sheets.opening import opened
from tkanka.coordination.activities.taking import go_on
from tkanka.network.places.actions import load_teryt
from tkanka.network.places.queries import units_of
from tkanka.network.vocabulary.actions import load_vocabulary
from tkanka.network.vocabulary.queries import vocabulary

ROWS, PARTIES = 20_000, 200
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def lines():
    """Organisation × service × powiat, no two alike."""
    services = [entry.label for entry in vocabulary().active("services")]
    powiats = [unit.code for unit in units_of(level=2)]
    yield "Organizacja;Usługa;Kod powiatu;Osoby objęte;Początek"
    for n in range(ROWS):
        service, powiat = services[n // PARTIES % len(services)], powiats[n // 7 % len(powiats)]
        day = f"2026-{1 + n // (PARTIES * len(services)):02}-01"
        yield f"Stowarzyszenie Miara {n % PARTIES};{service};{powiat};{n % 90};{day}"


def brought(razem, content):
    told = {"by": SYSTEM, "at": NOW}
    table = opened(content)
    run = actions.start_import(**told, network=razem, name="bench.csv", content=content, table=table)
    return actions.read_columns(**told, run=run, columns=run.columns)


def seconds(work):
    began = perf_counter()
    found = work()
    return perf_counter() - began, found


def rows():
    load_vocabulary(by=SYSTEM, at=NOW)
    load_teryt(by=SYSTEM, at=NOW)
    razem = network("razem")
    for n in range(PARTIES):
        belongs(organisation(f"Stowarzyszenie Miara {n}", "association"), razem)
    content = "\n".join(lines()).encode()
    for name in ("first time", "again"):
        size = f"{ROWS:,} rows, {name}"
        took, run = seconds(lambda: go_on(brought(razem, content), SYSTEM, NOW))
        yield "preview", size, f"{took:.1f}", "s", ""
        asked = actions.ask_to_apply(by=SYSTEM, at=NOW, run=run)
        took, run = seconds(lambda asked=asked: go_on(asked, SYSTEM, NOW))
        yield "apply", f"{size}: {run.counts['created']:,} new", f"{took:.1f}", "s", ""
    yield "file", size, f"{len(io.BytesIO(content).getvalue()) / 1e6:.1f}", "MB", ""
