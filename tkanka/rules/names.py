"""When two names mean the same organisation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from .folding import BY_HAND, unmarked

LEGAL_WORDS = frozenset(
    """
    fundacja fundacji stowarzyszenie stowarzyszenia zwiazek federacja konsorcjum towarzystwo spolka non profit nonprofit
    pozytku publicznego opp z oo zoo ograniczona odpowiedzialnoscia sp spzoo im imienia organizacja organizacji
    organizacje na rzecz i w dla oddzial polsce poland polska
    foundation association ngo ltd inc the of and for in charity trust
    фундація фонд асоціація громадська організація благодійний товариство спілка го бф
    """.split()
)
Forms = Callable[[str], Iterable[str]]
_LETTERS = {**BY_HAND, "ß": "ss"}


def folded(text: str) -> str:
    """Lower case, without diacritics (ł too): "Żółć" and "zolc" fold to the same."""
    return unmarked(unicodedata.normalize("NFKC", text).lower(), _LETTERS, only_latin=True)


def words_of(name: str) -> list[str]:
    return re.findall(r"\w+", folded(name))


def name_key(name: str) -> str:
    """The name without quotes, punctuation, legal-form words and diacritics; equal keys are probably the same party.

    A name made of legal words only keeps them, so that no two such names collapse to nothing.
    """
    words = words_of(name)
    return " ".join([w for w in words if w not in LEGAL_WORDS] or words)[:200]


def acronym_of(name: str) -> str:
    """The first letters of the words of a name: "Polska Akcja Humanitarna" is "pah"."""
    words = [w for w in words_of(name) if w not in {"i", "w", "na", "z", "do", "the", "of", "and"}]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def likeness(a: str, b: str, forms: Forms | None = None) -> float:
    """How alike two names are, from 0 to 1: the share of common letter triples of their keys, or 1 for an acronym.

    `forms` gives the base forms of a word; with it "Pod Jednym Dachem" is close to "Jeden Dach".
    """
    key_a, key_b = name_key(a), name_key(b)
    if key_a == key_b or key_a.replace(" ", "") == key_b.replace(" ", ""):
        return 1.0
    if acronym_of(a) == "".join(words_of(b)) != "" or acronym_of(b) == "".join(words_of(a)) != "":
        return 1.0
    plain = _common(key_a, key_b)
    return max(plain, _common(key_a, _declined_like(key_a, key_b, forms))) if forms else plain


def _common(key_a: str, key_b: str) -> float:
    triples_a, triples_b = _triples(key_a), _triples(key_b)
    both = len(triples_a & triples_b)
    return 2 * both / (len(triples_a) + len(triples_b)) if both else 0.0


def _declined_like(key: str, other: str, forms: Forms) -> str:
    """The other key, its words in the form in which the first one has them; words of one or two letters stay."""
    bases = {word: {word, *forms(word)} for word in key.split() if len(word) > 2}
    said = []
    for word in other.split():
        mine = {word, *forms(word)} if len(word) > 2 else set()
        said.append(next((same for same, known in bases.items() if known & mine), word))
    return " ".join(said)


def _triples(text: str) -> set[str]:
    padded = f"  {text} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
