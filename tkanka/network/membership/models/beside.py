from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Membership
from tkanka.network.people.models import Person


class WorksWith(models.TextChoices):
    """Who in the network keeps the contact with an observer or partner."""

    NETWORK = "network", _("cała sieć")
    SECRETARIAT = "secretariat", _("sekretariat")
    ADVISORY_GROUP = "advisory_group", _("grupa doradcza")


class Beside(Keyed):
    """What is kept of an observer or partner beyond its tie to the network: why, with whom, how to reach it."""

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="beside")
    reason = models.TextField(blank=True)
    works_with = models.CharField(max_length=20, choices=WorksWith.choices, default=WorksWith.NETWORK)
    receives_offers = models.BooleanField(default=False)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    granted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return str(self.membership)


class ContactNote(Keyed):
    """A contact with an observer or partner, noted by those who keep the network."""

    beside = models.ForeignKey(Beside, models.CASCADE, related_name="notes")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return self.text[:60]
