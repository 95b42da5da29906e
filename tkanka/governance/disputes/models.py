"""Disputes: the file, its parties, who is involved, the mediator, the keys, who stands in for whom, who read it."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from tkanka.governance.voting.models import Poll
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.disputes import DisputeState, Holder, Part


class Dispute(Keyed):
    """A dispute among members. Whoever may not know of it finds nothing: its key is the circle of its records.

    `weight` is how the party sees it weigh on the whole community, `without_mediation` why it goes to the Forum
    without one. On `delete_on` every text goes but `outcome`.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="disputes")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in DisputeState])
    title = models.CharField(max_length=200)
    statement = models.TextField(blank=True)
    weight = models.TextField(blank=True)
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_because = models.TextField(blank=True)
    without_mediation = models.TextField(blank=True)
    poll = models.OneToOneField(Poll, models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    delete_on = models.DateField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state__in=["closed", "withdrawn"]) | Q(closed_at__isnull=False, delete_on__isnull=False),
                name="dispute_over_has_its_day_of_deletion",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "state", "brought_at"]),
            models.Index(fields=["delete_on", "cleared_at"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def circle_id(self) -> UUID:
        return self.pk


class OfDispute(Keyed):
    """A leaf of a file."""

    dispute_id: UUID

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def circle_id(self) -> UUID:
        return self.dispute_id


class Party(OfDispute):
    """A member in dispute. `undertakes`: whether it said, before the vote, that it will accept the settlement."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="disputes")
    brought = models.BooleanField(default=False)
    told_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    undertakes = models.BooleanField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dispute", "organisation"], name="one_party_an_organisation"),
        ]


class Involved(OfDispute):
    """Somebody personally involved: a party named them, or they acted in it."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="involved")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    named_by = models.ForeignKey(Party, models.CASCADE, null=True, blank=True, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["dispute", "person"], name="involved_once")]


class Mediator(OfDispute):
    """Somebody proposed to mediate, with the address of their account, if they have one. `advice`: whose was sought."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="mediators")
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    origin = models.CharField(max_length=10)
    advice = models.TextField(blank=True)
    proposed_by = models.ForeignKey(Party, models.CASCADE, related_name="+")
    proposed_at = models.DateTimeField()
    accepted = models.BooleanField(null=True)


class Word(Keyed):
    """What a party says of a proposed mediator."""

    mediator = models.ForeignKey(Mediator, models.CASCADE, related_name="words")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    accepts = models.BooleanField()
    said_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["mediator", "party"], name="one_word_a_party")]

    def __str__(self) -> str:
        return str(self.accepts)


class Key(OfDispute):
    """What one holder of a key says of bringing the dispute before the Forum, and why. `asked_at` is the request it
    answers."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="keys")
    holder = models.CharField(max_length=14, choices=[(h.value, h.value) for h in Holder])
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    agrees = models.BooleanField()
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    turned_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dispute", "person", "asked_at"], name="one_key_a_person"),
        ]


class Substitute(OfDispute):
    """Who watches over the Forum's interest in the place of somebody in office who is involved."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="substitutes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    replaces = models.ForeignKey(Person, models.CASCADE, related_name="+")
    holder = models.CharField(max_length=14, choices=[(h.value, h.value) for h in Holder])
    by_lot = models.BooleanField(default=False)
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dispute", "replaces"], name="replaced_once"),
            models.UniqueConstraint(fields=["dispute", "person"], name="replaces_one"),
        ]


class Leaf(OfDispute):
    """Something added to the file: of a meeting, a document in words, a note of the mediator."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="leaves")
    text = models.TextField()
    held_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")


class Reading(OfDispute):
    """Somebody opened the file: once a person and day, as what they came."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    part = models.CharField(max_length=10, choices=[(p.value, p.value) for p in Part])
    day = models.DateField()
    first_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["dispute", "person", "day"], name="read_once_a_day")]
