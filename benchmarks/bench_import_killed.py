"""A file of 10,000 rows is taken in by workers that die fifty times, and held against a quiet run of the same file."""

from tkanka.coordination.activities.tests.trial import tried

ROWS, KILLS = 10_000, 50


def rows():
    found = tried(ROWS, KILLS)
    size = f"{ROWS:,} rows, {KILLS} kills"
    yield "kills that fell into the work", size, found["hits"], "kills", ""
    yield "rows entered when the last fell", size, found["entered"], "rows", ""
    yield "lines compared with a quiet run", size, found["lines"], "lines", ""
    yield "lines that differ", size, found["different"], "lines", "0"
