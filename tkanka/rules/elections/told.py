"""A count in plain words and figures, as a file or a page hands it on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from .bounds import Bound
from .bounds_file import named
from .counted import SEATED, Count, Round

PLACES = 6


def shown(number: Fraction) -> str:
    """A number of votes to six decimals, the rest rounded half to even; whole numbers as such."""
    if number.denominator == 1:
        return str(number.numerator)
    whole, part = divmod(round(number * 10**PLACES), 10**PLACES)
    return f"{whole}.{part:0{PLACES}d}".rstrip("0").rstrip(".")


def told(count: Count, names: Sequence[str]) -> dict[str, Any]:
    """Everything a count says, with names for numbers."""
    return {
        "elected": [names[one] for one in count.elected],
        "rounds": [_round(one, names) for one in count.rounds],
        "displaced": [
            {"name": names[one.candidate], "bound": "; ".join(map(named, one.bounds))} for one in count.displaced
        ],
        "quota": count.quota,
        "valid": count.valid,
        "empty": count.empty,
        "exact": count.exact,
    }


def kept(count: Count) -> dict[str, Any]:
    """The same to be stored: candidates by number, bounds by their figures."""
    return {
        "elected": list(count.elected),
        "rounds": [
            {
                "votes": {str(candidate): shown(one.share(candidate)) for candidate in one.votes},
                "exhausted": shown(one.spent),
                "events": [[str(e.event), e.candidate, _figures(e.bounds)] for e in one.events],
            }
            for one in count.rounds
        ],
        "displaced": [[one.candidate, _figures(one.bounds)] for one in count.displaced],
        "quota": count.quota,
        "valid": count.valid,
        "empty": count.empty,
        "exact": count.exact,
    }


def _figures(bounds: Iterable[Bound]) -> list[dict[str, Any]]:
    return [asdict(bound) for bound in bounds]


def _round(one: Round, names: Sequence[str]) -> dict[str, Any]:
    return {
        "round": one.number,
        "votes": {names[candidate]: shown(one.share(candidate)) for candidate in one.votes},
        "exhausted": shown(one.spent),
        "elected": [names[e.candidate] for e in one.events if e.event in SEATED],
        "events": [
            {"event": str(e.event), "name": names[e.candidate]}
            | ({"bound": "; ".join(map(named, e.bounds))} if e.bounds else {})
            for e in one.events
        ],
    }
