from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person

from .meetings import Meeting
from .registering import Invitee


class Capacity(models.TextChoices):
    """As what somebody is there."""

    SEAT = "seat", _("zasiada w ciele")
    MEMBER = "member", _("z organizacji członkowskiej")
    OBSERVER = "observer", _("z organizacji obserwującej")
    OFFICE = "office", _("z sekretariatu, bez miejsca")
    GUEST = "guest", _("gość")


class Way(models.TextChoices):
    """How it became known that somebody is there."""

    CODE = "code"
    LIST = "list"


class Attendance(Keyed):
    """Somebody is at a meeting, for an organisation or in their own name. `left_at` says that they went before its end.

    The coordinator and the secretariat attend as an office, without a seat.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="attendances")
    invitee = models.ForeignKey(Invitee, models.CASCADE, null=True, blank=True, related_name="attendances")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="meeting_attendances"
    )
    capacity = models.CharField(max_length=10, choices=Capacity.choices)
    way = models.CharField(max_length=4, choices=Way.choices)
    online = models.BooleanField(default=False)
    came_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(person__isnull=False), name="one_attendance_a_person"
            ),
            models.UniqueConstraint(
                fields=["meeting", "invitee"], condition=Q(invitee__isnull=False), name="one_attendance_an_invitee"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(invitee__isnull=False), name="attendance_of_somebody"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["meeting", "left_at"]),
            models.Index(fields=["person", "came_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.invitee} / {self.meeting}"


class PresenceSnapshot(Keyed):
    """Who was there at one moment, frozen: the electorate of a vote held at the meeting. Never changed.

    `organisations` are the keys of the member organisations present, `people` of the persons who held a seat.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="snapshots")
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    purpose = models.CharField(max_length=200, blank=True)
    organisations = models.JSONField(default=list)
    people = models.JSONField(default=list)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["meeting", "taken_at"])]

    def __str__(self) -> str:
        return f"{self.meeting} {self.taken_at}"
