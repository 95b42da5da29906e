"""Words as people type them: without case and diacritics, every apostrophe like every other."""

import hashlib
import re
import unicodedata

from tkanka.rules.folding import BY_HAND

LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_GENITIVE = re.compile(r"(?<=[a-z])['’]s\b", re.IGNORECASE)
_LETTERS = {
    **BY_HAND,
    "ħ": "h",
    "ı": "i",
    "ß": "ss",
    "þ": "th",
    "ð": "d",
    "ґ": "г",
    "ї": "і",
    "є": "е",
    "ё": "е",
    "ў": "у",
}
_UNSEEN = "'’‘ʼ`´ʹ\u00ad\u200b\u200c\u200d\u2060\ufeff"


def _table() -> dict[int, str | None]:
    """What each character becomes. й stays a letter of its own: keyboards that lack ї and ґ have it."""
    found: dict[int, str | None] = {}
    for block in (range(0xC0, 0x250), range(0x1E00, 0x1F00)):
        for code in block:
            bare = unicodedata.normalize("NFD", chr(code))[0]
            if bare.isascii() and bare.isalpha():
                found[code] = bare.lower()
    found |= {ord(mark): None for mark in _UNSEEN} | dict.fromkeys(range(768, 880))
    return found | {ord(letter): plain for letter, plain in _LETTERS.items()}


_FOLD = _table()
FOLDING = hashlib.sha256(repr(sorted(_FOLD.items())).encode()).hexdigest()[:8]
"""Changes when the folding does: what was folded before is then stale."""


def clean(text: str, longest: int) -> str:
    """The text as it may be kept anywhere: composed, on one line, without NUL and lone surrogates, cut to `longest`."""
    text = text[: longest * 2].encode("utf-8", "ignore").decode("utf-8")
    text = unicodedata.normalize("NFKC", text).replace("\0", " ")
    return _SPACE.sub(" ", text).strip()[:longest]


def fold(text: str) -> str:
    """„Łódź” and „lodz”, „п'ять” and „пять” become the same."""
    return text.lower().translate(_FOLD)


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a clean text, in order; none longer than 40 characters."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(fold(_GENITIVE.sub("", text)))]
