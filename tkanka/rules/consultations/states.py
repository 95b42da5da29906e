"""Where a consultation is, and the facts its rules weigh."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..lifecycle import Lifecycle


class DocumentKind(StrEnum):
    """What a document is. Outside: a programme document or strategy of somebody else."""

    CHARTER = "charter"
    STRATEGY = "strategy"
    OUTSIDE = "outside"
    RESEARCH = "research"
    OTHER = "other"


class ConsultationState(StrEnum):
    """Where a consultation is."""

    DRAFT = "draft"
    OPEN = "open"
    ANSWERING = "answering"
    CLOSED = "closed"
    CALLED_OFF = "called_off"


CONSULTATION = Lifecycle(
    ConsultationState.DRAFT,
    {
        "open": ([ConsultationState.DRAFT], ConsultationState.OPEN),
        "end_remarks": ([ConsultationState.OPEN], ConsultationState.ANSWERING),
        "close": ([ConsultationState.ANSWERING], ConsultationState.CLOSED),
        "call_off": (
            [ConsultationState.DRAFT, ConsultationState.OPEN, ConsultationState.ANSWERING],
            ConsultationState.CALLED_OFF,
        ),
    },
)
UNDER_WAY = (ConsultationState.OPEN, ConsultationState.ANSWERING)


class RemarkStance(StrEnum):
    """How a remark stands to the text it speaks of."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class RemarkOutcome(StrEnum):
    """What became of a remark."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked, of whom, and when. `within`: it lives in the circle of one body.

    `announced`: its plan is published, so that it opens on its day.
    """

    kind: DocumentKind
    state: ConsultationState = ConsultationState.DRAFT
    opens_on: date | None = None
    closes_on: date | None = None
    members: bool = False
    observers: bool = False
    bodies: int = 0
    guests: int = 0
    public: bool = False
    within: bool = False
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """What somebody is to a consultation: has a seat in a body that is asked, leads or keeps the body in whose circle
    it is, holds the letter of a guest."""

    sits: bool = False
    keeps_body: bool = False
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Gates:
    """What a consultation on a charter has behind it."""

    bodies_invited: bool = False
    members_invited: bool = False
    closed: bool = False
    unanswered: int = 0
