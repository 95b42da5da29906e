"""What this machine has: root, apt, browsers, databases, ports. Standard library only."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = ROOT / "build" / "log"


class Missing(Exception):
    """Something the work needs is not there; the message says what and what to do about it."""


def say(text):
    print(text, flush=True)


def run(command, label, **kwargs):
    """Run quietly with a closed standard input; the whole output goes to a file, its end to the screen on failure."""
    LOG.mkdir(parents=True, exist_ok=True)
    log = LOG / (label.replace(" ", "-") + ".log")
    with log.open("wb") as out:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=kwargs.pop("cwd", ROOT),
            **kwargs,
        )
    if done.returncode:
        tail = log.read_text("utf8", "replace").splitlines()[-25:]
        raise Missing("\n".join([*("    " + line for line in tail), f"{label} failed; all of it is in {log}"]))


def can_apt():
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


_updated = False


def apt_install(*packages):
    """Install Debian packages as root.

    Raises `Missing` when this is not root on a Debian-like system, or when apt fails.
    """
    global _updated
    if not can_apt():
        raise Missing(f"please install {' '.join(packages)} (this needs an administrator of the machine)")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if not _updated:
        say("  refreshing the package lists (apt-get update)")
        run(["apt-get", "update"], "apt update", env=env)
        _updated = True
    say(f"  installing {' '.join(packages)} (apt-get)")
    run(["apt-get", "install", "-y", "--no-install-recommends", *packages], "apt install", env=env)


def find_chromium():
    """The path of a Chromium or Chrome, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return found
    for name in ("Google Chrome", "Chromium"):
        path = Path(f"/Applications/{name}.app/Contents/MacOS/{name}")
        if path.exists():
            return str(path)
    return None


def find_postgres():
    """The folder with the newest `initdb` and `postgres`, or None."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    folders += [Path("/opt/homebrew/bin"), Path("/usr/local/bin")]
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    return next((f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()), None)


def brought(find, *packages):
    """What `find` finds, after installing `packages` where it finds nothing and this is root; None where it cannot."""
    if (found := find()) is None and can_apt():
        apt_install(*packages)
        found = find()
    return found


def port_is_free(port, host="127.0.0.1"):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
