"""A paragraph of a charter as it is shown and as it is addressed."""

from __future__ import annotations

import re

from tkanka.rules.texts import slug

from .typography import NBSP


def shown(cite: str) -> str:
    """ "§9" as "§ 9", with a no-break space; any other name of a place unchanged but unbroken."""
    return re.sub(r"([§¶])\s*(?=\d)", rf"\1{NBSP}", cite.strip()).replace(" ", NBSP)


def anchor_of(cite: str) -> str:
    """The name of the paragraph on the charter's page: "§9 s2" and "§9" are both "p9", "FP 4" is "fp-4"."""
    first = re.split(r"[,;]", cite.strip())[0]
    return slug(re.sub(r"\s+s\d+$", "", re.sub(r"([§¶])\s+", r"\1", first)))
