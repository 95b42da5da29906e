"""Questions put to the advisory group, and what its seats answered."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person
from tkanka.rules.groups import Reply, Subject

from .proposals import Proposal
from .technical import Intent


class Consultation(Keyed):
    """A question on record: about a proposal (a strategic one, or a hard case) or about an intention."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="consultations_of_groups")
    body = models.ForeignKey(Body, models.PROTECT, related_name="consulted_on_groups")
    subject = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Subject])
    proposal = models.ForeignKey(Proposal, models.CASCADE, null=True, blank=True, related_name="consultations")
    intent = models.ForeignKey(Intent, models.CASCADE, null=True, blank=True, related_name="consultations")
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(proposal=None, intent__isnull=False) | Q(proposal__isnull=False, intent=None),
                name="consultation_about_one_thing",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "-asked_at"])]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_open(self) -> bool:
        """Whether it still waits: the matter it is about is not settled."""
        about = self.proposal or self.intent
        return about is not None and about.state in ("draft", "submitted", "asked")


class Opinion(Keyed):
    """What one seat answered. It may be changed while the question stands."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="opinions")
    person = models.ForeignKey(Person, models.CASCADE, related_name="opinions_on_groups")
    reply = models.CharField(max_length=8, choices=[(r.value, r.value) for r in Reply])
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["consultation", "person"], name="one_opinion_a_seat"),
        ]

    def __str__(self) -> str:
        return self.reply
