"""Whatever a rule can say, a reader can read: every ground and every state has its words."""

import ast
import importlib

import pytest
from django.utils.translation import override

from tkanka.ground.kit import wording
from tkanka.rules.lifecycle import Lifecycle
from tkanka.rules.ruling import Ground

from .sources import ROOT, TKANKA, of, sources, text, tree

RULES = [p for p in sources() if p.is_relative_to(TKANKA / "rules")]
RULING = [p for p in sources() if p in RULES or "rules.ruling import" in text(p)]


def checks(path):
    return [n for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "check"]


def codes():
    return sorted({call.args[1].value for path in RULING for call in checks(path)})


def lifecycles():
    for path in RULES:
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for name, value in vars(module).items():
            if isinstance(value, Lifecycle):
                yield pytest.param(value, id=f"{path.stem}.{name}")


@pytest.mark.parametrize("path", of(RULING))
def test_a_rule_names_its_ground_in_so_many_letters(path):
    for call in checks(path):
        code = call.args[1]
        assert isinstance(code, ast.Constant) and isinstance(code.value, str), f"line {call.lineno}"


@pytest.mark.parametrize("code", codes())
def test_every_ground_has_a_wording(code):
    assert code in wording.WORDING, "word it in tkanka/ground/kit/wording"


def test_a_ground_is_worded_in_one_place():
    worded = [code for chapter in wording.CHAPTERS for code in chapter.WORDING]
    assert sorted(worded) == sorted(set(worded))


def test_no_wording_is_left_behind():
    assert set(wording.WORDING) <= set(codes())


@pytest.mark.parametrize("lifecycle", list(lifecycles()))
def test_every_state_has_a_name(lifecycle):
    named = wording.STATES.get(type(lifecycle.start).__name__, {})
    assert set(lifecycle.states) == set(named)


@pytest.mark.parametrize("language", ["en", "uk"])
def test_grounds_and_states_are_translated(language):
    words = [said for one in wording.WORDING.values() for said in one if said]
    words += [said for group in (*wording.STATES.values(), *wording.NAMES.values()) for said in group.values()]
    with override("pl"):
        polish = [str(said) for said in words]
    with override(language):
        same = {a for a, b in zip(polish, words, strict=True) if a == str(b)}
    assert same <= {"partner", "e-mail", "NIP", "REGON"}


def test_a_ground_nobody_worded_is_shown_as_its_code():
    assert wording.sentence(Ground("from_older_days")) == "from_older_days"
