from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.people.models import Person
from tkanka.rules.membership import MembershipState, StatusState
from tkanka.rules.standing import Capacity, Office

from .networks import Network
from .organisations import Organisation


def in_force(day: date, prefix: str = "") -> Q:
    """Dated rows that hold on that day: begun, and not ended by then. `until` is the first day it no longer holds."""
    return Q(**{f"{prefix}since__lte": day}) & (Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gt": day}))


class Dated(Keyed):
    """Holds from `since` until the day `until` begins. Never edited: ended, and written anew."""

    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


ENDS_AFTER_BEGINNING = Q(until=None) | Q(until__gte=F("since"))


class Status(models.TextChoices):
    """How a party belongs to a network."""

    MEMBER = "member"
    OBSERVER = "observer"
    PARTNER = "partner"


class Membership(Dated):
    """The tie of an organisation to a network. Joining again writes a new row."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.MEMBER)
    state = models.CharField(
        max_length=20, choices=[(s, s) for s in dict.fromkeys([*map(str, MembershipState), *map(str, StatusState)])]
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "organisation"], condition=Q(state="active"), name="one_active_membership"
            ),
            models.CheckConstraint(condition=ENDS_AFTER_BEGINNING, name="membership_ends_after_beginning"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "status", "state"]),
            models.Index(fields=["organisation", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} / {self.network}"


class Mandate(Dated):
    """A person may act for an organisation, in a capacity, for a time."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="mandates")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="mandates")
    capacity = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Capacity])
    post = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "organisation", "capacity"],
                condition=Q(until=None),
                name="one_open_mandate_a_capacity",
            ),
            models.CheckConstraint(condition=ENDS_AFTER_BEGINNING, name="mandate_ends_after_beginning"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "until"]), models.Index(fields=["organisation", "until"])]

    def __str__(self) -> str:
        return f"{self.person} / {self.organisation} ({self.capacity})"


class OfficeHolder(Dated):
    """A person keeps the network: coordinator or secretariat. A deputy acts for an absent coordinator."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="office_holders")
    person = models.ForeignKey(Person, models.CASCADE, related_name="offices")
    office = models.CharField(max_length=20, choices=[(o.value, o.value) for o in Office])
    is_deputy = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "person", "office"], condition=Q(until=None), name="one_open_office_a_person"
            ),
            models.CheckConstraint(condition=ENDS_AFTER_BEGINNING, name="office_ends_after_beginning"),
        ]

    def __str__(self) -> str:
        return f"{self.person} / {self.office}"


class Hosting(Dated):
    """A member organisation keeps the secretariat of a network, pledged until `guaranteed_until`.

    `donor` pays for it, from `grant_since` until `grant_until`, both days included.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="hostings")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="hostings")
    guaranteed_until = models.DateField(null=True, blank=True)
    donor = models.CharField(max_length=200, blank=True)
    grant_since = models.DateField(null=True, blank=True)
    grant_until = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network"], condition=Q(until=None), name="one_host_a_network"),
            models.CheckConstraint(condition=ENDS_AFTER_BEGINNING, name="hosting_ends_after_beginning"),
            models.CheckConstraint(
                condition=Q(grant_since=None) | Q(grant_until=None) | Q(grant_until__gte=F("grant_since")),
                name="grant_ends_after_beginning",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} / {self.network}"
