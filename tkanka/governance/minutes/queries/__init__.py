"""Reading minutes and tasks: who may read which, what a section says and said, what is to be done by whom."""

from .minutes import (
    decision_in,
    decisions_of,
    has_minutes,
    latest_of,
    later_meetings,
    minutes_of,
    people_at,
    remark_in,
    remarks_of,
    section_in,
    sections_of,
    unanswered,
    versions_of,
    writers_lately,
    writing_at,
)
from .seeing import minutes_in, readable, readable_meetings
from .tasks import (
    TaskFilter,
    answers_for,
    carried_to,
    chosen,
    duties_for,
    late_to_tell,
    near_to_tell,
    orphaned,
    own_tasks,
    owner_of,
    steps_of,
    task_in,
    tasks_of,
    visible_tasks,
)
from .waiting import approvals_waiting, drafts_waiting, kept_by, remarks_waiting

__all__ = [
    "TaskFilter", "answers_for", "approvals_waiting", "carried_to", "chosen", "decision_in", "decisions_of", "drafts_waiting", "duties_for",
    "has_minutes", "kept_by", "late_to_tell", "later_meetings", "latest_of", "minutes_in", "minutes_of", "near_to_tell",
    "orphaned", "own_tasks", "owner_of", "people_at", "readable", "readable_meetings", "remark_in", "remarks_of", "remarks_waiting",
    "section_in", "sections_of", "steps_of", "task_in", "tasks_of", "unanswered", "versions_of", "visible_tasks",
    "writers_lately", "writing_at",
]  # fmt: skip
