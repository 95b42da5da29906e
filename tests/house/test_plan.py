"""The floor plan and the papers of the house."""

import configparser
import re

import pytest

from .sources import ROOT, TKANKA, committed, of, rooms, templates, text

WINGS = sorted(p.parent.name for p in TKANKA.glob("*/__init__.py"))
PLAN = configparser.ConfigParser(interpolation=None)
PLAN.read(ROOT / ".importlinter", "utf8")

# Spelled in pieces, so that this file does not name them either.
HOSTS = ["pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "npmjs" + r"\.org", "deb" + r"\.debian"]
PATHS = ["/work" + "/(main|shared|wt)", "/ro" + "ot/", "/ho" + "me/"]
UNWANTED = re.compile("|".join(HOSTS + PATHS))
INLINE = {
    "inline style": re.compile(r"<style\b|\sstyle\s*="),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.I),
    "event attribute": re.compile(r"<[^>]*\s(?:on[a-z]+|hx-on[^=\s]*)\s*=", re.I),
    "javascript: address": re.compile(r"javascript:", re.I),
    "something from outside": re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=[\"']?(?:https?:)?//"),
}


def floors(wing):
    """The rooms the plan knows in a wing, and those it says may be missing."""
    listed = re.findall(r"\(?\w+\)?", PLAN[f"importlinter:contract:{wing}"]["layers"])
    return {r.strip("()") for r in listed}, {r.strip("()") for r in listed if r.startswith("(")}


@pytest.mark.parametrize("wing", [w for w in WINGS if w != "rules"])
def test_every_room_has_its_place_in_the_plan_and_every_place_its_room(wing):
    assert f"importlinter:contract:{wing}" in PLAN, "take the # off its contract"
    listed, may_be_missing = floors(wing)
    built = {r.name for r in rooms() if r.parent.name == wing}
    assert built <= listed
    assert listed - may_be_missing == built, "parentheses are for rooms that are not built yet"


def test_every_wing_stands_on_the_plan():
    assert set(WINGS) <= set(re.findall(r"\w+", PLAN["importlinter:contract:wings"]["layers"]))


@pytest.mark.parametrize("path", of(p for p in templates() if "mail" not in p.parts))
def test_a_template_keeps_to_the_content_security_policy(path):
    without_comments = re.sub(r"\{#.*?#\}|\{% comment.*?endcomment %\}", "", text(path), flags=re.S)
    assert not [name for name, found in INLINE.items() if found.search(without_comments)]


def test_no_file_names_a_registry_or_a_path_of_one_machine():
    found = []
    for path in committed():
        try:
            content = path.read_text("utf8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in UNWANTED.finditer(content)]
    assert not found


def test_locks_have_hashes_and_no_addresses():
    for name in ("requirements.lock", "dev.lock"):
        lock = (ROOT / name).read_text("utf8")
        pinned = re.findall(r"^[\w.\-\[\]]+==.*?(?=^\w|\Z)", lock, re.M | re.S)
        assert pinned
        assert not [p.splitlines()[0] for p in pinned if "--hash=sha256:" not in p]
        assert "://" not in lock
    node = (ROOT / "package-lock.json").read_text("utf8")
    assert '"integrity"' in node
    assert "://" not in node


def test_decisions_are_numbered_and_named_by_what_was_decided():
    names = sorted(p.name for p in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [n for n in names if not re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", n)] == []
    assert [int(n[:4]) for n in names] == list(range(1, len(names) + 1))


def test_no_translation_is_a_guess():
    assert not [str(p) for p in TKANKA.rglob("*.po") if re.search(r"^#,.*\bfuzzy\b", text(p), re.M)]
