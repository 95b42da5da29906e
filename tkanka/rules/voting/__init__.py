"""Votes: a decision rule as data, who is entitled, what is counted, and the verdict that anybody can count again."""

from .casting import (
    DECIDED,
    POLL,
    STEP_OF,
    Candidate,
    Entry,
    ExclusionKind,
    PollState,
    entry_of,
    may_ask_secrecy,
    may_call_off,
    may_cast,
    may_close,
    may_enter_hands,
    may_follow_up,
    may_go_round_again,
    may_open,
    may_prepare,
    may_recuse,
    reminder_due,
)
from .counting import Choice, Outcome, Tally, Verdict, as_numbers, base_of, needed_with, quorum_of, verdict
from .published import BadFile, lot_passes, publish, recount
from .rules import Kind, chosen, may_stand, members_vote_known, reveals, rule_for
from .shape import (
    Abstention,
    BadRule,
    Base,
    DecisionRule,
    Electorate,
    Method,
    Secrecy,
    Threshold,
    Tie,
    Unit,
    as_data,
    from_data,
    threshold,
)

__all__ = [
    "DECIDED", "POLL", "STEP_OF", "Abstention", "BadFile", "BadRule", "Base", "Candidate", "Choice", "DecisionRule",
    "Electorate", "Entry", "ExclusionKind", "Kind", "Method", "Outcome", "PollState", "Secrecy", "Tally", "Threshold",
    "Tie", "Unit", "Verdict", "as_data", "as_numbers", "base_of", "chosen", "entry_of", "from_data", "lot_passes",
    "may_ask_secrecy", "may_call_off", "may_cast", "may_close", "may_enter_hands", "may_follow_up",
    "may_go_round_again", "may_open", "may_prepare", "may_recuse", "may_stand", "members_vote_known", "needed_with",
    "publish", "quorum_of", "recount", "reminder_due", "reveals", "rule_for", "threshold", "verdict",
]  # fmt: skip
