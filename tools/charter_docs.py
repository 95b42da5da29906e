"""What the papers say of the charters: docs/lifecycles.md and docs/charter.md.

    python tools/charter_docs.py            write both
    python tools/charter_docs.py --check    fail when one of them does not say what the code does

The first draws every lifecycle of `tkanka/rules`; the second names, for each norm of the charters that something is
built for, the tests that prove it (`@pytest.mark.norm("R-03-11", …)`, read from the sources, not from a run).
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tkanka.rules import books  # noqa: E402
from tkanka.rules.lifecycle import Lifecycle  # noqa: E402
from tkanka.rules.norms import Norm, every_norm  # noqa: E402
from tkanka.rules.rulebook import read_rulebook  # noqa: E402

# The features whose rooms are built: a norm that has only such features must have a test (tests/house/test_norms.py).
BUILT_ROWS: frozenset[int] = frozenset({*range(1, 17), *range(27, 63), *range(65, 72), *range(73, 77), 85})


class BadMark(ValueError):
    """A norm mark that cannot be read from the source; the message says where."""


def files_with_tests(root: Path = ROOT) -> list[Path]:
    """Every file with tests, in a fixed order."""
    return sorted([*root.glob("tkanka/**/tests/**/test_*.py"), *root.glob("tests/**/test_*.py")])


def norms_in(source: str, where: str) -> Iterator[tuple[str, str]]:
    """(norm, name of the test) for every mark in a source: on a test, a class of tests, a parameter or the module."""
    module = ast.parse(source)
    shared = [i for node in module.body if _is_pytestmark(node) for i in _ids(node, where)]
    for node in module.body:
        yield from _of_definition(node, where, shared)


def _of_definition(node: ast.stmt, where: str, shared: list[str]) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.ClassDef):
        marking = [*node.decorator_list, *filter(_is_pytestmark, node.body)]
        own = [norm for part in marking for norm in _ids(part, where)]
        for child in node.body:
            yield from _of_definition(child, where, [*shared, *own])
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
        for norm in dict.fromkeys([*shared, *_ids(node, where)]):
            yield norm, node.name


def _ids(node: ast.AST, where: str) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "norm":
            for argument in call.args:
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    raise BadMark(f"{where}:{call.lineno}: a norm mark takes ids in so many letters")
                yield argument.value


def _is_pytestmark(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "pytestmark" for t in node.targets)


def proofs(root: Path = ROOT) -> dict[str, list[str]]:
    """Norm → the tests that prove it, as "path::name"."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in files_with_tests(root):
        place = str(path.relative_to(root))
        for norm, name in norms_in(path.read_text("utf8"), place):
            found[norm].append(f"{place}::{name}")
    return dict(found)


def unproven(found: Mapping[str, object], built: frozenset[int] = BUILT_ROWS) -> list[Norm]:
    """The norms of built features that no test proves."""
    return [norm for norm in every_norm() if norm.needs_proof(built) and not found.get(norm.id)]


def unknown(found: Mapping[str, object]) -> list[str]:
    """Marks that name no norm."""
    return sorted(set(found) - {norm.id for norm in every_norm()})


def charter_page(found: Mapping[str, list[str]], built: frozenset[int] = BUILT_ROWS) -> str:
    """docs/charter.md"""
    shown = [norm for norm in every_norm() if found.get(norm.id) or norm.needs_proof(built)]
    lines = [
        "# What the charters demand, and the tests that prove it",
        "",
        "Written by `python tools/charter_docs.py` from `tkanka/rules/books/norms.csv` and the marks in the tests.",
        "A norm is one sentence of a charter in our own words. *Block* and *guard* norms are refused by a rule,",
        "*duties* and *reminders* have a day, *records* are facts kept; what is only a page or a text needs no test.",
        "",
        f"{len(shown)} of {len(every_norm())} norms are listed here; the others belong to what is not built yet,",
        "or ask for a page or a text only.",
    ]
    for name in books.NAMES:
        rows = [norm for norm in shown if norm.book == name]
        if rows:
            lines += ["", f"## {read_rulebook(books.rulebook_text(name)).title}"]
            lines += [line for norm in rows for line in _entry(norm, found.get(norm.id, []))]
    return "\n".join(lines) + "\n"


def _entry(norm: Norm, tests: list[str]) -> list[str]:
    lines = ["", f"**{norm.id}** ({norm.place}) {norm.says}  ", f"*{norm.enforcement}*: {norm.how}"]
    return [*lines, *([""] + [f"- `{test}`" for test in tests] if tests else ["", "- no test yet"])]


def lifecycles() -> Iterator[tuple[str, str, Lifecycle]]:
    """(module, name, lifecycle) of every lifecycle in the rules, each once, where it is made."""
    seen: set[int] = set()
    for path in sorted((ROOT / "tkanka/rules").rglob("*.py")):
        if path.name == "__init__.py" or "tests" in path.parts:
            continue
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for name, value in vars(importlib.import_module(module)).items():
            if isinstance(value, Lifecycle) and id(value) not in seen:
                seen.add(id(value))
                yield module, name, value


def lifecycles_page() -> str:
    """docs/lifecycles.md"""
    lines = ["# Lifecycles", "", "Drawn by `python tools/charter_docs.py` from the tables in `tkanka/rules`."]
    for module, _name, lifecycle in lifecycles():
        states = type(lifecycle.start)
        about = (states.__doc__ or "").strip().splitlines()[0]
        lines += ["", f"## {states.__name__.removesuffix('State')}", "", f"`{module}`. {about}"]
        lines += ["", "```mermaid", lifecycle.drawing(), "```"]
    return "\n".join(lines) + "\n"


def pages() -> dict[Path, str]:
    """The papers and what they should say."""
    return {
        ROOT / "docs/charter.md": charter_page(proofs()),
        ROOT / "docs/lifecycles.md": lifecycles_page(),
    }


def main(arguments: list[str]) -> int:
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf8") != text]
    if arguments == ["--check"]:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale: run python tools/charter_docs.py")
        return bool(stale)
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
