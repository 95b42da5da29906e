"""Preparing an election, standing in it, voting, counting."""

from .candidacies import answer_nomination, nominate, tell_of_oneself, withdraw_candidacy
from .counting import certify_election, count_back, count_election
from .erasing import forget_person
from .planning import (
    Plan,
    call_election,
    call_off_election,
    change_election,
    close_nominations,
    extend_nominations,
    plan_election,
    publish_process,
)
from .voting import cast_ballot, open_voting, recall_vote

__all__ = [
    "Plan",
    "answer_nomination",
    "call_election",
    "call_off_election",
    "cast_ballot",
    "certify_election",
    "change_election",
    "close_nominations",
    "count_back",
    "count_election",
    "extend_nominations",
    "forget_person",
    "nominate",
    "open_voting",
    "plan_election",
    "publish_process",
    "recall_vote",
    "tell_of_oneself",
    "withdraw_candidacy",
]
