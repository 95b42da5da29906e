"""What changed between two versions: paragraphs paired by what they are, and inside them word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .models import Paragraph

WORD = re.compile(r"\s+|[^\W_]+|[\W_]", re.UNICODE)
MOST_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stayed, came (`new`) or went (`old`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph: changed, `added` or `dropped`; `after` says who changed it and why."""

    kind: str
    before: Paragraph | None
    after: Paragraph | None
    parts: list[Part]

    @property
    def unit(self) -> str:
        found = self.after or self.before
        return found.unit if found else ""


def compared(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[Change]:
    """Every paragraph that is not the same in both, in the order of the later version, dropped ones where they were."""
    old = {one.stable: one for one in before}
    kept = {one.stable for one in after}
    dropped = [Change("dropped", one, None, [Part("old", one.text)]) for one in before if one.stable not in kept]
    found: list[tuple[int, int, Change]] = [(c.before.place, 0, c) for c in dropped if c.before]
    for one in after:
        was = old.get(one.stable)
        if was is None:
            found.append((one.place, 1, Change("added", None, one, [Part("new", one.text)])))
        elif (was.text, was.label) != (one.text, one.label):
            found.append((one.place, 1, Change("changed", was, one, list(words(whole(was), whole(one))))))
    return [change for _place, _order, change in sorted(found, key=lambda row: row[:2])]


def whole(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}".strip()


def words(before: str, after: str) -> Iterator[Part]:
    """What became of the words; in a very long paragraph all of it goes and comes."""
    a, b = WORD.findall(before), WORD.findall(after)
    if len(a) + len(b) > MOST_WORDS:
        yield from (Part("old", before), Part("new", after))
        return
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Part("", "".join(a[i:j]))
            continue
        if j > i:
            yield Part("old", "".join(a[i:j]))
        if m > k:
            yield Part("new", "".join(b[k:m]))
