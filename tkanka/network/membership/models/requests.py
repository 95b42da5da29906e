from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person


class RequestState(models.TextChoices):
    """Where a request for access stands."""

    OPEN = "open", _("czeka")
    GRANTED = "granted", _("udzielono dostępu")
    DECLINED = "declined", _("odmówiono")


class AccessRequest(Keyed):
    """„To my, prosimy o dostęp”: a person says that they belong to a party the installation already knows."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="access_requests")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="access_requests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="access_requests")
    text = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.OPEN)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "person"], condition=Q(state="open"), name="one_open_request_a_person"
            ),
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None) | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="request_settled_at_a_time",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "state", "asked_at"])]

    def __str__(self) -> str:
        return f"{self.person_id} / {self.organisation_id}"
