"""Changes of the charter: their text, their terms, where they were presented, and the version they became."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.consultations.models import Document
from tkanka.governance.meetings.models import Item
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import CharterVersion, Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.amendments import AmendmentState, NewTerm


class Amendment(Keyed):
    """A change on its way. Its text is the latest published version of `document`, which is consulted; `base` is the
    charter it changes. `item` is the point of a meeting at which it was presented, on the day `presented_on`."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="amendments")
    document = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="amendment")
    base = models.ForeignKey(CharterVersion, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in AmendmentState])
    mover = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    seconder = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="+")
    presented_on = models.DateField(null=True, blank=True)
    version = models.OneToOneField(CharterVersion, models.PROTECT, null=True, blank=True, related_name="amendment")
    ended_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="enacted", version__isnull=False) | (~Q(state="enacted") & Q(version=None)),
                name="amendment_enacted_as_a_version",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "state", "started_at"])]

    def __str__(self) -> str:
        return self.title


class TermChange(Keyed):
    """What a change sets of one term: a value as TOML writes it, empty to take the term out, and its paragraph."""

    amendment = models.ForeignKey(Amendment, models.CASCADE, related_name="terms")
    path = models.CharField(max_length=120)
    value = models.CharField(max_length=2_000, blank=True)
    cite = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["amendment", "path"], name="one_change_a_term"),
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def new(self) -> NewTerm:
        return NewTerm(self.path, self.value, self.cite)
