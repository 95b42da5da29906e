"""Reading disputes: who may know of which, and what a file holds."""

from .files import File, file_of, readings_of, verdict_without_parties
from .finding import (
    Offices,
    handled_in,
    hidden_from,
    letters_hidden_from,
    meetings_ahead,
    offices_of,
    seen_in,
    to_clear,
    to_decide,
)
from .owing import owed_by
from .people import fit_to_replace, is_neutral, marks_of, nameable, willing

__all__ = [
    "File",
    "Offices",
    "file_of",
    "fit_to_replace",
    "handled_in",
    "hidden_from",
    "is_neutral",
    "letters_hidden_from",
    "marks_of",
    "meetings_ahead",
    "nameable",
    "offices_of",
    "owed_by",
    "readings_of",
    "seen_in",
    "to_clear",
    "to_decide",
    "verdict_without_parties",
    "willing",
]  # fmt: skip
