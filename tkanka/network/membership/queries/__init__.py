"""Reading the way into a network."""

from .applications import (
    application_in,
    applications_in,
    applications_of,
    checks_of,
    clock_of,
    clocks,
    counts_by_state,
    draft_in,
    drafts_forgotten,
    is_own,
    open_of,
    overdue,
    pauses_of,
)
from .beside import beside_in, beside_of, notes_of
from .declarations import declarations_of, declared_by, unconfirmed
from .known import Likeness, holders_of_number, known_party, parties_of, similar_parties
from .named import named_asked_for, named_in, named_of, names_anybody
from .requests import open_requests, request_in, requests_in

__all__ = [
    "Likeness",
    "application_in",
    "applications_in",
    "applications_of",
    "beside_in",
    "beside_of",
    "checks_of",
    "clock_of",
    "clocks",
    "counts_by_state",
    "declarations_of",
    "declared_by",
    "draft_in",
    "drafts_forgotten",
    "holders_of_number",
    "is_own",
    "known_party",
    "named_asked_for",
    "named_in",
    "named_of",
    "names_anybody",
    "notes_of",
    "open_of",
    "open_requests",
    "overdue",
    "parties_of",
    "pauses_of",
    "request_in",
    "requests_in",
    "similar_parties",
    "unconfirmed",
]
