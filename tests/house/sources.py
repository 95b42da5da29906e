"""The files of the house, read once."""

import ast
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TKANKA = ROOT / "tkanka"


def kind(path):
    """What layer a file belongs to: `views/members.py` and `views.py` are both views."""
    inside = path.relative_to(TKANKA).parts
    return Path(inside[2]).stem if len(inside) > 2 else path.stem


def sources(*kinds):
    """The Python files of the house without tests and migrations, or only those of some layers."""
    found = sorted(p for p in TKANKA.rglob("*.py") if not {"tests", "migrations"} & set(p.parts))
    return [p for p in found if not kinds or kind(p) in kinds]


def templates():
    return sorted(TKANKA.rglob("templates/**/*.html"))


def rooms():
    """Every Django app of the house: a folder in a wing."""
    return sorted(p.parent for p in TKANKA.glob("*/*/__init__.py") if p.parent.parent.name != "rules")


def of(paths):
    """Parameters with short names."""
    return [pytest.param(p, id=str(p.relative_to(ROOT))) for p in paths]


@cache
def text(path):
    return path.read_text("utf8")


@cache
def tree(path):
    return ast.parse(text(path))


def functions(path):
    return [n for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def names(node):
    """Every name and attribute used inside."""
    for n in ast.walk(node):
        if isinstance(n, ast.Name):
            yield n.id
        elif isinstance(n, ast.Attribute):
            yield n.attr


def committed():
    """The text files of the repository (or, without git, of the folders that would be in it)."""
    asked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if asked.returncode == 0:
        paths = [ROOT / line for line in asked.stdout.splitlines()]
    else:
        tops = ["config", "docs", "tests", "tkanka", "tools", "benchmarks", "assets"]
        paths = [p for top in tops for p in (ROOT / top).rglob("*") if "__pycache__" not in p.parts]
    return [p for p in paths if p.is_file()]
