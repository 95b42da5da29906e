from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.meetings.models import Item, Meeting
from tkanka.ground.kit.models import Keyed
from tkanka.ground.kit.wording import label
from tkanka.network.people.models import Person
from tkanka.rules.minutes import DecisionKind


class Decision(Keyed):
    """What came out of a meeting, or of one item of its agenda; with the figures of a vote where one was taken."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="decisions")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, blank=True, related_name="decisions")
    kind = models.CharField(max_length=14, choices=[(k.value, k.value) for k in DecisionKind])
    text = models.TextField()
    votes_for = models.PositiveIntegerField(null=True, blank=True)
    votes_against = models.PositiveIntegerField(null=True, blank=True)
    abstained = models.PositiveIntegerField(null=True, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(votes_for=None, votes_against=None, abstained=None)
                | Q(votes_for__isnull=False, votes_against__isnull=False, abstained__isnull=False),
                name="decision_with_a_whole_vote",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["meeting", "noted_at"])]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def kind_word(self) -> str:
        return label(DecisionKind(self.kind))
