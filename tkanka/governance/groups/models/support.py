"""What the secretariat can give, what was asked of it, and what it answered."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person
from tkanka.rules.groups import SupportKind, SupportState


class Unit(models.TextChoices):
    HOURS = "hours"
    ZLOTY = "zloty"


class Pot(Keyed):
    """So much of something for a period: hours of interpreters, money for translations."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="support_pots")
    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=5, choices=Unit.choices)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    since = models.DateField()
    until = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="a_pot_holds_no_less_than_nothing"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="a_pot_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.name


class SupportRequest(Keyed):
    """A group asks; the secretariat answers yes, no or partly, and names what the answer rests on."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="support_requests")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in SupportKind])
    text = models.TextField()
    needed_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in SupportState])
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    pot = models.ForeignKey(Pot, models.PROTECT, null=True, blank=True, related_name="requests")
    granted = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    reason = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state__in=["partly", "refused"]) | ~Q(reason=""), name="support_denied_with_a_reason"
            ),
            models.CheckConstraint(condition=Q(granted__gte=0), name="support_grants_no_less_than_nothing"),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "asked_at"])]

    def __str__(self) -> str:
        return f"{self.kind} / {self.body}"
