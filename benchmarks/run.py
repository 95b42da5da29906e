"""`make bench`: every figure with its size, on SQLite and on PostgreSQL, beside a bare Django in the same run.

`python -m benchmarks.run [sqlite|postgresql] [pages|name of a bench_ module]…` measures a part.
Each `benchmarks/bench_*.py` gives `rows()`: (what, size, figure, unit, bound or "") for the database of DATABASE_URL.
"""

import json
import subprocess
import sys
import time

from .client import measure
from .pages import ACTIVITIES, ORGANISATIONS
from .served import ROOT, database, environment, memory, said, server

ENGINES = ("sqlite", "postgresql")
FLOOR_PATHS = {"list": "/orgs/", "detail": "/orgs/org-7/", "desk": "/desk/", "search": "/search/?q={word}"}
PAGE_BOUND, MEMORY_BOUND, START_BOUND = 3, 120, 2
WARM_UP = 0.7


def table(title, header, rows):
    print(f"\n{title}")
    widths = [max(len(str(row[i])) for row in [header, *rows]) for i in range(len(header))]
    for row in [header, *rows]:
        cells = [
            str(c).ljust(w) if i == 0 else str(c).rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))
        ]
        print("  " + "  ".join(cells).rstrip(), flush=True)


def twice(url, path, cookie):
    """(one connection for the median, four for the throughput), after a moment of warming up."""
    measure(url, path, cookie=cookie, connections=4, seconds=WARM_UP)
    return measure(url, path, cookie=cookie), measure(url, path, cookie=cookie, connections=4)


def floor_figures(engine):
    """kind of page → its two measurements on bare Django."""
    with database(engine) as url:
        filled = said("benchmarks.floor", url)
        with server("benchmarks.floor:application", url, "/orgs/") as (address, _, _process):
            return {
                kind: twice(address, path.format(**filled), filled["session"]) for kind, path in FLOOR_PATHS.items()
            }


def page_rows(address, filled, counted, floor):
    for page in filled["pages"]:
        one, four = twice(address, page["path"], filled["session"] if page["signed_in"] else "")
        under = floor[page["floor"]][0].milliseconds
        yield [
            page["name"], f"{one.milliseconds:.1f}", f"{under:.1f}", f"{one.milliseconds / under:.1f}",
            f"{four.per_second:.0f}", one.errors + four.errors, counted[page["name"]], f"{one.bytes / 1000:.1f}",
        ]  # fmt: skip


def worker_memory(url):
    """The memory of `manage.py work` once it has looked at everything that is due."""
    command = [sys.executable, "manage.py", "work"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(url), stdin=subprocess.DEVNULL)
    time.sleep(8)
    used = memory(process.pid) if process.poll() is None else None
    process.terminate()
    process.wait(20)
    return used


def pages(engine):
    floor = floor_figures(engine)
    with database(engine) as url:
        filled = said("benchmarks.pages", url, "fill")
        counted = said("benchmarks.pages", url, "queries", json.dumps(filled["pages"]), filled["session"])
        with server("config.wsgi:application", url) as (address, started, process):
            rows = list(page_rows(address, filled, counted, floor))
            used = memory(process.pid)
        header = ["page", "ms", "floor ms", f"ratio (≤{PAGE_BOUND})", "req/s ×4", "errors", "queries", "kB gz"]
        table(
            f"{engine}: {ORGANISATIONS:,} organisations, {ACTIVITIES:,} activities, 2 processes, medians", header, rows
        )
        processes = [
            ["web process", str(used), f"≤ {MEMORY_BOUND}"],
            ["worker", str(worker_memory(url)), f"≤ {MEMORY_BOUND}"],
            ["server start", f"{started:.1f} s", f"≤ {START_BOUND}"],
        ]
        table(f"{engine}: processes", ["what", "figure", "bound"], processes)


def modules(engine, names):
    for name in names:
        with database(engine) as url:
            header = ["what", "size", "figure", "unit", "bound"]
            table(f"{engine}: {name}", header, said("benchmarks.inside", url, name))


def collected():
    """Static files under the names with which the pages ask for them."""
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"]
    subprocess.run(command, cwd=ROOT, env=environment("sqlite://:memory:"), stdin=subprocess.DEVNULL, check=True)


def main():
    collected()
    asked = sys.argv[1:]
    found = sorted(p.stem for p in (ROOT / "benchmarks").glob("bench_*.py"))
    chosen = [a for a in asked if a not in ENGINES] or ["pages", *found]
    if unknown := set(chosen) - {"pages", *found}:
        sys.exit(f"no such part: {', '.join(sorted(unknown))}; there are pages, {', '.join(found)}")
    for engine in [e for e in ENGINES if e in asked] or ENGINES:
        if "pages" in chosen:
            pages(engine)
        modules(engine, [n for n in found if n in chosen])


if __name__ == "__main__":
    main()
