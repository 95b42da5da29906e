"""Names as they are compared: without case, marks, punctuation and double spaces."""

import re
import unicodedata

from tkanka.rules.folding import BY_HAND, unmarked

_LETTERS = {**BY_HAND, "ı": "i"}
_BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """ "Łódź" → "lodz", "Warmińsko–Mazurskie" → "warminsko mazurskie", "Київ" → "киів"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = unmarked(unicodedata.normalize("NFKD", plain).casefold(), _LETTERS)
    return _BETWEEN.sub(" ", bare).strip()
