"""BM25 over what an engine found, reckoned here so that both databases give the same order.

Two departures from the book: the length a text is measured against is a constant, so that a thing's score does not
change when another is written; and rarity is counted among what this visitor may see, so that nothing hidden shows in
the order.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import log
from typing import Any, NamedTuple

from .analysis import WEIGHT_SIGNS
from .engine import Group, Signs
from .questions import Question

SATURATION = 1.2
LENGTH_MATTERS = 0.5
USUAL_LENGTH = 60
SYNONYM = 0.7
PARTLY = 0.5
"""The weight of a word that only begins as asked."""

_WEIGHT: dict[str | None, float] = {sign: float(n) for n, sign in enumerate(WEIGHT_SIGNS, 1)}
_WEIGHT |= {None: 0.0, " ": PARTLY}


class Candidate(NamedTuple):
    """What is known of an entry for ranking; `signs` are the weights of the question's terms, in their order.

    `key`, `at` and `slot` are as the database's driver gives them: a thousand are compared, and twenty shown.
    """

    id: int
    kind: str
    key: Any
    language: str
    boost: int
    length: int
    at: Any
    slot: Any
    signs: Signs


def rarity(having: int, of: int) -> float:
    """How telling a word is that `having` of `of` texts have."""
    return log(1 + (of - having + 0.5) / (having + 0.5))


def rank(
    candidates: Sequence[Candidate], question: Question, rarities: Mapping[Group, float], language: str | None
) -> list[Candidate]:
    """One entry a thing, best first; candidates that score alike stay in the order they came in.

    Of several texts of a thing the best one speaks for it, preferably in the reader's language.
    """
    score = _scorer(question, rarities)
    best: dict[tuple[str, Any], tuple[float, bool, Candidate]] = {}
    for candidate in candidates:
        thing, points, own = (candidate.kind, candidate.key), score(candidate), candidate.language == language
        known = best.get(thing)
        if known is None:
            best[thing] = (points, own, candidate)
        else:
            shown = candidate if (own, points) > (known[1], known[0]) else known[2]
            best[thing] = (max(points, known[0]), own or known[1], shown)
    return [candidate for _, _, candidate in sorted(best.values(), key=lambda found: -found[0])]


def _scorer(question: Question, rarities: Mapping[Group, float]) -> Callable[[Candidate], float]:
    place = {term: number for number, term in enumerate(question.terms)}
    branches = []
    for number, branch in enumerate(question.branches):
        share = SYNONYM if number and not question.loosened else 1.0
        branches.append((share, [([place[term] for term in group], rarities.get(group, 1.0)) for group in branch]))
    together = sum if question.loosened else max

    @cache
    def answered(signs: Signs) -> list[tuple[float, list[tuple[float, float]]]]:
        """Of every branch that is answered its share, and rarity and weight of each group; few signs are different."""
        weights = [_WEIGHT[sign] for sign in signs]
        found = ((share, _branch(groups, weights, question.loosened)) for share, groups in branches)
        return [(share, points) for share, points in found if points]

    def score(candidate: Candidate) -> float:
        damp = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * candidate.length / USUAL_LENGTH)
        points = [_bm25(told, damp) * share for share, told in answered(candidate.signs)]
        return round(together(points or [0.0]) * candidate.boost / 100, 9)

    return score


def _branch(groups: list[tuple[list[int], float]], weights: list[float], loosened: bool) -> list[tuple[float, float]]:
    """Rarity and weight of each group of a branch; nothing for a branch that is not answered as a whole."""
    found = [(rare, max([weights[place] for place in places])) for places, rare in groups]
    return found if loosened or all(weight for _, weight in found) else []


def _bm25(told: list[tuple[float, float]], damp: float) -> float:
    points = 0.0
    for rare, weight in told:
        points += rare * weight * (SATURATION + 1) / (weight + damp)
    return points
