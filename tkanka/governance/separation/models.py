"""Cases of parting from the host: who asks for it and why, the successor, the vote, and what is handed over."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.voting.models import Poll
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.separation import CaseState, Handing, Interest


class Case(Keyed):
    """A case. `on_resignation`: the host leaves, so there will be another in any event."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="separations")
    host = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in CaseState])
    interest = models.CharField(max_length=24, choices=[(i.value, i.value) for i in Interest])
    reason = models.TextField()
    on_resignation = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    poll = models.OneToOneField(Poll, models.PROTECT, null=True, blank=True, related_name="separation")
    settled_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)
    taken_over_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network"], condition=Q(state__in=["open", "decided"]), name="one_separation_a_network"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["decided", "rejected"]) | Q(poll__isnull=False, settled_at__isnull=False),
                name="separation_settled_by_a_vote",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "opened_at"])]

    def __str__(self) -> str:
        return f"{self.network} / {self.host}"


class Successor(Keyed):
    """An organisation that may take the host's place: proposed, named by a vote (`naming`), answering for itself.

    `stated` are the qualities of a host that were stated of it. One at a time waits; one refused is kept.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="successors")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    stated = models.JSONField(default=list)
    text = models.TextField(blank=True)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    naming = models.OneToOneField(Poll, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "proposed_at"])]

    def __str__(self) -> str:
        return str(self.organisation)


class Matter(Keyed):
    """Something to be handed over, with whose task it is and by when."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="matters")
    kind = models.CharField(max_length=10, blank=True, choices=[(h.value, h.value) for h in Handing])
    title = models.CharField(max_length=200, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    due = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(kind="") | ~Q(title=""), name="matter_is_named"),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "order"])]

    def __str__(self) -> str:
        return self.title or self.kind
