"""Every check and every test, then a table: `make test`; `--quick` leaves the tests out; names choose steps."""

import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field

from machine import LOG, PYTHON, ROOT, VENV, Missing, brought, find_chromium, say
from postgres import cluster

PYTEST = [PYTHON, "-m", "pytest", "-p", "no:cacheprovider", "-n2"]
# A room with many pages takes long: whichever process is done takes over what waits. Not so where tests empty the
# tables behind them: those run last, and only the usual order keeps them there.
TAKING_OVER = "--dist=worksteal"
NO_TESTS_COLLECTED = 5
SHARED = {
    "PYTHONHASHSEED": "0",  # processes that share the tests must see them in the same order
    "PYTHONDONTWRITEBYTECODE": "",  # what one process compiled, the next one need not
    "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bytecode"),
}
PRODUCTION = {
    "PRODUCTION": "1",
    "SITE_URL": "https://tkanka.example.org",
    "ALLOWED_HOSTS": "tkanka.example.org",
    "SECRET_KEY": secrets.token_urlsafe(60),
}


@dataclass
class Step:
    """One line of the table. A step of tests counts its tests, any other counts as one."""

    name: str
    command: list
    env: dict = field(default_factory=dict)
    tests: bool = False
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    note: str = ""

    @property
    def log(self):
        return LOG / f"check-{self.name.replace(' ', '-')}.log"

    @property
    def result(self):
        if self.note and not self.passed and not self.failed:
            return "LEFT OUT"
        return "failed" if self.failed else "ok"


def quick_steps():
    bin_ = VENV / "bin"
    yield Step("mypy", [bin_ / "mypy", "tkanka", "config"])
    yield Step("ruff", [bin_ / "ruff", "check", "."])
    yield Step("format", [bin_ / "ruff", "format", "--check", "."])
    yield Step("floors", [bin_ / "lint-imports"])
    if any((ROOT / "tkanka").rglob("templates/**/*.html")):
        yield Step("templates", [bin_ / "djlint", "tkanka", "--lint", "--quiet"])
    yield Step("migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"])
    yield Step("deployment", [PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], env=PRODUCTION)
    if (ROOT / "tools" / "messages.py").exists():
        yield Step("translations", [PYTHON, "tools/messages.py", "check"])
    yield Step("charters", [PYTHON, "tools/charter_docs.py", "--check"])


def test_steps():
    """The tests, each with how many processes it may use; `{postgres}` and `{chromium}` are brought when needed."""
    unit = ["--ignore=tests/house", "--ignore=tests/journeys"]
    yield Step("house", [*PYTEST, TAKING_OVER, "tests/house"], tests=True)
    yield Step("sqlite", [*PYTEST, *unit, "tkanka", "tests"], tests=True)
    with_database = ["-p", "tests.only_database", "--only-database", "--ignore=tests/journeys"]
    yield Step("postgresql", [*PYTEST, *with_database, "tkanka", "tests"], {"NEEDS": "postgres"}, tests=True)
    for name, folder in (("journeys", "tests/journeys"), ("axe", "tests/town")):
        yield Step(name, [*PYTEST, folder], {"NEEDS": "chromium"}, tests=True)


def carry_out(step):
    """Run a step, keep its output, count, and show the end of what failed."""
    LOG.mkdir(parents=True, exist_ok=True)
    report = step.log.with_suffix(".xml")
    report.unlink(missing_ok=True)
    command = [*step.command, *([f"--junitxml={report}"] if step.tests else [])]
    began = time.monotonic()
    with step.log.open("wb") as out:
        code = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, cwd=ROOT,
            env={**os.environ, **SHARED, **step.env},
        ).returncode  # fmt: skip
    step.seconds = time.monotonic() - began
    count(step, code, report)
    say(f"{'✗' if step.failed else '✓'} {step.name:<13} {step.seconds:6.1f} s")
    if step.failed:
        tail = step.log.read_text("utf8", "replace").splitlines()[-60:]
        say("\n".join("    " + line for line in tail) + f"\n    (all of it: {step.log})")


def count(step, code, report):
    if not step.tests:
        step.passed, step.failed = int(code == 0), int(code != 0)
        return
    if report.exists():
        suites = list(ET.parse(report).getroot().iter("testsuite"))
        total, bad, step.skipped = (
            sum(int(s.get(k, 0)) for s in suites for k in keys)
            for keys in (["tests"], ["failures", "errors"], ["skipped"])
        )
        step.failed, step.passed = bad, max(0, total - bad - step.skipped)
    if code not in (0, NO_TESTS_COLLECTED) and not step.failed:
        step.failed = 1
        step.note = "ended badly"


def needs_of(step, stack):
    """Bring what the step needs; a sentence when it cannot be had."""
    try:
        match step.env.pop("NEEDS", ""):
            case "postgres":
                step.env["DATABASE_URL"] = stack.enter_context(cluster())
            case "chromium":
                chromium = brought(find_chromium, "chromium")
                if chromium is None:
                    raise Missing("there is no Chromium on this machine")
                step.env["CHROMIUM"] = chromium
    except Missing as missing:
        return str(missing)
    return ""


def carry_out_tests(step):
    with ExitStack() as stack:
        if missing := needs_of(step, stack):
            step.note = missing
            say(f"\n!!!! {step.name}: LEFT OUT, because {missing}\n")
            return
        carry_out(step)


def summary(steps, seconds):
    """The table and the closing line; the number of failures."""
    say("\n" + "-" * 78)
    say(f"{'step':<14}{'result':<10}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}  note")
    for step in steps:
        line = f"{step.name:<14}{step.result:<10}{step.passed:>8}{step.failed:>8}{step.skipped:>9}{step.seconds:>9.1f}"
        say(f"{line}  {step.note}".rstrip())
    say("-" * 78 + f" {seconds / 60:.1f} minutes")
    for step in steps:
        if step.result == "LEFT OUT":
            say(f"LEFT OUT: {step.name}, because {step.note}")
    failed = sum(s.failed for s in steps)
    say(f"{sum(s.passed for s in steps)} passed, {failed} failed")
    return failed


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what was started is stopped as well
    began = time.monotonic()
    names = {a for a in sys.argv[1:] if not a.startswith("-")}
    quick = [s for s in quick_steps() if not names or s.name in names]
    tests = [s for s in test_steps() if (not names or s.name in names) and "--quick" not in sys.argv]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(carry_out, quick))
    with tempfile.TemporaryDirectory(prefix="tkanka-stock-") as stock:
        for step in tests:
            step.env["TEST_STOCK"] = stock
            carry_out_tests(step)
    failed = summary([*quick, *tests], time.monotonic() - began)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
