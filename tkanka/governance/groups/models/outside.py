"""Groups outside the network: listed, not governed."""

from typing import ClassVar

from django.db import models

from tkanka.network.networks.models import Network
from tkanka.network.networks.models.belonging import ENDS_AFTER_BEGINNING, Dated


class OutsideGroup(Dated):
    """A sector group of the United Nations, a team of a ministry, a group of another network."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="outside_groups")
    name = models.CharField(max_length=200)
    lead = models.CharField(max_length=200, blank=True)
    co_lead = models.CharField(max_length=200, blank=True)
    sector = models.CharField(max_length=200, blank=True)
    area = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)
    about = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=ENDS_AFTER_BEGINNING, name="outside_group_ends_after_beginning"),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "name"])]

    def __str__(self) -> str:
        return self.name
