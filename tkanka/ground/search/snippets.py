"""The lines that show why a text was found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .analysis import terms_of
from .folding import words_of

BEFORE, AROUND = 60, 220
_WORD = re.compile(r"[^\W_]+(?:['’ʼ\u00ad\u0300-\u036f]+[^\W_]+)*")


@lru_cache(maxsize=5_000)
def _terms(written: str, language: str) -> frozenset[str]:
    """The terms of a word as it stands in a text, of all its parts if folding splits it."""
    return frozenset(term for word in words_of(written) for term in terms_of(word, language))


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line; `hit` when it is a word that was asked for. Never HTML: templates escape it."""

    text: str
    hit: bool = False


class Marker:
    """Finds the words of a text that answer to terms."""

    def __init__(self, terms: Iterable[str], language: str) -> None:
        self.language = language
        self.whole = frozenset(term for term in terms if not term.endswith("*"))
        self.beginnings = tuple(term[:-1] for term in terms if term.endswith("*"))

    def hits(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words that answer begin and end."""
        for found in _WORD.finditer(text):
            terms = _terms(found.group(), self.language)
            if not self.whole.isdisjoint(terms) or (self.beginnings and self._begins(terms)):
                yield found.span()

    def _begins(self, terms: Iterable[str]) -> bool:
        return any(term.startswith(self.beginnings) for term in terms)

    def line(self, text: str) -> tuple[Fragment, ...]:
        """The whole text, marked."""
        return tuple(_cut(text, list(self.hits(text))))

    def snippet(self, lead: str, text: str) -> tuple[Fragment, ...]:
        """About 220 characters around the first word that answers, of the lead if it has one, else of the text."""
        for source in (lead, text):
            first = next(self.hits(source), None)
            if first is not None:
                return self._window(source, first[0])
        return self._window(lead or text, 0)

    def _window(self, source: str, around: int) -> tuple[Fragment, ...]:
        start = max(0, around - BEFORE)
        if start:
            start = source.find(" ", start, around) + 1 or around
        end = len(source) if len(source) - start <= AROUND else source.rfind(" ", start, start + AROUND)
        end = end if end > start else start + AROUND
        piece = ("… " if start else "") + source[start:end] + (" …" if end < len(source) else "")
        return self.line(piece)


def _cut(text: str, spans: list[tuple[int, int]]) -> Iterator[Fragment]:
    done = 0
    for start, end in spans:
        if start > done:
            yield Fragment(text[done:start])
        yield Fragment(text[start:end], hit=True)
        done = end
    if done < len(text):
        yield Fragment(text[done:])
