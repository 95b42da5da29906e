"""The lives of a proposal, a request for support and a question to the advisory group."""

from __future__ import annotations

from enum import StrEnum

from ..lifecycle import Lifecycle


class ProposalState(StrEnum):
    """Where the proposal of a group stands. A body exists only from the day it is opened."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ASKED = "asked"
    OPENED = "opened"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Route(StrEnum):
    """How a working group may come about."""

    MEMBERS = "members"
    JOINT = "coordinator_and_advisory_group"
    MATCH = "matchmaking_by_secretariat"


class CheckItem(StrEnum):
    """What is checked before a group is opened."""

    VALUES = "values"
    SCOPE = "scope"
    INSIDE = "no_duplicate_inside"
    OUTSIDE = "no_duplicate_outside"


class Field(StrEnum):
    """What a proposal and the terms of reference of a group state; the profile is optional."""

    AIMS = "aims_and_results"
    TIME = "time_frame"
    MEETINGS = "meetings_rhythm_length_format"
    LANGUAGE = "language"
    PROFILE = "expected_profile"


class IntentState(StrEnum):
    """Where the intention to convene a technical group stands."""

    ASKED = "asked"
    OPENED = "opened"
    DROPPED = "dropped"


class Tongue(StrEnum):
    """A language in which a group may meet."""

    POLISH = "pl"
    ENGLISH = "en"
    UKRAINIAN = "uk"
    BELARUSIAN = "be"
    RUSSIAN = "ru"
    SIGN = "sign"


class SupportState(StrEnum):
    """Where a request for support stands."""

    ASKED = "asked"
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class SupportKind(StrEnum):
    """With what the secretariat helps a group."""

    TRANSLATION = "translation"
    ADMINISTRATIVE = "administrative"
    TERMS = "help_with_terms"


class Reply(StrEnum):
    """What a seat of the advisory group says to a question put to it."""

    YES = "yes"
    NO = "no"
    ADVICE = "advice"


class Subject(StrEnum):
    """What the advisory group is asked about."""

    STRATEGIC = "strategic"
    HARD_CASE = "hard_case"
    INTENT = "intent"


PROPOSAL = Lifecycle(
    ProposalState.DRAFT,
    {
        "submit": ([ProposalState.DRAFT], ProposalState.SUBMITTED),
        "ask": ([ProposalState.SUBMITTED], ProposalState.ASKED),
        "answer": ([ProposalState.ASKED], ProposalState.SUBMITTED),
        "open": ([ProposalState.SUBMITTED], ProposalState.OPENED),
        "decline": ([ProposalState.SUBMITTED, ProposalState.ASKED], ProposalState.DECLINED),
        "withdraw": (
            [ProposalState.DRAFT, ProposalState.SUBMITTED, ProposalState.ASKED],
            ProposalState.WITHDRAWN,
        ),
    },
)

SUPPORT = Lifecycle(
    SupportState.ASKED,
    {
        "grant": ([SupportState.ASKED], SupportState.GRANTED),
        "grant_partly": ([SupportState.ASKED], SupportState.PARTLY),
        "refuse": ([SupportState.ASKED], SupportState.REFUSED),
        "withdraw": ([SupportState.ASKED], SupportState.WITHDRAWN),
    },
)

INTENT = Lifecycle(
    IntentState.ASKED,
    {
        "open": ([IntentState.ASKED], IntentState.OPENED),
        "drop": ([IntentState.ASKED], IntentState.DROPPED),
    },
)
