"""`make demo`: four networks, the web server and the worker, until Ctrl-C. `--develop`: with the reloading server."""

import os
import signal
import subprocess
import sys
import time

from machine import PYTHON, ROOT, Missing, port_is_free, run, say

PORT = int(os.environ.get("PORT", "8000"))
STOPPING_SECONDS = 10


def manage(*arguments):
    return [PYTHON, "manage.py", *arguments]


def has_command(name, env):
    asked = subprocess.run(manage("help", "--commands"), capture_output=True, text=True, env=env, cwd=ROOT)
    return name in asked.stdout.split()


def stop(processes):
    """Ask all to stop, wait, insist."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + STOPPING_SECONDS
    for process in processes:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def side_by_side(commands, env):
    """Run until one ends or Ctrl-C; then stop them all. Each has a session of its own, so Ctrl-C reaches only us."""
    processes = [
        subprocess.Popen(c, env=env, cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True) for c in commands
    ]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while all(p.poll() is None for p in processes):
            time.sleep(0.3)
        ended = next(p for p in processes if p.poll() is not None)
        return f"{ended.args[-1]} ended by itself (code {ended.returncode}); the others are stopped"
    except KeyboardInterrupt:
        say("\nStopping.")
        return 0
    finally:
        stop(processes)


def prepare(env, develop):
    say("→ database")
    run(manage("migrate", "--noinput", "-v", "0"), "migrate", env=env)
    if not develop:
        say("→ static files")
        run(manage("collectstatic", "--noinput", "-v", "0"), "collectstatic", env=env)
        if has_command("demo", env):
            say("→ demonstration networks (the first time takes a moment)")
            run(manage("demo"), "demo networks", env=env)


SPARING = {"MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072"}
"""For the server: what a page needed for a moment goes back to the machine, whichever thread needed it."""


def server_command(port):
    """granian with two processes; blocking threads are few, since each holds a database connection."""
    return [
        PYTHON.with_name("granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "2", "--blocking-threads", "2", "--no-access-log", "--log-level", "warning",
        "config.wsgi:application",
    ]  # fmt: skip


def main():
    develop = "--develop" in sys.argv
    if not port_is_free(PORT):
        return f"Port {PORT} is taken by another program. Stop it, or choose another port: make demo PORT={PORT + 1}"
    env = {**SPARING, **os.environ, "DEBUG" if develop else "DEMO": "1"}
    env.setdefault("SITE_URL", f"http://127.0.0.1:{PORT}")
    try:
        prepare(env, develop)
    except Missing as missing:
        return str(missing)
    server = server_command(PORT)
    if develop:
        server = manage("runserver", str(PORT))
    commands = [server, *([manage("work")] if has_command("work", env) else [])]
    say(f"\n  Tkanka is at http://127.0.0.1:{PORT}/   (Ctrl-C stops it)\n")
    return side_by_side(commands, env)


if __name__ == "__main__":
    sys.exit(main())
