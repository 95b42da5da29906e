"""Where an election and a candidacy stand."""

from __future__ import annotations

from enum import StrEnum

from ..lifecycle import Lifecycle


class ElectionKind(StrEnum):
    """For a whole term, or for the rest of one."""

    TERM = "term"
    BY_ELECTION = "by_election"


class ElectionState(StrEnum):
    """Where an election stands."""

    DRAFT = "draft"
    NOMINATIONS = "nominations"
    LISTED = "listed"
    VOTING = "voting"
    COUNTED = "counted"
    CERTIFIED = "certified"
    CALLED_OFF = "called_off"


class CandidacyState(StrEnum):
    """Where a nomination stands."""

    NOMINATED = "nominated"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class Counting(StrEnum):
    """How ballots are counted."""

    STV = "stv"
    MOST_VOTES = "most_votes"


class Attribute(StrEnum):
    """What of an organisation a bound may speak of. Never anything of a person."""

    ORGANISATION = "organisation"
    KIND = "kind"
    REGION = "region"


RUNNING = (ElectionState.DRAFT, ElectionState.NOMINATIONS, ElectionState.LISTED, ElectionState.VOTING)
OVER = (ElectionState.COUNTED, ElectionState.CERTIFIED)

ELECTION = Lifecycle(
    ElectionState.DRAFT,
    {
        "call": ([ElectionState.DRAFT], ElectionState.NOMINATIONS),
        "extend": ([ElectionState.NOMINATIONS], ElectionState.NOMINATIONS),
        "list": ([ElectionState.NOMINATIONS], ElectionState.LISTED),
        "open_voting": ([ElectionState.LISTED], ElectionState.VOTING),
        "count": ([ElectionState.VOTING], ElectionState.COUNTED),
        "certify": ([ElectionState.COUNTED], ElectionState.CERTIFIED),
        "call_off": (RUNNING, ElectionState.CALLED_OFF),
    },
)

CANDIDACY = Lifecycle(
    CandidacyState.NOMINATED,
    {
        "accept": ([CandidacyState.NOMINATED], CandidacyState.ACCEPTED),
        "decline": ([CandidacyState.NOMINATED], CandidacyState.DECLINED),
        "withdraw": ([CandidacyState.ACCEPTED], CandidacyState.WITHDRAWN),
        "lapse": ([CandidacyState.ACCEPTED], CandidacyState.LAPSED),
    },
)
