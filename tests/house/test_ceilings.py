"""What keeps the rooms small and alike, so that a newcomer who knows one knows all."""

import ast
import re

import pytest

from .sources import TKANKA, functions, kind, names, of, rooms, sources, templates, text, tree

LINES_OF_FILE, LINES_OF_FUNCTION, LINES_OF_TEMPLATE = 300, 40, 150
BANNED = {"utils", "helpers", "common", "core", "misc", "base", "services", "managers", "signals"}
# These three carry the others: the ledger is `entry`, and a letter or an index row is written inside somebody's action.
CARRIERS = {"ledger", "notices", "search"}
# Adapters are the pages of the sign-in library.
CLOCK_READERS = {"views", "adapters", "templatetags", "jobs", "doors", "management", "work"}


@pytest.mark.parametrize("path", of(sources()))
def test_a_file_and_its_functions_stay_small(path):
    longest = max(((f.end_lineno - f.lineno + 1, f.name) for f in functions(path)), default=(0, ""))
    assert text(path).count("\n") <= LINES_OF_FILE, "split it by noun"
    assert longest[0] <= LINES_OF_FUNCTION, f"{longest[1]} has {longest[0]} lines"


@pytest.mark.parametrize("path", of(templates()))
def test_a_template_stays_small(path):
    assert text(path).count("\n") <= LINES_OF_TEMPLATE


@pytest.mark.parametrize("path", of(sources()))
def test_a_file_is_named_for_what_it_holds(path):
    inside = path.relative_to(TKANKA).with_suffix("").parts
    assert not BANNED & set(inside), "name it by its noun"


def is_public(path, function):
    """What a room offers as an action: of a package, what its `__init__` passes on, and whatever acts `by`."""
    if function.name.startswith("_"):
        return False
    if path.name == "actions.py":
        return True
    passed_on = {a.asname or a.name for n in ast.walk(tree(path.parent / "__init__.py"))
                 if isinstance(n, ast.ImportFrom) for a in n.names}  # fmt: skip
    return function.name in passed_on or "by" in {a.arg for a in function.args.kwonlyargs}


def actions():
    return [
        pytest.param(node, id=f"{path.relative_to(TKANKA).parts[1]}.{node.name}")
        for path in sources("actions")
        if path.relative_to(TKANKA).parts[1] not in CARRIERS
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and is_public(path, node)
    ]


def is_entry(node):
    return isinstance(node, ast.With) and "entry" in set(names(node.items[0].context_expr))


@pytest.mark.parametrize("action", actions())
def test_every_action_is_one_entry_in_the_ledger(action):
    entries = [n for n in ast.walk(action) if is_entry(n)]
    assert len(entries) == 1
    assert entries[0] in action.body, "the entry is the whole action, not a branch of it"


@pytest.mark.parametrize("action", actions())
def test_every_action_says_who_and_when_and_takes_names_only(action):
    assert not action.args.args
    assert not action.args.posonlyargs
    assert {"by", "at"} <= {a.arg for a in action.args.kwonlyargs}


@pytest.mark.parametrize("path", of(sources("views", "urls", "forms", "jobs")))
def test_pages_forms_and_jobs_do_not_touch_tables(path):
    assert not {"objects", "_default_manager", "_base_manager"} & set(names(tree(path))), "ask a query"


def looks_at_clock(node):
    """`timezone.now()`, `date.today()`, `localdate()` … — a call that answers differently tomorrow."""
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return called in {"now", "today", "utcnow"} or (called in {"localdate", "localtime"} and not node.args)


@pytest.mark.parametrize("path", of(p for p in sources() if kind(p) not in CLOCK_READERS))
def test_only_pages_jobs_and_commands_look_at_the_clock(path):
    assert not [n.lineno for n in ast.walk(tree(path)) if looks_at_clock(n)], "take `at` as an argument"


@pytest.mark.parametrize("path", of(sources()))
def test_nothing_is_hidden(path):
    used = set(names(tree(path)))
    assert "is_superuser" not in used, "rules bind the powerful too"
    assert not {"receiver", "post_save", "pre_save", "post_delete", "m2m_changed"} & used, "no signals: call it"
    if kind(path) != "management":
        assert "print" not in used


@pytest.mark.parametrize("room", of(rooms()))
def test_a_room_with_texts_speaks_polish_english_and_ukrainian(room):
    texts = [p for p in [*room.rglob("*.py"), *room.rglob("*.html"), *room.rglob("*.txt")] if "tests" not in p.parts]
    if not any(re.search(r"gettext|\{% (blocktranslate|translate)", text(p)) for p in texts):
        return
    spoken = {p.parents[1].name for p in room.glob("locale/*/LC_MESSAGES/django.po")}
    assert {"pl", "en", "uk"} <= spoken


@pytest.mark.parametrize("room", of(rooms()))
def test_tests_of_a_room_can_be_imported(room):
    if any(room.glob("tests/*.py")):
        assert (room / "tests" / "__init__.py").exists()
