"""What every table has."""

from typing import TypeVar
from uuid import uuid4

from django.db import models
from django.utils.translation import get_language


class Keyed(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True


class Labelled(models.Model):
    """A thing named in the three languages; the Polish name is the one that counts."""

    label_pl = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    label_uk = models.CharField(max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        found = getattr(self, f"label_{(get_language() or 'pl')[:2]}", "")
        return str(found or self.label_pl)


M = TypeVar("M", bound=models.Model)


def locked(thing: M) -> M:
    """The same row, read again and held until the transaction ends."""
    # Not type(thing): the person of a request comes wrapped.
    return thing.__class__._default_manager.select_for_update().get(pk=thing.pk)


class JobRun(models.Model):
    """When a job of the timetable is next due, who runs it now, and how it went last."""

    name = models.CharField(max_length=200, primary_key=True)
    next_at = models.DateTimeField()
    claimed_by = models.UUIDField(null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(claimed_by=None, claimed_until=None)
                | models.Q(claimed_by__isnull=False, claimed_until__isnull=False),
                name="job_claimed_by_somebody_until_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.name
