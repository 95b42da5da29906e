"""Bounds on who is elected: at least so many of a kind, at most so many; and whether they can be kept at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

MOST_STEPS = 1_000_000


class TooEntangled(Exception):
    """Bounds so interwoven that no answer is found in reasonable time."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Of those elected, at least `least` and at most `most` have this value of an attribute; without a value, at most
    `most` have any one value, whichever it is."""

    attribute: str
    value: str = ""
    least: int = 0
    most: int | None = None


class Field:
    """Candidates by number, with what the bounds ask about, and the seats to be filled.

    `within` are, for each candidate, the values that bounds speak of; `rules` what each bound says of which value.
    """

    def __init__(self, candidates: Sequence[Mapping[str, str]], bounds: Iterable[Bound], seats: int) -> None:
        self.seats = seats
        self.candidates = candidates
        self.bounds = tuple(bounds)
        self.rules = [(n, rule) for n, bound in enumerate(self.bounds) for rule in self._by_value(bound)]
        self.values = list(dict.fromkeys((rule.attribute, rule.value) for _, rule in self.rules))
        self.about = [self.values.index((rule.attribute, rule.value)) for _, rule in self.rules]
        self.within = [
            tuple(v for v, (attribute, value) in enumerate(self.values) if facts.get(attribute) == value)
            for facts in candidates
        ]

    def __bool__(self) -> bool:
        return bool(self.bounds)

    def _by_value(self, bound: Bound) -> Iterable[Bound]:
        if bound.value:
            return (bound,)
        values = dict.fromkeys(c[bound.attribute] for c in self.candidates if c.get(bound.attribute))
        return (replace(bound, value=value) for value in values)

    def complete(self, chosen: Collection[int], hopeful: Iterable[int]) -> frozenset[int] | None:
        """All seats filled with the chosen and some of the hopeful so that every bound is kept; None if nobody can."""
        return self._search(chosen, hopeful, range(len(self.bounds)))

    def contradiction(self, chosen: Collection[int], hopeful: Collection[int]) -> tuple[Bound, ...]:
        """Bounds that cannot be kept together, none of which could be spared; empty where the seats are too many."""
        kept = list(range(len(self.bounds)))
        for spared in range(len(self.bounds)):
            without = [n for n in kept if n != spared]
            if self._search(chosen, hopeful, without) is None:
                kept = without
        return tuple(self.bounds[n] for n in kept)

    def exceeded_by(self, chosen: Iterable[int], candidate: int) -> tuple[Bound, ...]:
        """A maximum that is full already and would hold one more."""
        taken, own = Counter(self._values_of(chosen)), self.within[candidate]
        said = zip(self.rules, self.about, strict=True)
        full = [rule for (_, rule), about in said if about in own and rule.most == taken[about]]
        return tuple(full[:1])

    def _search(self, chosen: Collection[int], hopeful: Iterable[int], used: Collection[int]) -> frozenset[int] | None:
        need, open_ones = self.seats - len(chosen), sorted(hopeful)
        if need < 0 or need > len(open_ones):
            return None
        found = self._left_by(chosen, open_ones, need, used)
        if found is None:
            return None
        room, lack = found
        groups: dict[tuple[int, ...], list[int]] = {}
        for one in open_ones:
            groups.setdefault(tuple(v for v in self.within[one] if v in room), []).append(one)
        at = {v: place for place, v in enumerate(room)}
        picked = _Search(
            [(tuple(at[v] for v in key), len(members)) for key, members in groups.items()],
            list(room.values()), list(lack.values()), [self.values[v][0] for v in room],
        ).answer(need)  # fmt: skip
        if picked is None:
            return None
        new = (one for members, k in zip(groups.values(), picked, strict=True) for one in members[:k])
        return frozenset([*chosen, *new])

    def _left_by(
        self, chosen: Iterable[int], hopeful: Iterable[int], need: int, used: Collection[int]
    ) -> tuple[dict[int, int], dict[int, int]] | None:
        """How many more of each value there may be and must be, where that matters; None where it cannot be."""
        taken, available = Counter(self._values_of(chosen)), Counter(self._values_of(hopeful))
        room: dict[int, int] = {}
        lack: dict[int, int] = {}
        for (of, rule), about in zip(self.rules, self.about, strict=True):
            if of not in used:
                continue
            more = rule.least - taken[about]
            left = need if rule.most is None else rule.most - taken[about]
            if left < 0 or more > available[about]:
                return None
            if more > 0 or left < min(need, available[about]):
                room[about] = min(left, room.get(about, left))
                lack[about] = max(more, 0, lack.get(about, 0))
        return room, lack

    def _values_of(self, some: Iterable[int]) -> Iterable[int]:
        return (v for one in some for v in self.within[one])


class _Search:
    """How many to take of each group of like candidates: depth first, no dead end twice."""

    def __init__(
        self, groups: list[tuple[tuple[int, ...], int]], room: list[int], lack: list[int], attributes: list[str]
    ) -> None:
        self.order = sorted(range(len(groups)), key=lambda g: -sum(lack[n] > 0 for n in groups[g][0]))
        self.groups = [groups[g] for g in self.order]
        self.room, self.lack = room, lack
        self.of_attribute = [
            [n for n, name in enumerate(attributes) if name == attribute] for attribute in dict.fromkeys(attributes)
        ]
        self.behind, self.left = [0], [[0] * len(room)]
        for key, size in reversed(self.groups):
            self.behind.insert(0, self.behind[0] + size)
            self.left.insert(0, [left + size * (n in key) for n, left in enumerate(self.left[0])])
        self.dead: set[tuple[int, ...]] = set()
        self.steps = 0

    def answer(self, need: int) -> list[int] | None:
        taken = [0] * len(self.groups)
        try:
            if not self._fill(0, need, taken):
                return None
        except RecursionError:
            raise TooEntangled from None
        found = [0] * len(taken)
        for at, group in enumerate(self.order):
            found[group] = taken[at]
        return found

    def _hopeless(self, at: int, need: int) -> bool:
        if self.behind[at] < need:
            return True
        if any(lack > left for lack, left in zip(self.lack, self.left[at], strict=True)):
            return True
        return any(sum(self.lack[n] for n in group if self.lack[n] > 0) > need for group in self.of_attribute)

    def _fill(self, at: int, need: int, taken: list[int]) -> bool:
        if self._hopeless(at, need):
            return False
        if not need:
            return True
        state = (at, need, *self.room, *(max(0, lack) for lack in self.lack))
        if state in self.dead:
            return False
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise TooEntangled
        key, size = self.groups[at]
        for k in range(min(size, need, *(self.room[n] for n in key)), -1, -1):
            self._move(key, k)
            taken[at] = k
            if self._fill(at + 1, need - k, taken):
                return True
            self._move(key, -k)
        taken[at] = 0
        self.dead.add(state)
        return False

    def _move(self, key: Iterable[int], k: int) -> None:
        for n in key:
            self.room[n] -= k
            self.lack[n] -= k
