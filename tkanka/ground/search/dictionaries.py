"""Word form → lemma, for Polish, Ukrainian and English, both folded, in tries that are mapped and not loaded.

The forms come from simplemma. They are folded once, at set-up, so that a word has the same lemmas with and without its
diacritics. Eleven megabytes on disk, shared by all processes.
"""

import hashlib
import logging
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import marisa_trie
from django.conf import settings

from .folding import FOLDING, fold

LANGUAGES = ("pl", "uk", "en")
_FORMAT = 2
_LONGEST_FORM = 30
_FORGOTTEN = {"uk": {"діти": "дитина", "дітьми": "дитина"}}
log = logging.getLogger(__name__)


def folder() -> Path:
    """Where the tries lie; named after all they are made from, so that a change of it is a new build."""
    made_from = f"{version('simplemma')} {FOLDING} {_FORMAT} {_FORGOTTEN}"
    return Path(settings.BASE_DIR) / "build" / "lemmas" / hashlib.sha256(made_from.encode()).hexdigest()[:16]


def build(into: Path, languages: Iterable[str] = LANGUAGES) -> None:
    """Build the tries (a quarter of a minute, half a gigabyte for its time). Put in place whole or not at all."""
    into.mkdir(parents=True, exist_ok=True)
    for language in languages:
        draft = into / f".{language}.{os.getpid()}"
        marisa_trie.BytesTrie(_pairs(language)).save(str(draft))
        draft.replace(into / f"{language}.trie")


def _pairs(language: str) -> Iterator[tuple[str, bytes]]:
    from simplemma.strategies.dictionaries.dictionary_factory import _load_dictionary_from_disk

    heads = set()
    for form, lemma in _load_dictionary_from_disk(language).items():
        folded, target = fold(form.decode()), fold(lemma.decode())
        if folded.isalnum() and target.isalnum() and len(folded) <= _LONGEST_FORM:
            heads.add(target)
            if folded != target:
                yield folded, _path(folded, target)
    # A lemma is always a form of itself, though the source may know it only as a form of another ("wsparcie").
    yield from ((head, _path(head, head)) for head in heads)
    yield from ((form, _path(form, lemma)) for form, lemma in _FORGOTTEN.get(language, {}).items())


def _path(form: str, lemma: str) -> bytes:
    """How to get from a form to its lemma: letters to take off, letters to put on. Short, and alike for many words."""
    shared = next((n for n, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
    return bytes([len(form) - shared]) + lemma[shared:].encode()


@cache
def _trie(language: str) -> marisa_trie.BytesTrie:
    path = folder() / f"{language}.trie"
    if not path.exists():
        log.warning("The %s word forms were not built at set-up; building them now", language)
        build(folder(), [language])
    return marisa_trie.BytesTrie().mmap(str(path))


def lemmas(word: str, language: str) -> list[str]:
    """The folded lemmas of a folded word, in the order of the alphabet; none when the dictionary does not know it."""
    found = {word[: len(word) - path[0]] + path[1:].decode() for path in _trie(language).get(word, ())}
    return sorted(found)
