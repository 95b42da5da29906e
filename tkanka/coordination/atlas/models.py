"""Counts that are kept, so that the map does not count the register again for every reader."""

from typing import ClassVar

from django.db import models

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network


class Kept(Keyed):
    """The answer to one question of a network: counts by area, and the revision of every area they were counted at.

    An area whose revision (see `activities.models.Revision`) is another now is counted again; the others hold.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="+")
    question = models.CharField(max_length=200)
    revisions = models.JSONField()
    counts = models.JSONField()
    counted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "question"], name="one_answer_a_question"),
        ]

    def __str__(self) -> str:
        return f"{self.network_id} {self.question}"
