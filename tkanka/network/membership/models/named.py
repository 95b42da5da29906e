from typing import ClassVar

from django.db import models

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.rules.parties import Kind


class NamedParty(Keyed):
    """Somebody the texts or the founders of a network name as taking part. It belongs only by an act of its own.

    `cite` is the place that names it, if any. `organisation` is who came in by this entry.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="named_parties")
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    kind = models.CharField(max_length=40, choices=[(k.value, k.value) for k in Kind])
    cite = models.CharField(max_length=60, blank=True)
    named_at = models.DateTimeField()
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="named_as")

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["network", "name_key"], name="named_once_a_network")]

    def __str__(self) -> str:
        return self.name
