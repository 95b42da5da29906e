"""Who is asked to act for an organisation, and which organisation belongs to which."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.membership import LinkState
from tkanka.rules.standing import Capacity


class Invitation(Keyed):
    """Somebody is asked by letter to act for an organisation. Taken up once, within its time, or taken back."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="pl")
    capacity = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Capacity])
    post = models.CharField(max_length=120, blank=True)
    mandate_until = models.DateField(null=True, blank=True)
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    sent = models.PositiveSmallIntegerField(default=1)
    sent_at = models.DateTimeField()
    valid_until = models.DateField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "email", "capacity"],
                condition=Q(accepted_at=None, revoked_at=None),
                name="one_open_invitation_an_address",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(revoked_at=None), name="invitation_used_or_taken_back"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-invited_at"])]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.capacity})"


class Link(Keyed):
    """`lower` belongs to `upper`, an umbrella or consortium: said by one side, confirmed by the other, dated."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="links")
    upper = models.ForeignKey(Organisation, models.CASCADE, related_name="links_down")
    lower = models.ForeignKey(Organisation, models.CASCADE, related_name="links_up")
    claimed_by = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in LinkState])
    claimed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["upper", "lower"], condition=Q(state__in=["claimed", "confirmed"]), name="one_live_link_a_pair"
            ),
            models.CheckConstraint(condition=~Q(upper=F("lower")), name="link_between_two"),
            models.CheckConstraint(
                condition=Q(claimed_by=F("upper")) | Q(claimed_by=F("lower")), name="link_claimed_by_a_side"
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(since__isnull=False), name="link_confirmed_dated"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["lower", "state"]), models.Index(fields=["upper", "state"])]

    def __str__(self) -> str:
        return f"{self.lower} → {self.upper}"
