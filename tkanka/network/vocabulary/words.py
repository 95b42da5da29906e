"""Words as they are compared: folded as the search folds them, and without conjunctions."""

from tkanka.ground.search.folding import words_of

CONJUNCTIONS = frozenset({"and", "or", "i", "oraz", "lub", "та", "і", "й", "або", "и"})


def folded(text: str) -> str:
    """The comparable form of a text; the empty string when nothing but punctuation is left."""
    words = words_of(text)
    return " ".join([word for word in words if word not in CONJUNCTIONS] or words)
