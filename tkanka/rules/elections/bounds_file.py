"""What is said of candidates, and the bounds on them, in a TOML file beside the ballots."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .bounds import Bound

KNOWN = frozenset({"attribute", "value", "min", "max", "max_each"})


class BadBounds(ValueError):
    """A file of bounds that cannot be used; `code` and `facts` say why, `number` which of its bounds it is about."""

    def __init__(self, code: str, number: int = 0, **facts: object) -> None:
        self.code, self.number, self.facts = code, number, facts
        super().__init__(f"{number or ''} {code} {facts or ''}".strip())


def read_bounds(text: str, names: Sequence[str]) -> tuple[list[Mapping[str, str]], list[Bound]]:
    """What is said of each candidate, in the order of `names`, and the bounds."""
    try:
        raw = tomllib.loads(text.lstrip("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise BadBounds("bounds.no_toml", error=str(error)) from error
    unknown = sorted(set(raw) - {"candidates", "bound"})
    said, given = raw.get("candidates", {}), raw.get("bound", [])
    if unknown or not isinstance(said, dict) or not isinstance(given, list):
        raise BadBounds("bounds.unknown_word", word=", ".join(unknown) or "candidates, bound")
    for name in said:
        if name not in names:
            raise BadBounds("bounds.unknown_candidate", name=name)
    facts = [_facts(name, said.get(name, {})) for name in names]
    known = {(attribute, value) for one in facts for attribute, value in one.items()}
    return facts, [_bound(number, one, known) for number, one in enumerate(given, 1)]


def _facts(name: str, said: Any) -> Mapping[str, str]:
    if not isinstance(said, dict) or any(isinstance(v, dict | list | float) for v in said.values()):
        raise BadBounds("bounds.no_text", name=name)
    return {attribute: str(value) for attribute, value in said.items()}


def _bound(number: int, one: Any, known: set[tuple[str, str]]) -> Bound:
    if not isinstance(one, dict) or (set(one) - KNOWN):
        raise BadBounds("bounds.unknown_word", number, word=", ".join(sorted(set(one) - KNOWN)) or "bound")
    attribute, value = one.get("attribute"), one.get("value")
    if not isinstance(attribute, str) or attribute not in {a for a, _ in known}:
        raise BadBounds("bounds.unknown_attribute", number, attribute=attribute or "")
    least, most, every = (_figure(number, one, name) for name in ("min", "max", "max_each"))
    if every is not None:
        if value is not None or least is not None or most is not None or every < 1:
            raise BadBounds("bounds.each_alone", number)
        return Bound(attribute, most=every)
    if value is None or (least is None and most is None):
        raise BadBounds("bounds.says_nothing", number)
    if most is not None and (least or 0) > most:
        raise BadBounds("bounds.min_above_max", number, min=least, max=most)
    if (attribute, str(value)) not in known and least:
        raise BadBounds("bounds.unknown_value", number, attribute=attribute, value=value)
    return Bound(attribute, str(value), least or 0, most)


def _figure(number: int, one: Mapping[str, Any], name: str) -> int | None:
    figure = one.get(name)
    if figure is None:
        return None
    if not isinstance(figure, int) or isinstance(figure, bool) or figure < 0:
        raise BadBounds("bounds.no_figure", number, name=name)
    return figure


def named(bound: Bound) -> str:
    """A bound in the words of the file."""
    if not bound.value:
        return f"{bound.attribute}: max_each {bound.most}"
    figures = [f"min {bound.least}"] if bound.least else []
    figures += [f"max {bound.most}"] if bound.most is not None else []
    return f"{bound.attribute} = {bound.value}: {', '.join(figures)}"


def write_bounds(names: Sequence[str], facts: Sequence[Mapping[str, str]], bounds: Iterable[Bound]) -> str:
    """The file that `read_bounds` reads to the same."""
    lines = []
    for name, said in zip(names, facts, strict=True):
        lines += [f"[candidates.{_quoted(name)}]", *(f"{key} = {_quoted(value)}" for key, value in said.items()), ""]
    for bound in bounds:
        figures = {"value": bound.value, "min": bound.least, "max": bound.most} if bound.value else {}
        figures |= {} if bound.value else {"max_each": bound.most}
        lines += ["[[bound]]", f"attribute = {_quoted(bound.attribute)}"]
        lines += [f"{key} = {_quoted(one) if isinstance(one, str) else one}" for key, one in figures.items()
                  if one is not None] + [""]  # fmt: skip
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
