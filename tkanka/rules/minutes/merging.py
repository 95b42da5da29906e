"""Two people write the same text at once: what becomes of it. Nothing that either wrote is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Lines `start` to `end` of the common text gave way to `lines`."""

    start: int
    end: int
    lines: Lines


@dataclass(frozen=True, slots=True)
class Merged:
    """One text of two, or None where both changed the same place: then whoever wrote second chooses."""

    text: str | None


def merged(base: str, mine: str, theirs: str) -> Merged:
    """Both changes made to one text, line by line, where they do not touch.

    Changes touch when they change the same line, or neighbouring ones, or put lines in at the same place. The same
    change made twice is made once.
    """
    if mine == theirs or theirs == base:
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    common = _lines(base)
    own, other = set(_changes(common, _lines(mine))), set(_changes(common, _lines(theirs)))
    changes = sorted(own | other, key=lambda change: (change.start, change.end))
    if any(_touch(a, b) for a, b in pairwise(changes)):
        return Merged(None)
    return Merged("\n".join(_applied(common, changes)))


def _lines(text: str) -> Lines:
    return tuple(text.split("\n"))


def _changes(before: Lines, after: Lines) -> Iterator[Change]:
    for tag, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change(start, end, after[first:last])


def _touch(a: Change, b: Change) -> bool:
    """Whether no untouched line lies between two changes, the earlier first."""
    return b.start <= a.end


def _applied(common: Lines, changes: list[Change]) -> Iterator[str]:
    at = 0
    for change in changes:
        yield from common[at : change.start]
        yield from change.lines
        at = change.end
    yield from common[at:]
