"""Stems, for the words that no dictionary knows and for the forms it forgot."""

import threading

import snowballstemmer

_ENDINGS = """
а я у ю і и о е ам ям ах ях ами ями ою ею ові еві ом ем ів ьми
ий ій ого ього ому ьому им ім их іх ими іми ої ьої ша ше ші
ння нню ннями ннях нням ти ть в ла ло ли ться тися вся лася лося лися
"""
_UKRAINIAN_ENDINGS = sorted(_ENDINGS.split(), key=len, reverse=True)
_SHORTEST_STEM = 3
_local = threading.local()


def stem(word: str, language: str) -> str:
    """The stem of a folded word."""
    if language == "uk":
        return _ukrainian(word)
    snowball = {"pl": "polish", "en": "english"}[language]
    try:
        stemmer = getattr(_local, snowball)
    except AttributeError:
        stemmer = snowballstemmer.stemmer(snowball)
        setattr(_local, snowball, stemmer)
    return str(stemmer.stemWord(word)) or word


def _ukrainian(word: str) -> str:
    """Snowball has no Ukrainian: take off one ending of a noun, an adjective or a verb, and what softens before it."""
    for ending in _UKRAINIAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)].rstrip("ьй")
    return word.rstrip("ьй") if len(word) > _SHORTEST_STEM else word
