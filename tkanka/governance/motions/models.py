"""What participants ask the network to do, or to carry outside, and what was answered."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.motions import MotionKind, MotionState


class Motion(Keyed):
    """A matter raised by one participant. `source` is the page it starts from: the filed result of a group."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="motions")
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in MotionKind])
    state = models.CharField(max_length=14, choices=[(s.value, s.value) for s in MotionState])
    title = models.CharField(max_length=200)
    text = models.TextField()
    source = models.CharField(max_length=300, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="motions")
    moved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    moved_at = models.DateTimeField()
    due = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    carried_to = models.CharField(max_length=200, blank=True)
    carried_on = models.DateField(null=True, blank=True)
    told_overdue_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["moved", "withdrawn"]) | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="motion_answered_in_words",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "state", "moved_at"])]

    def __str__(self) -> str:
        return self.title
