from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tkanka.governance.bodies.models import Body, OfBody
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Subregion
from tkanka.network.people.models import Person
from tkanka.network.places.models import Unit
from tkanka.rules.meetings import Cadence, Frequency, MeetingAudience, MeetingForm, MeetingKind

WARSAW = "Europe/Warsaw"


class Plan(OfBody, Keyed):
    """What a series hands on to each of its meetings."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="%(class)s_set")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="%(class)s_set")
    subregion = models.ForeignKey(Subregion, models.PROTECT, null=True, blank=True, related_name="%(class)s_set")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in MeetingKind])
    audience = models.CharField(max_length=10, choices=[(a.value, a.value) for a in MeetingAudience])
    open_to_members = models.BooleanField(default=False)
    title = models.CharField(max_length=200)
    about = models.TextField(blank=True)
    form = models.CharField(max_length=10, choices=[(f.value, f.value) for f in MeetingForm])
    timezone = models.CharField(max_length=64, default=WARSAW)
    place = models.CharField(max_length=300, blank=True)
    area = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="%(class)s_set")
    join_link = models.URLField(max_length=500, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    per_organisation = models.PositiveIntegerField(null=True, blank=True)
    languages = models.JSONField(default=list, blank=True)
    interpretation = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True


class Series(Plan):
    """Meetings that come round: every so many weeks or months, at the same hour on the wall.

    Drafts are made `ahead` of time, so many of them. A meeting of the series that was moved, cancelled or called is
    an exception: it stays as it is when the series changes.
    """

    frequency = models.CharField(max_length=20, choices=[(f.value, f.value) for f in Frequency])
    interval = models.PositiveSmallIntegerField(default=1)
    weekday = models.PositiveSmallIntegerField(default=0)
    nth = models.SmallIntegerField(default=1)
    day = models.PositiveSmallIntegerField(default=1)
    hour = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ahead = models.PositiveSmallIntegerField(default=3)
    ended_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(interval__gte=1, interval__lte=24) & Q(weekday__lte=6) & Q(day__gte=1, day__lte=31),
                name="series_repeats",
            ),
            models.CheckConstraint(condition=Q(nth__in=[1, 2, 3, 4, -1]), name="series_nth_known"),
            models.CheckConstraint(condition=Q(minutes__gte=5, minutes__lte=2880), name="series_meeting_lasts"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="series_ends_after_start"),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "ended_at"])]

    def __str__(self) -> str:
        return self.title

    @property
    def cadence(self) -> Cadence:
        return Cadence(
            Frequency(self.frequency), self.since, self.hour, self.minutes, self.interval, self.weekday, self.nth,
            self.day, self.timezone, self.until,
        )  # fmt: skip
