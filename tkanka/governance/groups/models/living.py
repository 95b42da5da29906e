"""What an open group writes: terms of reference, short updates, results."""

from typing import ClassVar

from django.db import models

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import Keyed
from tkanka.ground.kit.uploads import Checked
from tkanka.network.people.models import Person

from .proposals import Charge


class Terms(Charge, Keyed):
    """One version of a group's terms of reference; the latest holds, the earlier ones stay readable."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="terms")
    number = models.PositiveIntegerField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "number"], name="terms_numbered_in_a_body")]

    def __str__(self) -> str:
        return f"{self.body} ({self.number})"


class Update(Keyed):
    """Where the group is: two short answers, for everybody in the network."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="updates")
    done = models.TextField()
    ahead = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["body", "-at"])]

    def __str__(self) -> str:
        return self.done[:60]


def kept_at(result: "Result", name: str) -> str:
    """Where a file is kept: a name nobody can guess, and nothing of the one it came with."""
    return f"groups/{result.body_id}/{result.pk}"


class Result(Keyed):
    """Something the group made: told to the members, and where the charter says so reviewed by the advisory group."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="results")
    title = models.CharField(max_length=200)
    text = models.TextField()
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(upload_to=kept_at, blank=True, validators=[Checked()], max_length=200)
    name = models.CharField(max_length=150, blank=True)
    size = models.PositiveIntegerField(default=0)
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    to_advisory = models.BooleanField(default=False)
    review = models.TextField(blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["body", "-filed_at"])]

    def __str__(self) -> str:
        return self.title


class Reminder(Keyed):
    """That something was recalled for a day, once: terms of reference, an update, the end of the time frame."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="group_reminders")
    about = models.CharField(max_length=10)
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "about", "day"], name="a_group_is_reminded_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.day}"
