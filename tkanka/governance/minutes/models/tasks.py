from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.bodies.models import Seat
from tkanka.governance.meetings.models import Item, Meeting
from tkanka.ground.kit.models import Keyed
from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.minutes import TaskState


class Task(Keyed):
    """Something to be done after a meeting, by one person, one organisation or whoever holds one seat.

    `told_near_at` and `told_late_at`: when its owner was told that its day is near, and that it has passed.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="tasks")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, blank=True, related_name="tasks")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="tasks")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="tasks")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="tasks")
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in TaskState], default=TaskState.OPEN)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    told_near_at = models.DateTimeField(null=True, blank=True)
    told_late_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(organisation=None, seat=None)
                | Q(person=None, seat=None)
                | Q(person=None, organisation=None),
                name="task_of_one_owner",
            ),
            models.CheckConstraint(condition=Q(state="open") | Q(settled_at__isnull=False), name="task_settled_when"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "due"]),
            models.Index(fields=["meeting", "state", "due"]),
            models.Index(fields=["person", "state"]),
            models.Index(fields=["organisation", "state"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def owner_name(self) -> str:
        """Who does it: the organisation, the person, or the seat with whoever holds it."""
        if self.organisation is not None:
            return self.organisation.name
        if self.seat is not None:
            return f"{self.seat.person.name} ({self.seat.body.name})"
        return self.person.name if self.person else ""

    @property
    def state_word(self) -> str:
        return label(TaskState(self.state))


class TaskStep(Keyed):
    """One turn of a task: it was given, given to another, done, dropped, opened again; with what was said."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="steps")
    step = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["task", "at"])]

    def __str__(self) -> str:
        return f"{self.task}: {self.step}"
