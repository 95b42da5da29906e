"""What one person wrote and is to do, for that person."""

from typing import Any
from uuid import UUID

from .models import Decision, Minutes, Remark, Task, TaskStep, Version, Writing

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    taken = Minutes.objects.filter(note_taker=person).order_by("opened_at")
    written = Writing.objects.filter(written_by=person).order_by("written_at")
    remarks = Remark.objects.filter(person=person).order_by("made_at")
    tasks = Task.objects.filter(person=person).order_by("given_at")
    steps = TaskStep.objects.filter(by=person).order_by("at")
    return {
        "notes_taken": list(taken.values("meeting__title", "opened_at", "state")[:MOST]),
        "written": list(written.values("section__title", "text", "written_at")[:MOST]),
        "versions": list(Version.objects.filter(made_by=person).values("number", "reason", "made_at")[:MOST]),
        "remarks": list(remarks.values("section__title", "text", "answer", "made_at")[:MOST]),
        "decisions": list(Decision.objects.filter(noted_by=person).values("text", "kind", "noted_at")[:MOST]),
        "tasks": list(tasks.values("title", "text", "due", "state", "given_at")[:MOST]),
        "task_notes": list(steps.values("task__title", "step", "note", "at")[:MOST]),
    }
