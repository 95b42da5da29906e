"""What happens when, for whom and where: one row an event, wherever it comes from."""

from datetime import date, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q

from tkanka.governance.bodies.models import Body, OfBody
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.calendar import EventAudience, EventKind, EventSource, FeedScope

WARSAW = "Europe/Warsaw"


class Event(OfBody, Keyed):
    """An event of a network. Instants are kept in UTC; `timezone` is where they are told on the clock of the wall.

    `ends_at` is the first instant after it; for a whole day that is the next midnight of `timezone`.
    `source` and `source_key` say what it was made from: the same source writes the same event again.
    `uid` never changes and `sequence` grows with every change, so that calendars elsewhere follow.
    `hosts` hold it together with `organisation`. An event without `published_at` is nobody's to see yet.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="events")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="pl")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in EventKind], default=EventKind.OTHER)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    timezone = models.CharField(max_length=64, default=WARSAW)
    all_day = models.BooleanField(default=False)
    place = models.CharField(max_length=300, blank=True)
    area = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="events")
    online = models.BooleanField(default=False)
    url = models.CharField(max_length=500, blank=True)
    uid = models.CharField(max_length=255)
    sequence = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    audience = models.CharField(max_length=20, choices=[(a.value, a.value) for a in EventAudience])
    body = models.ForeignKey(Body, models.CASCADE, null=True, blank=True, related_name="events")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="events")
    hosts = models.ManyToManyField(Organisation, blank=True, related_name="events_held_together")
    themes = models.ManyToManyField(Concept, blank=True, related_name="events")
    source = models.CharField(max_length=10, choices=[(s.value, s.value) for s in EventSource])
    source_key = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "source", "source_key"], name="one_event_a_source"),
            models.UniqueConstraint(fields=["network", "uid"], name="one_event_a_uid"),
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="event_ends_after_beginning"),
            models.CheckConstraint(condition=~Q(audience="body") | Q(body__isnull=False), name="event_for_which_body"),
            models.CheckConstraint(
                condition=~Q(audience="organisation") | Q(organisation__isnull=False), name="event_for_which_party"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "starts_at"]),
            models.Index(fields=["network", "ends_at"]),
            models.Index(fields=["body", "starts_at"]),
            models.Index(fields=["organisation", "starts_at"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day on the calendar of the place; an end at midnight belongs to the day before."""
        first = self.starts_at.astimezone(self.zone).date()
        return first, max(first, (self.ends_at - timedelta(microseconds=1)).astimezone(self.zone).date())

    @property
    def starts(self) -> datetime:
        """The beginning on the clock of the wall, where it takes place."""
        return self.starts_at.astimezone(self.zone)

    @property
    def ends(self) -> datetime:
        return self.ends_at.astimezone(self.zone)


class Goer(Keyed):
    """Somebody who has a place at an event, which therefore stands in their own calendar.

    `asked`: they were invited to it, and may know of it for that alone. Where both rest on an organisation, they count
    while the person acts for it.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="goers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="+")
    asked = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "event"], name="one_goer_an_event")]

    def __str__(self) -> str:
        return f"{self.person} → {self.event}"


class Feed(OfBody, Keyed):
    """A secret address under which a calendar elsewhere reads events for one person.

    The secret is made of the key and never stored. `told` is a digest of what was given out last and `told_at` when
    that changed; `used_at` is when it was last asked for, to the hour.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="calendar_feeds")
    person = models.ForeignKey(Person, models.CASCADE, related_name="calendar_feeds")
    scope = models.CharField(max_length=20, choices=[(s.value, s.value) for s in FeedScope])
    body = models.ForeignKey(Body, models.CASCADE, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    told = models.CharField(max_length=64, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(scope="body") | Q(body__isnull=False), name="feed_of_which_body"),
            models.CheckConstraint(
                condition=~Q(scope="organisation") | Q(organisation__isnull=False), name="feed_of_which_party"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "network", "created_at"])]

    def __str__(self) -> str:
        return f"{self.scope} ({self.pk})"
