"""What participants ask the network to do, or to carry outside, and what was answered; and how they choose who keeps
the secretariat."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.choosing import ChoiceState
from tkanka.rules.motions import MotionKind, MotionState


class Motion(Keyed):
    """A matter raised by one participant. `source` is the page it starts from: the filed result of a group."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="motions")
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in MotionKind])
    state = models.CharField(max_length=14, choices=[(s.value, s.value) for s in MotionState])
    title = models.CharField(max_length=200)
    text = models.TextField()
    source = models.CharField(max_length=300, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="motions")
    moved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    moved_at = models.DateTimeField()
    due = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    carried_to = models.CharField(max_length=200, blank=True)
    carried_on = models.DateField(null=True, blank=True)
    told_overdue_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["moved", "withdrawn"]) | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="motion_answered_in_words",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "state", "moved_at"])]

    def __str__(self) -> str:
        return self.title


class Choice(Keyed):
    """Who is to keep the secretariat: what the participants were asked, and what came of it.

    `remark` is what those who watch over it saw, `all_asked` that they found every participant asked.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="choices")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ChoiceState])
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    chosen = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    called_off_because = models.TextField(blank=True)
    remark = models.TextField(blank=True)
    all_asked = models.BooleanField(null=True)
    remarked_at = models.DateTimeField(null=True, blank=True)
    remarked_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network"], condition=Q(state="open"), name="one_open_choice_a_network"),
            models.CheckConstraint(
                condition=Q(state="chosen", chosen__isnull=False) | (~Q(state="chosen") & Q(chosen=None)),
                name="choice_of_somebody",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "opened_at"])]

    def __str__(self) -> str:
        return f"{self.network} {self.opened_at:%Y}"


class Round(Keyed):
    """One candidate put to everybody who took part that day, until the end of a day."""

    choice = models.ForeignKey(Choice, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    candidate = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    text = models.TextField()
    until = models.DateField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["choice", "number"], name="one_round_a_number")]

    def __str__(self) -> str:
        return f"{self.number}: {self.candidate}"

    @property
    def runs(self) -> bool:
        """Whether nobody has closed it, nor ended the whole choice."""
        return self.closed_at is None and self.choice.state == ChoiceState.OPEN

    def is_open(self, day: date) -> bool:
        """Whether a word may still be said in it."""
        return self.runs and day <= self.until


class Stance(Keyed):
    """A participant on the list of a round, and its word: `agrees` is None while it says nothing."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="stances")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    agrees = models.BooleanField(null=True)
    reason = models.TextField(blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "organisation"], name="one_stance_a_party"),
            models.CheckConstraint(
                condition=Q(agrees=None) | Q(agrees=True) | ~Q(reason=""), name="objection_has_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.agrees}"
