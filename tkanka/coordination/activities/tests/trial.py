"""A file is taken in while those who work on it are killed again and again; then held against a quiet run of it.

`python -m tkanka.coordination.activities.tests.trial ROWS KILLS` tries it on the database of DATABASE_URL, which has to
be migrated and otherwise empty, and prints what came of it as JSON.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[4]
PARTIES, PATIENCE = 40, 300
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
EARLY = 6  # of so many lives one ends at any moment from its birth on, the others in the midst of entering


def tried(rows, kills):
    """What came of it: kills, those that fell into the work, and everything in which the two runs differ."""
    quiet, disturbed = prepared(rows)
    ask(quiet)
    finish(quiet)
    ask(disturbed)
    chance, hits = random.Random(11), 0
    for number in range(kills):
        process = worker()
        wait(disturbed, chance, max(1, rows // (kills + 10)), early=number % EARLY == EARLY - 1)
        hits += stands(disturbed)[0] == "applying"
        process.send_signal(signal.SIGKILL)
        process.wait(60)
    entered = disturbed.entered
    finish(disturbed)
    ours, theirs = told(disturbed), told(quiet)
    different = sum(a != b for a, b in zip(ours, theirs, strict=False)) + abs(len(ours) - len(theirs))
    return {
        "rows": rows,
        "kills": kills,
        "hits": hits,
        "entered": entered,
        "lines": len(theirs),
        "different": different,
    }


def prepared(rows):
    """The same file, read for two networks that are alike."""
    from tests.cast import SYSTEM, belongs, keeps, network, organisation, person
    from tkanka.coordination.activities import actions
    from tkanka.coordination.activities.sheets.opening import opened
    from tkanka.coordination.activities.taking import go_on
    from tkanka.network.networks.queries import standing_of
    from tkanka.network.places.actions import load_teryt
    from tkanka.network.vocabulary.actions import load_vocabulary
    from tkanka.rules.standing import Office

    load_vocabulary(by=SYSTEM, at=AT)
    load_teryt(by=SYSTEM, at=AT)
    networks, halina = [network("razem"), network("warmia")], person("halina")
    parties = [organisation(f"Stowarzyszenie Próba {number}", "association") for number in range(PARTIES)]
    content, runs = "\n".join(lines(rows)).encode(), []
    for one in networks:
        keeps(halina, one, Office.COORDINATOR)
        for party in parties:
            belongs(party, one)
        told = {"by": standing_of(halina, one, AT.date()), "at": AT}
        table = opened(content)
        run = actions.start_import(
            **told, network=one, name="proba.csv", content=content, table=table, person=halina.pk
        )
        runs.append(go_on(actions.read_columns(**told, run=run, columns=run.columns), **told))
    return runs


def ask(run):
    from tkanka.coordination.activities import actions
    from tkanka.network.networks.queries import standing_of

    actions.ask_to_apply(by=standing_of(run.person, run.network, AT.date()), at=AT, run=run)


def lines(rows):
    """New activities of one or two areas, a few rows that repeat others, and a few that are refused."""
    from tkanka.network.places.queries import units_of
    from tkanka.network.vocabulary.queries import vocabulary

    services = [entry.label for entry in vocabulary().active("services")]
    powiats = [unit.code for unit in units_of(level=2)]
    yield "Organizacja;Usługa;Kod powiatu;Osoby objęte;Początek"
    for n in range(rows):
        place = n // PARTIES
        service, powiat = services[place % len(services)], powiats[n % 97 if n % 50 else n % 2]
        day = f"{2024 + place // len(services) % 3}-{1 + place // (3 * len(services)) % 12:02}-01"
        people = "-1" if n % 400 == 399 else str(n % 90)
        yield f"Stowarzyszenie Próba {(n // 2 if n % 3 else n) % PARTIES};{service};{powiat};{people};{day}"


def stands(run):
    run.refresh_from_db()
    return [run.state, run.divided, run.entered]


def wait(run, chance, step, *, early):
    """Until the moment to strike."""
    if early:
        time.sleep(chance.uniform(0.3, 4))
        return
    goal, began = stands(run)[2] + chance.randint(1, step), time.monotonic()
    while stands(run)[0] == "applying" and run.entered < goal:
        if time.monotonic() - began > PATIENCE:
            raise SystemExit(f"the worker does nothing: {stands(run)}")
        time.sleep(0.003)
    time.sleep(chance.uniform(0, 0.1))


def finish(run):
    """Let a worker come to the end in peace."""
    process = worker()
    try:
        began = time.monotonic()
        while stands(run)[0] == "applying":
            if time.monotonic() - began > PATIENCE or process.poll() is not None:
                raise SystemExit(f"the file is not taken in: {stands(run)}")
            time.sleep(0.02)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def worker():
    command = [sys.executable, "-m", "tkanka.coordination.activities.tests.taking_in"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)


def told(run):
    """All that the file left behind, as sorted lines: everything but the keys, which are drawn by lot."""
    from tkanka.coordination.activities.models import Activity, Row
    from tkanka.ground.search.models import Entry

    network, titles = run.network, {}
    for values in Activity.objects.filter(network=network).values():
        titles[values["id"]] = line("activity", values, "id", "network_id")
    rows = [
        line("row", {**values, "activity_id": titles[values["activity_id"]]}, "id", "network_id", "key")
        for values in Row.objects.filter(network=network).values()
    ]
    found = [
        line("found", {**values, "key": titles[values["key"]]}, "id", "slot", "network", "url")
        for values in Entry.objects.filter(network=network.pk, kind="activity").values()
    ]
    results = [line("result", values, "id", "run_id") for values in run.results.values()]
    run.refresh_from_db()
    whole = line("run", {"counts": run.counts, "state": run.state, "entered": run.entered, "to": run.to_enter})
    return [whole, *sorted(titles.values()), *sorted(rows), *sorted(found), *sorted(results)]


def line(what, values, *apart):
    return json.dumps([what, {name: values[name] for name in sorted(values) if name not in apart}], default=str)


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(tried(int(sys.argv[1]), int(sys.argv[2]))))
