"""The lifecycles of minutes and of tasks, and the kinds of what stands in minutes."""

from __future__ import annotations

from enum import StrEnum

from ..lifecycle import Lifecycle


class MinutesState(StrEnum):
    """Where minutes stand."""

    DRAFT = "draft"
    COMMENT = "comment"
    APPROVED = "approved"


MINUTES = Lifecycle(
    MinutesState.DRAFT,
    {
        "send_out": ([MinutesState.DRAFT], MinutesState.COMMENT),
        "approve": ([MinutesState.COMMENT], MinutesState.APPROVED),
        "correct": ([MinutesState.APPROVED], MinutesState.APPROVED),
    },
)


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


TASK = Lifecycle(
    TaskState.OPEN,
    {
        "finish": ([TaskState.OPEN], TaskState.DONE),
        "drop": ([TaskState.OPEN], TaskState.DROPPED),
        "reopen": ([TaskState.DONE, TaskState.DROPPED], TaskState.OPEN),
    },
)


class SectionKind(StrEnum):
    """What a section of minutes tells of."""

    OPENING = "opening"
    ATTENDANCE = "attendance"
    ITEM = "item"
    TASKS = "tasks"
    OTHER = "other"


class DecisionKind(StrEnum):
    """What came out of an item."""

    DECISION = "decision"
    CONCLUSION = "conclusion"
    RECOMMENDATION = "recommendation"
    NOTED = "noted"


class ApprovalBasis(StrEnum):
    """Who approved minutes: a later meeting, or whoever the body's own rule names."""

    MEETING = "meeting"
    OWN_RULE = "own_rule"
