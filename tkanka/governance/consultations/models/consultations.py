from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tkanka.governance.bodies.models import Body, OfBody
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person
from tkanka.rules.consultations import ConsultationState

from .documents import Version

UNDER_WAY = Q(state__in=["draft", "open", "answering"])


class Consultation(OfBody, Keyed):
    """A version put to those asked, for a period. Its circle is that of the document.

    `plan` says how remarks will be answered; with `announced_at` it is published and opens on its day. `members`,
    `observers` and `bodies` are those asked, `public` lets everybody read.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="consultations")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="consultations")
    version = models.ForeignKey(Version, models.PROTECT, related_name="consultations")
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in ConsultationState], default=ConsultationState.DRAFT
    )
    plan = models.TextField(blank=True)
    opens_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    members = models.BooleanField(default=True)
    observers = models.BooleanField(default=False)
    bodies = models.ManyToManyField(Body, related_name="consultations_asked", blank=True)
    public = models.BooleanField(default=False)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    announced_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    called_off_because = models.TextField(blank=True)
    numbered = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version"], condition=UNDER_WAY, name="one_consultation_at_a_time"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "called_off"])
                | Q(opens_on__isnull=False, closes_on__gte=F("opens_on"), announced_at__isnull=False),
                name="consultation_has_its_period",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "state", "closes_on"]),
            models.Index(fields=["state", "opens_on"]),
        ]

    def __str__(self) -> str:
        return str(self.version)


class Guest(Keyed):
    """Somebody from outside, asked by a letter; its address is the key to their page."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="guests")
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    party = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="pl")
    invited_at = models.DateTimeField()
    left_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["consultation", "email"], name="one_guest_an_address"),
        ]

    def __str__(self) -> str:
        return self.party
