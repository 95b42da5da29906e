"""What a count says: rounds, who was elected, and whom a bound displaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from .bounds import Bound


class Event(StrEnum):
    """What happened to a candidate in a round."""

    ELECTED = "elected"
    REMAINED = "remained"
    EXCLUDED = "excluded"
    PASSED_OVER = "passed_over"
    GUARDED = "guarded"


SEATED = frozenset({Event.ELECTED, Event.REMAINED})


@dataclass(frozen=True, slots=True)
class Happened:
    """An event, and the bounds that asked for it, where bounds did."""

    event: Event
    candidate: int
    bounds: tuple[Bound, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """The votes as the round began, as whole numbers of one `unit`th, and what happened in it."""

    number: int
    votes: Mapping[int, int]
    exhausted: int
    unit: int
    events: tuple[Happened, ...]

    def share(self, candidate: int) -> Fraction:
        return Fraction(self.votes[candidate], self.unit)

    @property
    def spent(self) -> Fraction:
        """Votes that name nobody who can still be elected."""
        return Fraction(self.exhausted, self.unit)


@dataclass(frozen=True, slots=True)
class Displaced:
    """Somebody who would have been elected but for these bounds."""

    candidate: int
    bounds: tuple[Bound, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A finished count. `quota` is None where the most votes decide; `exact` is False where fractions were cut."""

    elected: tuple[int, ...]
    rounds: tuple[Round, ...]
    valid: int
    empty: int = 0
    quota: int | None = None
    exact: bool = True
    displaced: tuple[Displaced, ...] = field(default=())


class CannotFill(ValueError):
    """The seats cannot be filled within the bounds; `bounds` cannot be kept together, without any: too few stand."""

    def __init__(self, bounds: tuple[Bound, ...]) -> None:
        self.bounds = bounds
        super().__init__(", ".join(f"{b.attribute}={b.value}" for b in bounds) or "fewer candidates than seats")


def displaced(
    rounds: Iterable[Round], elected: Iterable[int], without_bounds: Iterable[int], quota: int | None = None
) -> tuple[Displaced, ...]:
    """Those whom a bound kept from a seat, in the order in which they lost it: whoever had the quota and was passed
    over, and whoever would have been elected had there been no bounds."""
    would, found = set(without_bounds) - set(elected), []
    latest: tuple[Bound, ...] = ()
    for one in rounds:
        latest = next((e.bounds for e in one.events if e.event is Event.GUARDED), latest)
        for happened in one.events:
            who = happened.candidate
            passed = happened.event is Event.PASSED_OVER
            latest = happened.bounds if passed else latest
            had = passed and quota is not None and one.votes[who] >= quota * one.unit
            if had or (who in would and (passed or happened.event is Event.EXCLUDED)):
                found.append(Displaced(who, happened.bounds or latest))
    return tuple(found)
