"""Letters without their marks. Every room folds on this; each says for itself what else becomes of a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

BY_HAND: Mapping[str, str] = {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe"}
"""Letters that are one sign in Unicode, mark and all."""
CYRILLIC = "\u0400"


def unmarked(text: str, by_hand: Mapping[str, str] = BY_HAND, *, only_latin: bool = False) -> str:
    """A text in small letters without diacritics; `only_latin` leaves й and ї, which are letters of their own."""
    said = text.translate({ord(letter): plain for letter, plain in by_hand.items()})
    parts = (c if only_latin and c >= CYRILLIC else unicodedata.normalize("NFKD", c) for c in said)
    return "".join(c for part in parts for c in part if not unicodedata.combining(c))
