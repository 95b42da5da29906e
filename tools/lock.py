"""Renews the locks from requirements.in, build.in, dev.in and package.json: hashes, but no addresses."""

import json
import shutil
import subprocess
import sys

from machine import ROOT, VENV, Missing, run, say
from setup import system_node, wheel_node

HEAD = "# Made by `make lock` from {source}; do not edit.\n"


def lock_python(source, target, *within):
    command = [VENV / "bin" / "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--upgrade"]
    run([*command, source, *within, "--output-file", target], f"lock {source}")
    path = ROOT / target
    path.write_text(HEAD.format(source=source) + path.read_text("utf8"), "utf8")


def without_addresses(thing):
    if isinstance(thing, dict):
        return {k: without_addresses(v) for k, v in thing.items() if k not in {"resolved", "funding"}}
    return thing


def lock_node():
    path = ROOT / "package-lock.json"
    path.unlink(missing_ok=True)
    shutil.rmtree(ROOT / "node_modules", ignore_errors=True)
    run([*(system_node() or wheel_node()), "install", "--package-lock-only", "--ignore-scripts"], "lock node")
    locked = without_addresses(json.loads(path.read_text("utf8")))
    path.write_text(json.dumps(locked, indent=2, ensure_ascii=False) + "\n", "utf8")


if __name__ == "__main__":
    try:
        lock_python("build.in", "requirements.lock")
        lock_python("dev.in", "dev.lock", "--constraint", "requirements.lock")
        lock_node()
    except (Missing, subprocess.SubprocessError) as error:
        sys.exit(str(error))
    say("requirements.lock, dev.lock and package-lock.json are new; run make test.")
