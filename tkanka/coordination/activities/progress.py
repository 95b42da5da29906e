"""How far the work on a file has come, for whoever waits; no action, nothing rests on it."""

from tkanka.ground.kit.work import still_at_it

from .models import ImportRun


def note_progress(run: ImportRun, done: int) -> None:
    """Let the page of the run show it, and other workers know that somebody is at it."""
    still_at_it()
    ImportRun.objects.filter(pk=run.pk).update(done=done)


def note_moved(run: ImportRun) -> None:
    """What is left of the file has to be read again."""
    run.divided, run.done = False, 0
    run.save(update_fields=["divided", "done"])
