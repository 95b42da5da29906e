"""Ballots in a file: the format BLT, as elections publish them and anybody counts them again.

The first line gives the numbers of candidates and of seats, then come those who withdrew as negative numbers, then the
ballots (how many alike, the candidates from the first preference on, a zero), a line with a zero alone, the names and
the title. Whatever is not as it should be is refused with the number of its line: nothing is counted by half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

QUOTED = re.compile(r'"([^"]*)"')
NUMBER = re.compile(r"-?[0-9]{1,9}")
MOST_CANDIDATES = 10_000


class BadBlt(ValueError):
    """A file that cannot be counted; `code` and `facts` say why, `line` where."""

    def __init__(self, line: int, code: str, **facts: object) -> None:
        self.line, self.code, self.facts = line, code, facts
        super().__init__(f"{line}: {code} {facts or ''}".strip())


@dataclass(frozen=True, slots=True)
class Blt:
    """An election as its file tells it; candidates are numbered from 0 in the order of the file."""

    names: tuple[str, ...]
    seats: int
    ballots: Mapping[tuple[int, ...], int]
    title: str = ""
    withdrawn: frozenset[int] = field(default_factory=frozenset)


def read_blt(text: str) -> Blt:
    """Read a file, strictly. Raises BadBlt at the first line that is not as it should be."""
    lines = _Lines(text)
    candidates, seats = _header(*lines.next("blt.no_header"))
    withdrawn = _withdrawn(lines, candidates)
    if seats > candidates - len(withdrawn):
        raise BadBlt(lines.last, "blt.fewer_candidates", seats=seats, candidates=candidates - len(withdrawn))
    ballots = _ballots(lines, candidates)
    names = tuple(_names(lines, candidates))
    title = _text(*lines.next("")) if lines else ""
    if lines:
        raise BadBlt(lines.next("")[0], "blt.goes_on")
    return Blt(names, seats, ballots, title, withdrawn)


def write_blt(blt: Blt, remarks: Sequence[str] = ()) -> str:
    """The file that `read_blt` reads to the same election. Equal ballots stand on one line, and lines in an order of
    their own, so that nothing shows in what order they were cast."""
    withdrawn = [" ".join(str(-1 - one) for one in sorted(blt.withdrawn))] if blt.withdrawn else []
    ballots = sorted(blt.ballots.items())
    return "\n".join([
        *(f"# {remark}" for remark in remarks),
        f"{len(blt.names)} {blt.seats}",
        *withdrawn,
        *(" ".join(map(str, [weight, *(one + 1 for one in ranking), 0])) for ranking, weight in ballots),
        "0",
        *(f'"{_unquoted(name)}"' for name in blt.names),
        f'"{_unquoted(blt.title)}"',
        "",
    ])  # fmt: skip


class _Lines:
    """The lines that say something, with their numbers; `last` is the one read last."""

    def __init__(self, text: str) -> None:
        told = ((number, _without_remark(line)) for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1))
        self._told = [(number, line) for number, line in told if line]
        self._at = 0
        self.last = 1

    def __bool__(self) -> bool:
        return self._at < len(self._told)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        while self:
            yield self.next("")

    def peek(self) -> str:
        return self._told[self._at][1] if self else ""

    def next(self, code: str) -> tuple[int, str]:
        if not self:
            raise BadBlt(self.last, code)
        self._at += 1
        self.last = self._told[self._at - 1][0]
        return self._told[self._at - 1]


def _without_remark(line: str) -> str:
    if "#" not in line:
        return line.strip()
    quoted = False
    for at, sign in enumerate(line):
        quoted ^= sign == '"'
        if sign == "#" and not quoted:
            return line[:at].strip()
    return line.strip()


def _header(number: int, line: str) -> tuple[int, int]:
    words = line.split()
    if len(words) != 2 or not all(map(NUMBER.fullmatch, words)):
        raise BadBlt(number, "blt.no_header")
    candidates, seats = map(int, words)
    if not 0 < candidates <= MOST_CANDIDATES or seats < 1:
        raise BadBlt(number, "blt.no_header")
    if candidates < seats:
        raise BadBlt(number, "blt.fewer_candidates", seats=seats, candidates=candidates)
    return candidates, seats


def _withdrawn(lines: _Lines, candidates: int) -> frozenset[int]:
    found: set[int] = set()
    while lines.peek().startswith("-"):
        number, line = lines.next("")
        for word in line.split():
            if not NUMBER.fullmatch(word) or int(word) >= 0:
                raise BadBlt(number, "blt.no_number", word=word[:40])
            if -int(word) > candidates:
                raise BadBlt(number, "blt.unknown_candidate", candidate=-int(word), candidates=candidates)
            found.add(-int(word) - 1)
    return frozenset(found)


def _ballots(lines: _Lines, candidates: int) -> dict[tuple[int, ...], int]:
    found: dict[tuple[int, ...], int] = {}
    for number, line in lines:
        if line == "0":
            return found
        if line.startswith('"'):
            raise BadBlt(number, "blt.no_end")
        weight, ranking = _ballot(number, line, candidates)
        found[ranking] = found.get(ranking, 0) + weight
    raise BadBlt(lines.last, "blt.no_end")


def _ballot(number: int, line: str, candidates: int) -> tuple[int, tuple[int, ...]]:
    words = line.split()
    try:
        if not line.isascii() or "_" in line or "+" in line:
            raise ValueError
        weight, *ranked = map(int, words)
    except ValueError:
        raise _what_is_wrong(number, words) from None
    if weight < 1:
        raise BadBlt(number, "blt.no_weight", word=words[0][:40])
    if not ranked or ranked[-1] != 0:
        raise BadBlt(number, "blt.ballot_without_end")
    ranking = tuple([one - 1 for one in ranked[:-1]])
    if len(set(ranking)) != len(ranking) or (ranking and not (min(ranking) >= 0 and max(ranking) < candidates)):
        raise _which_is_wrong(number, ranked[:-1], candidates)
    return weight, ranking


def _what_is_wrong(number: int, words: Sequence[str]) -> BadBlt:
    """A word that is no number: equal or left-out preferences are known to other programs, here they are not."""
    wrong = next((w for w in words if not NUMBER.fullmatch(w)), words[0])
    if "=" in wrong:
        return BadBlt(number, "blt.equal_ranks", word=wrong[:40])
    if wrong == "-":
        return BadBlt(number, "blt.left_out")
    return BadBlt(number, "blt.no_number", word=wrong[:40])


def _which_is_wrong(number: int, ranked: Sequence[int], candidates: int) -> BadBlt:
    for one in ranked:
        if one == 0:
            return BadBlt(number, "blt.zero_within")
        if not 0 < one <= candidates:
            return BadBlt(number, "blt.unknown_candidate", candidate=one, candidates=candidates)
    twice = next(one for at, one in enumerate(ranked) if one in ranked[:at])
    return BadBlt(number, "blt.ranked_twice", candidate=twice)


def _names(lines: _Lines, candidates: int) -> Iterable[str]:
    seen: dict[str, int] = {}
    for given in range(candidates):
        if not lines:
            raise BadBlt(lines.last, "blt.names_missing", candidates=candidates, names=given)
        number, line = lines.next("")
        name = _text(number, line)
        if not name or name in seen:
            raise BadBlt(number, "blt.name_twice" if name else "blt.name_empty", name=name, first=seen.get(name))
        seen[name] = number
        yield name


def _text(number: int, line: str) -> str:
    found = QUOTED.fullmatch(line)
    if not found:
        raise BadBlt(number, "blt.not_quoted", word=line[:40])
    return found[1].strip()


def _unquoted(text: str) -> str:
    return " ".join(text.replace('"', "”").split())
