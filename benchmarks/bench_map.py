"""The map over 1,000,000 rows of the register: counted cold, kept, renewed after a change, and as a page."""

import os
import random
import sqlite3
from datetime import UTC, date, datetime
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.test import Client

from tkanka.coordination.activities.models import Activity, Row
from tkanka.coordination.activities.writing import revise
from tkanka.coordination.atlas.counting import count
from tkanka.coordination.atlas.keeping import answer, forget_answers
from tkanka.coordination.atlas.questions import read_asked
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.places.actions import load_teryt
from tkanka.network.places.models import Level, Unit
from tkanka.network.vocabulary.actions import load_vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.standing import Standing

ROWS, ORGANISATIONS, SEED, AT_ONCE = int(os.environ.get("BENCH_MAP_ROWS", 1_000_000)), 3_000, 1, 5_000
AREAS, GROUPS, TIMES = 5, 2, 5
NOW, TODAY = datetime(2026, 11, 20, tzinfo=UTC), date(2026, 11, 20)
SYSTEM = Standing(system="benchmark")
COLUMNS = (
    *("id", "activity_id", "network_id", "organisation_id", "sector_id", "service_id", "group_id", "status", "starts"),
    *("ends", "unit_id", "admin1_id", "admin2_id", "shown_unit_id", "shown_admin1_id", "shown_admin2_id", "shown"),
    *("capacity", "people_capacity", "key", "place", "shown_place"),
)
STATES = ["ongoing"] * 6 + ["planned"] * 2 + ["suspended", "ended"]
PLAIN = """CREATE TABLE r (network INT, above INT, powiat INT, party INT, activity INT, status INT, sector INT,
    service INT, grp INT, starts TEXT, ends TEXT, people INT)"""
COVERING = (
    "CREATE INDEX c ON r (network, above, powiat, party, activity, status, sector, service, grp, starts, ends, people)"
)
ASKED_PLAINLY = """SELECT powiat, COUNT(DISTINCT party), COUNT(DISTINCT activity), SUM(people) FROM r
    WHERE network = 1 AND status IN (0, 1, 2) {and_also} GROUP BY above, powiat"""


class Maker:
    """Activities and rows as wide as a register of that size would be."""

    def __init__(self):
        self.chance = random.Random(SEED)
        self.network = Network.objects.create(slug="map", name="Map", short_name="Map", book="razem_2023")
        parties = (Organisation(name=f"Party {n}", kind="foundation", created_at=NOW) for n in range(ORGANISATIONS))
        self.parties = Organisation.objects.bulk_create(parties)
        self.powiats = list(Unit.objects.filter(level=Level.POWIAT).order_by("code"))
        words = vocabulary()
        self.services = [e for e in words.active("services") if e.parent]
        self.groups = [e.id for e in words.active("target_groups")]

    def activity(self, number):
        chance, service = self.chance, self.chance.choice(self.services)
        starts = date(2024 + chance.randrange(4), chance.choice([1, 4, 7, 10]), 1)
        return Activity(
            network=self.network, organisation=self.parties[int(ORGANISATIONS * chance.random() ** 2)],
            title=f"Activity {number}", sector_id=service.parent, service_id=service.id, starts=starts,
            ends=chance.choice([None, date(starts.year, 12, 31)]), status=chance.choice(STATES),
            created_at=NOW, changed_at=NOW, confirmed_at=NOW,
        )  # fmt: skip

    def rows(self, one):
        for unit in self.chance.sample(self.powiats, AREAS):
            for group in self.chance.sample(self.groups, GROUPS):
                people = self.chance.choice([None, 5, 20, 100])
                yield (
                    uuid4(), one.pk, self.network.pk, one.organisation_id, one.sector_id, one.service_id, group,
                    one.status, one.starts, one.ends, unit.pk, unit.admin1_id, unit.pk, unit.pk, unit.admin1_id,
                    unit.pk, True, people, people, uuid4(), "", "",
                )  # fmt: skip

    def fill(self):
        table, marks = Row._meta.db_table, ", ".join(["%s"] * len(COLUMNS))
        insert = f"INSERT INTO {table} ({', '.join(COLUMNS)}) VALUES ({marks})"
        wanted, made = ROWS // (AREAS * GROUPS), 0
        with transaction.atomic():
            while made < wanted:
                some = [self.activity(made + n) for n in range(min(AT_ONCE, wanted - made))]
                Activity.objects.bulk_create(some)
                with connection.cursor() as cursor:
                    cursor.executemany(insert, [adapted(row) for one in some for row in self.rows(one)])
                made += len(some)
            revise(self.network, {unit.pk for unit in self.powiats})
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def adapted(row):
    """SQLite keeps keys as text and days as ISO; PostgreSQL has both."""
    if connection.vendor != "sqlite":
        return row
    return tuple(v.hex if isinstance(v, UUID) else v.isoformat() if isinstance(v, date) else v for v in row)


def timed(work, times=TIMES):
    spent = []
    for _ in range(times):
        began = perf_counter()
        work()
        spent.append(1000 * (perf_counter() - began))
    return median(spent)


def plain_figures(folder):
    """The same rows with whole numbers for keys in bare SQLite, behind one covering index."""
    chance = random.Random(SEED)
    base = sqlite3.connect(os.path.join(folder, "plain.sqlite3"))
    base.execute(PLAIN)
    base.executemany(f"INSERT INTO r VALUES ({', '.join('?' * 12)})", plain_rows(chance))
    base.execute(COVERING)
    base.execute("ANALYZE")
    quarter = "AND sector = 3 AND starts <= '2026-12-31' AND (ends IS NULL OR ends >= '2026-10-01')"
    for and_also in ("", quarter):
        asked = ASKED_PLAINLY.format(and_also=and_also)
        yield timed(lambda sql=asked: base.execute(sql).fetchall())


def plain_rows(chance):
    for number in range(ROWS // (AREAS * GROUPS)):
        party, service, status = int(ORGANISATIONS * chance.random() ** 2), chance.randrange(60), chance.randrange(4)
        year, ends = 2024 + chance.randrange(4), chance.random() < 0.5
        days = (f"{year}-{chance.choice(['01', '04', '07', '10'])}-01", f"{year}-12-31" if ends else None)
        for powiat in chance.sample(range(380), AREAS):
            for group in chance.sample(range(37), GROUPS):
                people = chance.choice([None, 5, 20, 100])
                yield 1, powiat // 24, powiat, party, number, status, service // 6, service, group, *days, people


def rows():
    load_vocabulary(by=SYSTEM, at=NOW)
    load_teryt(by=SYSTEM, at=NOW)
    made = Maker()
    made.fill()
    network, size, words = made.network, f"{ROWS:,} rows", vocabulary()
    everything = read_asked({}, words, TODAY).question
    narrow = read_asked({"service": "education", "quarter": "2026-4"}, words, TODAY).question
    above = read_asked({"by": "voivodeship"}, words, TODAY).question
    with TemporaryDirectory() as folder:
        plain = list(plain_figures(folder))
    for name, question, bare in (("everything", everything, plain[0]), ("a sector in a quarter", narrow, plain[1])):
        cold = timed(lambda q=question: count(network, q), 3)
        yield f"count {name} by powiat, cold", size, f"{cold:.0f}", "ms", ""
        yield (
            "  bare SQLite, whole numbers, covering index",
            size,
            f"{bare:.0f}",
            "ms",
            f"ratio {cold / bare:.1f} (≤ 2)",
        )
    yield "count everything by voivodeship, cold", size, f"{timed(lambda: count(network, above), 3):.0f}", "ms", ""
    for name, question in (("everything", everything), ("a sector in a quarter", narrow)):
        answer(network, question)
        yield f"kept view, {name}", size, f"{timed(lambda q=question: answer(network, q), 20):.1f}", "ms", "≤ 50"
    yield "kept view after a change in 5 powiats", size, f"{renewed(made, everything):.1f}", "ms", "≤ 50"
    page = f"/n/{network.slug}/map/"
    Client().get(page)
    yield "the map's page, in process", size, f"{timed(lambda: Client().get(page), 10):.1f}", "ms", ""
    forget_answers()


def renewed(made, question):
    spent = []
    for _ in range(TIMES):
        with transaction.atomic():
            revise(made.network, {unit.pk for unit in made.chance.sample(made.powiats, AREAS)})
        spent.append(timed(lambda: answer(made.network, question), 1))
    return median(spent)
