"""What somebody asks, read into terms. Nothing a person can type is an error."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from .analysis import asked_words, question_terms
from .engine import Branch, Group
from .folding import clean, words_of

Widen = Callable[[str], Iterable[str]]
LONGEST_QUESTION = 500
MOST_WORDS = 8
MOST_BRANCHES = 6
SHORTEST_BEGINNING = 3
_QUOTED = re.compile(r"[\"„“”«»]([^\"„“”«»]+)[\"„“”«»]")


@dataclass(frozen=True, slots=True)
class Question:
    """Branches are ways in which a text may answer: the words themselves first, then what means the same.

    A text answers a branch by a term of each of its groups. Phrases are folded words that stand side by side.
    `loosened`: any of the words will do.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()
    loosened: bool = field(default=False)

    def __bool__(self) -> bool:
        return bool(self.branches)

    @property
    def terms(self) -> list[str]:
        """Every term once, in a settled order."""
        return list(dict.fromkeys(term for branch in self.branches for group in branch for term in group))


def read(typed: str, widen: Widen | None = None) -> Question:
    """The question in what was typed; an empty one when there is no word in it."""
    text = clean(typed, LONGEST_QUESTION)
    words = asked_words(text, MOST_WORDS)
    groups = _groups(words)
    if not groups:
        return Question()
    phrases = [" ".join(words_of(quoted)) for quoted in _QUOTED.findall(text)]
    branches = [groups, *_synonyms(text, words, widen)] if widen else [groups]
    return Question(tuple(words), tuple(p for p in phrases if " " in p), tuple(branches[:MOST_BRANCHES]))


def _groups(words: Iterable[str]) -> tuple[Group, ...]:
    return tuple(question_terms(word) for word in words)


def _synonyms(text: str, words: list[str], widen: Widen) -> Iterator[Branch]:
    """Branches in which the whole question, or one word of it, is put in other words."""
    asked = {_groups(words)}
    ways = [_groups(asked_words(other, MOST_WORDS)) for other in widen(text)]
    for place, word in enumerate(words if len(words) > 1 else ()):
        before, after = _groups(words[:place]), _groups(words[place + 1 :])
        ways += [before + _groups(asked_words(other, MOST_WORDS)) + after for other in widen(word)]
    for way in ways:
        if way and way not in asked:
            asked.add(way)
            yield way[:MOST_WORDS]


def unfinished(question: Question) -> Question | None:
    """The same question with its last word as a beginning, for those who are still typing."""
    last = question.words[-1]
    if len(last) < SHORTEST_BEGINNING:
        return None
    first = question.branches[0]
    return replace(question, branches=((*first[:-1], (*first[-1], f"{last}*")),))


def loosened(question: Question) -> Question | None:
    """The same question where any word is enough; None when there is but one, or when a phrase is insisted on."""
    if len(question.words) < 2 or question.phrases:
        return None
    finished = unfinished(question) or question
    return replace(finished, branches=tuple((group,) for group in finished.branches[0]), loosened=True)
