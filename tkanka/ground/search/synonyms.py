"""Other words for the same, in whatever inflection they are asked for."""

from collections import defaultdict
from collections.abc import Iterable

from .analysis import asked_words, question_terms
from .folding import clean

LONGEST_LABEL = 8


class Synonyms:
    """Built of groups of labels that mean the same (in any language); called with words, it gives the other labels."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._groups = [list(dict.fromkeys(group)) for group in groups]
        self._by_first: dict[str, list[tuple[list[tuple[str, ...]], str, int]]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            for label in group:
                words = _words(label)
                for term in words[0] if words else ():
                    self._by_first[term].append((words, label, number))

    def __call__(self, asked: str) -> list[str]:
        words = _words(asked)
        found: dict[str, None] = {}
        for term in words[0] if words else ():
            for known, label, number in self._by_first.get(term, ()):
                if len(known) == len(words) and all(
                    not set(a).isdisjoint(b) for a, b in zip(words, known, strict=True)
                ):
                    found |= dict.fromkeys(other for other in self._groups[number] if other != label)
        return list(found)


def _words(label: str) -> list[tuple[str, ...]]:
    return [question_terms(word) for word in asked_words(clean(label, 200), LONGEST_LABEL)]
