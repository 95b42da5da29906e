"""The register of who does what, where, when and for whom."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.activities import ActivityState, Horizon, Intake, Precision, Price


class Visibility(models.TextChoices):
    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Source(models.TextChoices):
    """How an entry came in."""

    FORM = "form"
    COPY = "copy"
    IMPORT = "import"


class CapacityUnit(models.TextChoices):
    """What a month's capacity counts."""

    PEOPLE = "people"
    PLACES = "places"
    HOUSEHOLDS = "households"
    CONSULTATIONS = "consultations"
    HOURS = "hours"


COUNTING_PEOPLE = (CapacityUnit.PEOPLE, CapacityUnit.PLACES)
COUNTED = [
    *("network", "shown_admin1", "shown_admin2", "organisation", "activity", "status", "sector", "service", "group"),
    *("starts", "ends", "people_capacity", "shown"),
]
COUNTED_BY_SECTOR = ["network", "sector", *(column for column in COUNTED[1:] if column != "sector")]
ENDS_AFTER_START = Q(ends=None) | Q(starts=None) | Q(ends__gte=F("starts"))


class Activity(Keyed):
    """One activity of an organisation. Where and for whom is said by its rows.

    `sector` is the first level of the list `service` stands in; an activity told by its sector alone has no service.
    `capacity` is a month's, in `capacity_unit`; None is unknown, 0 is none. `recipient_kind`, `channel` and `cost` are
    codes of the vocabulary's lists. `confirmed_at` is when somebody last said that it still holds.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="activities")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="activities")
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="pl")
    sector = models.ForeignKey(Concept, models.PROTECT, related_name="+")
    service = models.ForeignKey(Concept, models.PROTECT, null=True, blank=True, related_name="+")
    recipient_kind = models.CharField(max_length=60, default="people")
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    funding_ends = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ActivityState])
    horizon = models.CharField(max_length=10, choices=[(h.value, h.value) for h in Horizon], blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    capacity_unit = models.CharField(max_length=14, choices=CapacityUnit.choices, default=CapacityUnit.PEOPLE)
    intake = models.CharField(
        max_length=14, choices=[(i.value, i.value) for i in Intake], default=Intake.ACCEPTING.value
    )
    cost = models.CharField(max_length=10, choices=[(p.value, p.value) for p in Price], default=Price.FREE.value)
    channel = models.CharField(max_length=60, default="in_person")
    remote = models.BooleanField(default=False)
    languages = models.ManyToManyField(Concept, blank=True, related_name="+")
    legal_statuses = models.ManyToManyField(Concept, blank=True, related_name="+")
    precision = models.CharField(
        max_length=12, choices=[(p.value, p.value) for p in Precision], default=Precision.GMINA.value
    )
    contact = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    website = models.URLField(blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.PUBLISHED)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.FORM)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=ENDS_AFTER_START, name="activity_ends_after_start"),
            models.CheckConstraint(
                condition=Q(funding_ends=None) | Q(starts=None) | Q(funding_ends__gte=F("starts")),
                name="activity_funding_ends_after_start",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="activity_has_a_title"),
            models.CheckConstraint(condition=Q(status__in=list(ActivityState)), name="activity_status_known"),
            models.CheckConstraint(condition=Q(precision__in=list(Precision)), name="activity_precision_known"),
            models.CheckConstraint(condition=Q(visibility__in=Visibility.values), name="activity_visibility_known"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "visibility", "-changed_at", "id"], name="activities_newest"),
            models.Index(fields=["network", "visibility", "title", "id"], name="activities_by_title"),
            models.Index(fields=["network", "organisation", "visibility", "-starts"], name="activities_of_one"),
            models.Index(
                fields=["confirmed_at"],
                condition=Q(visibility="published") & ~Q(status="ended"),
                name="activities_to_confirm",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        return self.visibility == Visibility.DRAFT

    @property
    def is_published(self) -> bool:
        return self.visibility == Visibility.PUBLISHED


class Row(Keyed):
    """An activity in one area for one group of recipients; what it shares with its activity is repeated for indexes.

    `unit` and the point are as stored; only `shown_…` may leave the house: they are as coarse as the activity's
    precision says, and empty where the place is hidden. Nobody outside reads the others, see `queries.published`.
    `key` is the natural key (see `keys`), empty while the entry is not published. `capacity` is this row's share;
    `people_capacity` repeats it where it counts people.
    """

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="rows")
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    sector = models.ForeignKey(Concept, models.PROTECT, related_name="+", db_index=False)
    service = models.ForeignKey(Concept, models.PROTECT, null=True, related_name="+", db_index=False)
    group = models.ForeignKey(Concept, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    status = models.CharField(max_length=10)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    funding_ends = models.DateField(null=True, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    admin1 = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    admin2 = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    place = models.CharField(max_length=200, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    shown = models.BooleanField(default=False)
    shown_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    shown_admin1 = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    shown_admin2 = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    shown_place = models.CharField(max_length=200, blank=True)
    shown_lat = models.FloatField(null=True, blank=True)
    shown_lon = models.FloatField(null=True, blank=True)
    targeted = models.PositiveIntegerField(null=True, blank=True)
    reached = models.PositiveIntegerField(null=True, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    people_capacity = models.PositiveIntegerField(null=True, blank=True)
    key = models.UUIDField(null=True, unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=ENDS_AFTER_START, name="row_ends_after_start"),
            models.CheckConstraint(condition=Q(shown=False) | Q(key__isnull=False), name="shown_rows_have_a_key"),
            models.CheckConstraint(condition=Q(lat=None) | Q(lat__range=(-90, 90)), name="row_latitude_on_earth"),
            models.CheckConstraint(condition=Q(lon=None) | Q(lon__range=(-180, 180)), name="row_longitude_on_earth"),
            models.CheckConstraint(
                condition=Q(lat=None, lon=None) | ~Q(lat=None) & ~Q(lon=None), name="row_point_whole"
            ),
        ]
        indexes: ClassVar = [
            # Counting by area reads one of these two alone: they hold whatever a map can be asked for, in counting
            # order. SQLite goes to the table for a column it only tests, so "shown" stands in them too.
            models.Index(fields=COUNTED, condition=Q(shown=True), name="rows_counted_by_area"),
            models.Index(fields=COUNTED_BY_SECTOR, condition=Q(shown=True), name="rows_counted_by_sector"),
            models.Index(fields=["network", "group", "activity"], condition=Q(shown=True), name="rows_by_group"),
            models.Index(fields=["network", "admin2", "service"], name="rows_by_true_area"),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} / {self.unit_id}"


class Revision(Keyed):
    """How often what is published of an area of a network has changed: whoever keeps counts knows which are stale.

    `unit` is the published powiat, else voivodeship, else country; None stands for places that are not published.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="+")
    area = models.CharField(max_length=36)
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="+")
    number = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "area"], name="one_revision_an_area"),
        ]

    def __str__(self) -> str:
        return f"{self.network_id} {self.area}: {self.number}"
