"""Bytes of a letter as text, whatever it says of itself: Polish and Ukrainian mail comes mislabelled often enough."""

import codecs
import unicodedata

GUESSES = ("utf-8", "cp1250", "iso-8859-2", "koi8-u", "cp1251")
VAGUE = {"ascii", "iso8859-1", "cp1252"}
POLISH = set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
CYRILLIC = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ")
TYPED = set("„”“‘’–—…€§°«»№•")


def known(charset: str) -> str:
    """The codec's own name; "" for none we know."""
    try:
        found = codecs.lookup(charset.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    return found.name if getattr(found, "_is_text_encoding", True) else ""


def as_text(data: bytes, charset: str = "") -> str:
    """The text, by its charset where that can be, else by whichever makes it read most like a language."""
    said = known(charset) if charset else ""
    if said and said not in VAGUE:
        try:
            return data.decode(said)
        except (UnicodeDecodeError, ValueError):
            pass
    found = [text for guess in (said, *GUESSES) if guess and (text := _decoded(data, guess)) is not None]
    return max(found, key=likeness) if found else data.decode("utf-8", "replace")


def _decoded(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, ValueError):
        return None


def likeness(text: str) -> int:
    """How much of what is not ASCII looks like Polish or Ukrainian; of equals, the first guess wins."""
    return sum(_weight(letter) for letter in text if ord(letter) > 127)


def _weight(letter: str) -> int:
    if letter in POLISH:
        return 3
    if letter in CYRILLIC:
        return 2 if letter.islower() else 0
    if letter in TYPED or letter == "\u00a0":
        return 1
    return -4 if unicodedata.category(letter) in ("Cc", "Co", "Cn", "So", "Sk", "Sm") else -1
