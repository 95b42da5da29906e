"""Names as they are compared: without case, marks, punctuation and double spaces."""

import re
import unicodedata

_HARD = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})
_BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """ "Łódź" → "lodz", "Warmińsko–Mazurskie" → "warminsko mazurskie", "Київ" → "киів"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = unicodedata.normalize("NFKD", plain).casefold().translate(_HARD)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return _BETWEEN.sub(" ", bare).strip()
