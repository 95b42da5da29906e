"""Reading the directory."""

from .admitted import Named, named_in_applications
from .book import Entry, based, entries_of
from .cards import (
    Card,
    agreed_cards_of,
    answering_for,
    card_for,
    card_in,
    card_of_person,
    cards_of,
    cards_to_forget,
    declined_contact,
    is_addressed,
    known_contact,
    own_cards,
    proposal_in,
    proposals_of,
)
from .contacts import Reached, Said, hides, reached
from .counts import Counts, counts_of
from .listing import Rows, listed, ordered
from .own import (
    areas_of,
    belonging,
    concepts_keyed,
    concepts_of,
    kept_by,
    number_is_taken,
    numbers_of,
    openness_of,
    organisations_in,
    summaries,
    with_parents,
)
from .personal import export_of
from .profile import Profile, membership_in, profile_in
from .rows import Line, lines_of, said

__all__ = [
    "Card",
    "Counts",
    "Entry",
    "Line",
    "Named",
    "Profile",
    "Reached",
    "Rows",
    "Said",
    "agreed_cards_of",
    "answering_for",
    "areas_of",
    "based",
    "belonging",
    "card_for",
    "card_in",
    "card_of_person",
    "cards_of",
    "cards_to_forget",
    "concepts_keyed",
    "concepts_of",
    "counts_of",
    "declined_contact",
    "entries_of",
    "export_of",
    "hides",
    "is_addressed",
    "kept_by",
    "known_contact",
    "lines_of",
    "listed",
    "membership_in",
    "named_in_applications",
    "number_is_taken",
    "numbers_of",
    "openness_of",
    "ordered",
    "organisations_in",
    "own_cards",
    "profile_in",
    "proposal_in",
    "proposals_of",
    "reached",
    "said",
    "summaries",
    "with_parents",
]
