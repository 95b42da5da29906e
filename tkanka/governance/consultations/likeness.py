"""Which remarks say nearly the same: by the words they share, in any inflection."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tkanka.ground.search.analysis import terms_of
from tkanka.ground.search.folding import clean, words_of

from .models import Remark

SHORTEST, ALIKE, LONGEST = 3, 0.25, 4_000


def alike(remark: Remark, others: Sequence[Remark], limit: int = 20) -> list[Remark]:
    """Those of the others that share enough words with it, the most alike first. A person decides what belongs
    together."""
    own = _terms(remark)
    rated = [(_shared(own, _terms(one)), one) for one in others]
    near = [(share, one) for share, one in rated if share >= ALIKE]
    return [one for _share, one in sorted(near, key=lambda row: (-row[0], row[1].number))[:limit]]


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the shorter one is in the other."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _terms(remark: Remark) -> frozenset[str]:
    return _basic(f"{remark.text} {remark.proposal}"[:LONGEST])


@lru_cache(maxsize=2_000)
def _basic(text: str) -> frozenset[str]:
    told = (word for word in words_of(clean(text, LONGEST)) if len(word) >= SHORTEST)
    return frozenset(min(terms_of(word, "pl") or (word,)) for word in told)
