"""`make fuzz`: 100,000 hostile requests in two processes, then how many broke a page and which was slowest."""

import json
import os
import shutil
import subprocess
import sys

from machine import PYTHON, ROOT, say


def main():
    folder = ROOT / "build" / "hostile"
    shutil.rmtree(folder, ignore_errors=True)
    env = {**os.environ}
    env.setdefault("HOSTILE_REQUESTS", "100000")
    command = [PYTHON, "-m", "pytest", "-q", "-n2", "-p", "no:cacheprovider", "tests/house/test_hostile.py"]
    code = subprocess.run(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL).returncode
    shares = [json.loads(p.read_text("utf8")) for p in sorted(folder.glob("*.json"))]
    seconds, what = max((s["slowest"] for s in shares), default=(0, "none"))
    say(f"{sum(s['requests'] for s in shares)} requests, {sum(len(s['broken']) for s in shares)} kinds of 5xx")
    say(f"slowest: {seconds:.2f} s, {what}")
    return code


if __name__ == "__main__":
    sys.exit(main())
