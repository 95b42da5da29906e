"""From a text to the terms it is found by: per word its lemmas and its stem, folded. The same for a question."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .dictionaries import LANGUAGES, lemmas
from .folding import LONGEST_WORD, fold, words_of
from .stems import stem

WEIGHT_SIGNS = "!#$&()*+,-./:;<>?@[]^_`{|}~"
"""The sign of weight 1, of weight 2 …: no letters, so that both engines pass over them."""
HEAVIEST = len(WEIGHT_SIGNS)
TITLE_WEIGHT = 3
LONGEST_REMEMBERED = 1_000
TITLE_MARK = "·"
"""Before a term of the title, so that an engine can be asked for titles alone. No word contains it."""

_FUNCTION = """
i a o u w z ze we do na po od dla oraz ale lub czy ten ta to te tych tej tym jest sa byc sie nie jak przez przy pod nad
za
the an of and or in on at to for with by is are be as from that this
та і и й в у з із зі на до по від для або але чи це цей ця що як не за при під про е
"""
_LEGAL = """
fundacja stowarzyszenie zwiazek federacja konsorcjum organizacja imienia im rp ngo nonprofit
foundation association organisation organization union federation
фонд фундація товариство організація спілка
"""
_FUNCTION_WORDS = frozenset(fold(_FUNCTION).split())
_LEGAL_FORMS = frozenset(fold(_LEGAL).split())


@lru_cache(maxsize=20_000)
def terms_of(word: str, language: str) -> tuple[str, ...]:
    """What a folded word of a text in a language is found by. A word with a digit is found as it stands.

    A word that the language's own dictionary does not know is looked up in the others: names of Polish places stand in
    English texts, too.
    """
    if (len(word) == 1 and not word.isdigit()) or word in _FUNCTION_WORDS:
        return ()
    if not word.isalpha():
        return (word,)
    languages = [language] if language in LANGUAGES else list(LANGUAGES)
    found = {lemma for each in languages for lemma in lemmas(word, each)}
    if not found:
        found = {lemma for each in LANGUAGES for lemma in lemmas(word, each)} or {word}
    return _bounded(found | {stem(word, each) for each in _of_script(word, languages)})


@lru_cache(maxsize=4_000)
def question_terms(word: str) -> tuple[str, ...]:
    """What a folded word of a question may be found by: nobody says in which language they ask."""
    if not word.isalpha():
        return (word,)
    found = {lemma for each in LANGUAGES for lemma in lemmas(word, each)} or {word}
    return _bounded(found | {stem(word, each) for each in _of_script(word, LANGUAGES)})


def _of_script(word: str, languages: Iterable[str]) -> list[str]:
    cyrillic = "Ѐ" <= word[0] <= "ӿ"
    fitting = [each for each in languages if (each == "uk") == cyrillic]
    return fitting or (["uk"] if cyrillic else ["pl"])


def _bounded(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({term[:LONGEST_WORD] for term in found}))


def asked_words(question: str, most: int) -> list[str]:
    """The words of a clean question that matter: no "and", and no "foundation" as long as anything else is asked."""
    words = list(dict.fromkeys(word for word in words_of(question) if len(word) > 1 or word.isdigit()))
    telling = [word for word in words if word not in _FUNCTION_WORDS]
    return ([word for word in telling if word not in _LEGAL_FORMS] or telling)[:most]


@dataclass(frozen=True, slots=True)
class Analysed:
    """A line of a text: its folded words in order, and how often each term stands in it."""

    words: tuple[str, ...]
    terms: Counter[str]


def analysed(line: str, language: str) -> Analysed:
    """What a clean line says. The same short lines stand in many texts: they are analysed once."""
    return (_analysed_once if len(line) <= LONGEST_REMEMBERED else _analysed)(line, language)


def _analysed(line: str, language: str) -> Analysed:
    words = words_of(line)
    found: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for term in terms_of(word, language):
            found[term] += times
    return Analysed(tuple(words), found)


_analysed_once = lru_cache(maxsize=1_000)(_analysed)


def terms_line(title: Analysed, *body: Analysed) -> str:
    """ " pomoc=! prawo=$ ·prawo": what the engines read and what weights are cut out of, in one.

    A term weighs as often as it stands in the text, in the title thrice. After each stands a sign for its weight;
    engines see the words only. Then come the terms of the title, marked.
    """
    weights = Counter({term: TITLE_WEIGHT * times for term, times in title.terms.items()})
    for one in body:
        weights.update(one.terms)
    weighed = [f" {term}={WEIGHT_SIGNS[min(weight, HEAVIEST) - 1]}" for term, weight in sorted(weights.items())]
    return "".join([*weighed, *(f" {TITLE_MARK}{term}" for term in sorted(title.terms))])
