from typing import ClassVar
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q

from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.meetings import MeetingForm, MeetingState

from .series import Plan, Series


class Meeting(Plan):
    """A meeting, from its draft until long after. Instants are UTC; `timezone` tells them on the clock of the wall.

    `series_on` is the day its series meant it for, `own_way` that somebody changed it since.
    `first` marks the first meeting of a body. `decision` is the decision it is called by, where one is asked for.
    `chair` leads this one meeting. `sequence` grows with every change people were told of.
    `check_in_code` is what is shown at the meeting for saying that one is there. The last moments say what was
    already recalled, since when the list of those present stays as it is, and that access needs are gone.
    """

    series = models.ForeignKey(Series, models.SET_NULL, null=True, blank=True, related_name="meetings")
    series_on = models.DateField(null=True, blank=True)
    own_way = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in MeetingState], default=MeetingState.DRAFT
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    registration_until = models.DateTimeField(null=True, blank=True)
    answer_hours = models.PositiveSmallIntegerField(default=48)
    interpretation_booked = models.BooleanField(default=False)
    access = models.TextField(blank=True)
    host = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="meetings_hosted")
    cohosts = models.ManyToManyField(Organisation, blank=True, related_name="meetings_cohosted")
    themes = models.ManyToManyField(Concept, blank=True, related_name="meetings")
    chair = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="meetings_chaired")
    decision = models.TextField(blank=True)
    asks_for = models.JSONField(default=list, blank=True)
    submissions_due = models.DateField(null=True, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    check_in_code = models.CharField(max_length=6, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    called_at = models.DateTimeField(null=True, blank=True)
    called_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    held_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.TextField(blank=True)
    organiser_reminded_at = models.DateTimeField(null=True, blank=True)
    submissions_reminded_at = models.DateTimeField(null=True, blank=True)
    day_before_at = models.DateTimeField(null=True, blank=True)
    day_of_at = models.DateTimeField(null=True, blank=True)
    list_settled_at = models.DateTimeField(null=True, blank=True)
    needs_cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["series", "series_on"], name="one_meeting_a_day_of_a_series"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_beginning"),
            models.CheckConstraint(
                condition=~Q(state__in=["called", "held"]) | Q(called_at__isnull=False), name="meeting_called_when"
            ),
            models.CheckConstraint(condition=~Q(state="held") | Q(held_at__isnull=False), name="meeting_held_when"),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | Q(cancelled_at__isnull=False), name="meeting_cancelled_when"
            ),
            models.CheckConstraint(condition=~Q(audience="body") | Q(body__isnull=False), name="meeting_of_which_body"),
            models.CheckConstraint(condition=Q(capacity=None) | Q(capacity__gte=1), name="meeting_has_places"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "state", "starts_at"]),
            models.Index(fields=["body", "state", "starts_at"]),
            models.Index(fields=["state", "ends_at"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def uid(self) -> str:
        """What calendars elsewhere know it by; it never changes."""
        return f"meeting-{self.pk}@tkanka"

    @property
    def has_place(self) -> bool:
        return self.form != MeetingForm.ONLINE

    @property
    def is_online(self) -> bool:
        return self.form != MeetingForm.IN_PERSON

    @property
    def is_ahead(self) -> bool:
        """Drafted or called: neither held nor cancelled."""
        return self.state in (MeetingState.DRAFT, MeetingState.CALLED)
