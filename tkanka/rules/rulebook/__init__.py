"""What a network's charter fixes: its terms, each with the paragraph that fixes it.

The charter's figures are data (a Rulebook); what follows from them is code (the other modules of `rules`).
A term that is None is one the charter is silent on; what then holds is in `defaults`.
"""

from .book import Rulebook
from .deciding import Decision, Exclusion
from .organs import Meeting
from .reader import TWO_LEVELS, BadRulebook, read_rulebook
from .walk import known_paths, term_at, terms_citing, terms_of

__all__ = [
    "TWO_LEVELS",
    "BadRulebook",
    "Decision",
    "Exclusion",
    "Meeting",
    "Rulebook",
    "known_paths",
    "read_rulebook",
    "term_at",
    "terms_citing",
    "terms_of",
]
