"""How many inflected forms find each other: the figure of docs/decisions/0012."""

import pytest

from tkanka.ground.search.analysis import question_terms, terms_of
from tkanka.ground.search.folding import fold, words_of

from .inflected import POLISH, UKRAINIAN, families

BAR = 0.97
MEASURED = {"pl": 0.990, "uk": 0.987}


def recall(listing, language, typed):
    """Of all pairs of forms of a word, the share where a question by one finds a text with the other."""
    found = asked = 0
    for forms in families(listing):
        for written in forms:
            terms = set(terms_of(words_of(written)[0], language))
            questions = [words_of(typed(other))[0] for other in forms if other != written]
            found += sum(not terms.isdisjoint(question_terms(question)) for question in questions)
            asked += len(questions)
    return found / asked


@pytest.mark.parametrize("typed", [str, fold, str.upper], ids=["as written", "without diacritics", "in capitals"])
@pytest.mark.parametrize(("language", "listing"), [("pl", POLISH), ("uk", UKRAINIAN)])
def test_inflected_forms_find_each_other(language, listing, typed):
    figure = recall(listing, language, typed)
    assert figure >= BAR
    assert round(figure, 3) >= MEASURED[language], "worse than it was"


def test_the_list_is_long_enough_to_mean_something():
    assert len(families(POLISH)) >= 60
    assert len(families(UKRAINIAN)) >= 20
