"""A PostgreSQL of one's own that lasts as long as a `with` block: a temporary folder, a port, a password."""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from machine import Missing, brought, find_postgres, free_port

SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "jit": "off",
}


def somebody():
    """Whom the server runs as: initdb refuses root. Empty for an ordinary user."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            person = pwd.getpwnam(name)
            return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    raise Missing("PostgreSQL refuses to run as root, and there is no user postgres or nobody")


def quiet(command, **kwargs):
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **kwargs
    )
    if done.returncode:
        raise Missing(f"{Path(command[0]).name} failed:\n{done.stdout[-2000:]}")


def wait_for(programs, folder, port, server):
    for _ in range(300):
        if server.poll() is not None:
            raise Missing("PostgreSQL stopped while starting:\n" + (folder / "log").read_text()[-2000:])
        asked = [programs / "pg_isready", "-q", "-h", folder, "-p", str(port), "-d", "postgres"]
        if subprocess.run(asked, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0:
            return
        time.sleep(0.1)
    raise Missing("PostgreSQL did not start within 30 seconds")


@contextlib.contextmanager
def cluster(**settings):
    """Yields the DATABASE_URL of a fresh, empty database; the whole cluster is gone afterwards.

    Raises `Missing` when there is no PostgreSQL and none can be brought.
    """
    programs = brought(find_postgres, "postgresql")
    if programs is None:
        raise Missing("there is no PostgreSQL on this machine (Debian: postgresql, Homebrew: postgresql@17)")
    who, port, password = somebody(), free_port(), secrets.token_hex(16)
    folder = Path(tempfile.mkdtemp(prefix="tkanka-pg-", dir="/tmp"))
    try:
        (folder / "password").write_text(password)
        if who:
            for path in (folder, folder / "password"):
                os.chown(path, who["user"], who["group"])
        data = folder / "data"
        locale = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
        create = [
            "-U",
            "postgres",
            "-A",
            "scram-sha-256",
            "--pwfile",
            folder / "password",
            "-E",
            "UTF8",
            "--locale",
            locale,
            "-N",
        ]
        quiet([programs / "initdb", "-D", data, *create], cwd=folder, **who)
        options = [f"-c{name}={value}" for name, value in (SETTINGS | settings).items()]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, "-k", folder, "-p", str(port), *options],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd=folder, **who,
            )  # fmt: skip
        try:
            wait_for(programs, folder, port, server)
            yield f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    """Run a command with DATABASE_URL set: `python tools/postgres.py pytest tkanka/network`."""
    try:
        with cluster() as url:
            return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}).returncode
    except Missing as missing:
        return str(missing)


if __name__ == "__main__":
    sys.exit(main())
