"""Reading a rulebook from TOML. What cannot be placed is refused, with the place."""

from __future__ import annotations

import tomllib
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, get_args, get_type_hints

from ..terms import Term
from .book import Rulebook
from .deciding import Exclusion

TWO_LEVELS = frozenset({"meetings", "decisions"})
HEAD = {"title": str, "in_force_from": date, "binding": bool, "defaults": str}
EXCLUSION_KINDS = ("no_vote", "no_deciding_role", "replaced")
WORDS = {bool: "true or false", int: "a whole number, not below nought", str: "a text", date: "a day"}


class BadRulebook(ValueError):
    """The text does not describe a rulebook; the message says where."""


@lru_cache(maxsize=64)
def read_rulebook(text: str) -> Rulebook:
    """Parse a rulebook; the same text is parsed once. Raises BadRulebook for whatever it cannot place."""
    raw = _parsed(text)
    head = _read_head(raw.pop("book", None))
    chapters = {name: _read_chapter(name, body) for name, body in raw.items()}
    return Rulebook(**head, **chapters)


def _parsed(text: str) -> dict[str, Any]:
    """TOML, or BadRulebook: also for numbers too long and lists too deep to be read, and for halves of characters."""
    try:
        text.encode("utf8")
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRulebook(f"not TOML: {error}") from error


def _read_head(head: Any) -> dict[str, Any]:
    if not isinstance(head, dict):
        raise BadRulebook("[book] is missing")
    _refuse_unknown("[book]", head, HEAD)
    for name in ("title", "in_force_from"):
        if name not in head:
            raise BadRulebook(f"[book] has no {name}")
    for name, value in head.items():
        _must_be(HEAD[name], value, f"book.{name}")
    return head


def _read_chapter(name: str, body: Any) -> Any:
    chapters = _hints(Rulebook)
    if name not in chapters or name in HEAD:
        raise BadRulebook(f"[{name}] is no chapter")
    kind = chapters[name]
    _must_be_table(body, name)
    if name in TWO_LEVELS:
        return _read_kinds(name, kind, body)
    return _read_terms(name, kind, body)


def _read_kinds(name: str, chapter: Any, body: dict[str, Any]) -> Any:
    kinds = _hints(chapter)
    _refuse_unknown(f"[{name}]", body, kinds)
    for kind, terms in body.items():
        _must_be_table(terms, f"{name}.{kind}")
    return chapter(**{kind: _read_terms(f"{name}.{kind}", kinds[kind], terms) for kind, terms in body.items()})


def _read_terms(path: str, chapter: Any, body: dict[str, Any]) -> Any:
    known = _hints(chapter)
    _refuse_unknown(f"[{path}]", body, known)
    return chapter(**{name: _read_term(f"{path}.{name}", known[name], term) for name, term in body.items()})


def _read_term(path: str, hint: Any, raw: Any) -> Term[Any]:
    _must_be_table(raw, path)
    _refuse_unknown(path, raw, ("value", "cite"))
    if "value" not in raw:
        raise BadRulebook(f"{path} has no value")
    cite = raw.get("cite", "")
    if not isinstance(cite, str) or not cite.strip():
        raise BadRulebook(f"{path} cites no paragraph")
    return Term(_value(path, _kind(hint), raw["value"]), cite)


def _kind(hint: Any) -> Any:
    """int from `Term[int] | None`, tuple[str, ...] from `Term[tuple[str, ...]] | None`."""
    (term,) = (part for part in get_args(hint) if part is not type(None))
    return get_args(term)[0]


def _value(path: str, kind: Any, raw: Any) -> Any:
    if members := get_args(kind):
        if not isinstance(raw, list) or not raw:
            raise BadRulebook(f"{path} must be a list that is not empty")
        return tuple(_value(f"{path}[{i}]", members[0], one) for i, one in enumerate(raw))
    if is_dataclass(kind):
        return _exclusion(path, raw)
    _must_be(kind, raw, path)
    return raw


def _exclusion(path: str, raw: Any) -> Exclusion:
    _must_be_table(raw, path)
    names = [f.name for f in fields(Exclusion)]
    _refuse_unknown(path, raw, names)
    for name in names:
        _must_be(str, raw.get(name), f"{path}.{name}")
    if raw["kind"] not in EXCLUSION_KINDS:
        raise BadRulebook(f"{path}.kind must be one of {', '.join(EXCLUSION_KINDS)}")
    return Exclusion(**raw)


def _must_be(kind: type, value: Any, path: str) -> None:
    right = isinstance(value, kind)
    if kind is int:
        right = right and not isinstance(value, bool) and value >= 0
    if kind is str:
        right = right and bool(value.strip())
    if kind is date:
        right = right and not isinstance(value, datetime)
    if not right:
        raise BadRulebook(f"{path} must be {WORDS[kind]}, not {value!r}")


def _must_be_table(value: Any, path: str) -> None:
    if not isinstance(value, dict):
        raise BadRulebook(f"{path} must be a table, not {value!r}")


def _refuse_unknown(where: str, found: Any, known: Any) -> None:
    if unknown := sorted(set(found) - set(known)):
        raise BadRulebook(f"{where} knows no {', '.join(unknown)}")


@lru_cache(maxsize=128)
def _hints(chapter: type) -> dict[str, Any]:
    return get_type_hints(chapter)
