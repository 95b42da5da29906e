"""The terms of a charter in words: what each is called, and what its value says.

`lists` words the ids that procedures speak of; the other modules go by groups of chapters. `LABELS` names a term by its
path ("meetings.*.form" stands for every kind of meeting), `KINDS` names the kinds, `FIGURES` puts numbers into words,
`VALUES` words ids wherever they stand, and `IN_PLACE` those that say something else in one place.
"""

from __future__ import annotations

from .lists import TERMS
from .reading import LABELS, VALUES, chapter_name, is_quoted, name_of, words_of

__all__ = ["LABELS", "TERMS", "VALUES", "chapter_name", "is_quoted", "name_of", "words_of"]
