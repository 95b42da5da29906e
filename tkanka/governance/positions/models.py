"""Joint positions: the text, to whom it goes, who signed it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.positions import PositionState


class Position(Keyed):
    """A position begun by one organisation. With `frozen_at` its text is never changed again.

    `source` is the page it starts from: the filed result of a group, the minutes of a meeting.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="positions")
    initiator = models.ForeignKey(Organisation, models.PROTECT, related_name="positions_begun")
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in PositionState], default=PositionState.DRAFT
    )
    title = models.CharField(max_length=200)
    text = models.TextField()
    source = models.CharField(max_length=300, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    sign_until = models.DateField(null=True, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | Q(frozen_at__isnull=False, sign_until__isnull=False),
                name="position_frozen_before_signing",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "state", "begun_at"])]

    def __str__(self) -> str:
        return self.title


class Addressee(Keyed):
    """To whom a position goes, when and how it was handed over, and what they answered."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="addressees")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    delivered_on = models.DateField(null=True, blank=True)
    delivered_how = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["position", "order"], name="one_addressee_a_place"),
            models.CheckConstraint(
                condition=Q(answer="") | Q(delivered_on__isnull=False), name="answered_after_delivery"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Signature(Keyed):
    """An organisation signed, by somebody who had its mandate; `withdrawn_at`: it does not stand behind it any more."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="signatures")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="positions_signed")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    signed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["position", "organisation"], condition=Q(withdrawn_at=None), name="one_signature_a_party"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}"


class DraftRemark(Keyed):
    """What a member says of a draft."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="draft_remarks")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["position", "made_at"])]

    def __str__(self) -> str:
        return f"{self.organisation}"
