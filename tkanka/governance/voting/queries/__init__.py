"""Reading votes: which there are, who is on the roll, what was said."""

from .finding import (
    Seen,
    bodies_to_decide,
    drafts_in,
    open_of_body,
    own_rule_in,
    own_rules_in,
    poll_in,
    polls_in,
    polls_of_meeting,
    reviews_due,
    to_close,
    to_remind,
    votes_owed,
)
from .rolls import (
    cast_count,
    counts_of,
    left_out,
    lines_of,
    objections_of,
    own_lines,
    roll_of,
    silent_organisations,
    silent_people,
)

__all__ = [
    "Seen", "bodies_to_decide", "cast_count", "counts_of", "drafts_in", "left_out", "lines_of", "objections_of",
    "open_of_body", "own_lines", "own_rule_in", "own_rules_in", "poll_in", "polls_in", "polls_of_meeting",
    "reviews_due", "roll_of", "silent_organisations", "silent_people", "to_close", "to_remind", "votes_owed",
]  # fmt: skip
