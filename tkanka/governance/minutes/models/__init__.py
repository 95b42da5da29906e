"""Minutes, section by section and version by version, remarks on them, decisions and tasks."""

from .minutes import Minutes, Remark, Section, Version, Writing
from .results import Decision
from .tasks import Task, TaskStep

__all__ = ["Decision", "Minutes", "Remark", "Section", "Task", "TaskStep", "Version", "Writing"]
