"""Databases, servers and figures of processes for the benchmarks."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from demo import SPARING, server_command  # noqa: E402
from machine import free_port  # noqa: E402
from postgres import cluster  # noqa: E402

DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}


@contextlib.contextmanager
def database(engine):
    """The address of an empty database on `sqlite` or `postgresql`; gone afterwards."""
    if engine == "postgresql":
        with cluster(**DURABLE) as url:
            yield url
    else:
        with tempfile.TemporaryDirectory(prefix="tkanka-bench-") as folder:
            yield f"sqlite:///{folder}/bench.sqlite3"


def environment(url):
    return {**SPARING, **os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings", "DEMO": "1"}


def said(module, url, *arguments):
    """Run a module against a database; the JSON on its last line."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(url), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise SystemExit(f"{module} {' '.join(map(str, arguments))} failed")
    return json.loads(done.stdout.strip().splitlines()[-1])


def answers(address):
    try:
        with urlopen(address, timeout=5):
            return True
    except HTTPError as error:
        return error.code < 500
    except OSError:
        return False


@contextlib.contextmanager
def server(application, url, probe="/"):
    """Serve with granian as `make demo` does: yields (address, seconds until the first answer, process)."""
    port = free_port()
    command = [*map(str, server_command(port)[:-1]), application]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment(url), stdin=subprocess.DEVNULL)
    try:
        while not answers(f"http://127.0.0.1:{port}{probe}"):
            if process.poll() is not None or time.perf_counter() - began > 60:
                raise SystemExit(f"{application} did not start")
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}", time.perf_counter() - began, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def family(pid):
    """A process and all below it."""
    asked = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    pairs = [tuple(map(int, line.split())) for line in asked.stdout.splitlines()]
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += [child for child, parent in pairs if parent == found[-1]]
    return found


@dataclass
class Memory:
    """Megabytes of a process: all it sees; the same with what several processes see divided among them; its own."""

    resident: float
    share: float
    own: float

    def __str__(self):
        return f"{self.resident:.0f} MB ({self.share:.0f} by its share, {self.own:.0f} its own)"


def memory(pid):
    """The memory of the largest process of a family, as Linux tells it."""
    return max((_memory(Path(f"/proc/{one}/smaps_rollup")) for one in family(pid)), key=lambda found: found.resident)


def _memory(path):
    try:
        told = {line.split()[0]: int(line.split()[1]) / 1024 for line in path.read_text().splitlines()[1:]}
    except OSError:  # ended meanwhile
        return Memory(0, 0, 0)
    return Memory(told["Rss:"], told["Pss:"], told["Private_Clean:"] + told["Private_Dirty:"])
