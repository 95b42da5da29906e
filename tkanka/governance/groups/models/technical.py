"""The coordinator's intention to convene a technical advisory group."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person
from tkanka.rules.groups import IntentState


class Intent(Keyed):
    """A technical group that is being set up: it counts against the limit from the day the intention is put."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="technical_intents")
    name = models.CharField(max_length=200)
    purposes = models.JSONField(default=list)
    need = models.TextField()
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in IntentState])
    put_at = models.DateTimeField()
    put_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    body = models.OneToOneField(Body, models.PROTECT, null=True, blank=True, related_name="intent")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(state="opened") & Q(body__isnull=False)) | (~Q(state="opened") & Q(body=None)),
                name="intent_has_a_body_once_opened",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "state"])]

    def __str__(self) -> str:
        return self.name
