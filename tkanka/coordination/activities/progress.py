"""How far the work on a file has come, for whoever waits; no action, nothing rests on it."""

from .models import ImportRun


def note_progress(run: ImportRun, done: int) -> None:
    """Let the page of the run show it."""
    ImportRun.objects.filter(pk=run.pk).update(done=done)
