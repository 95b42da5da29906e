"""How long an organisation belongs, and what becomes of it: resignation, removal, silence, the host's guarantee."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.ground.kit.uploads import Checked
from tkanka.network.networks.models import Membership, Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.membership import RemovalGround, RemovalState

OPEN = [RemovalState.PREPARED, RemovalState.NOTICED, RemovalState.ANSWERED]


class Resignation(Keyed):
    """A member said that it leaves, at once or on a later day; until that day it may be taken back."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="resignations")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="resignations")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="resignations")
    told_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField()
    leaves_on = models.DateField()
    message = models.TextField(blank=True)
    opens_separation = models.BooleanField(default=False)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["membership"], condition=Q(undone_at=None), name="one_resignation_standing"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "-told_at"])]

    def __str__(self) -> str:
        return f"{self.organisation} / {self.network}"


class RemovalCase(Keyed):
    """The coordinator weighs removing a member: on a ground of the charter, with evidence, notice and an answer."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="removal_cases")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="removal_cases")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="removal_cases")
    ground = models.CharField(max_length=60, choices=[(g.value, g.value) for g in RemovalGround])
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RemovalState])
    opened_on = models.DateField()
    prepared_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField()
    noticed_at = models.DateTimeField(null=True, blank=True)
    answer_due = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    answer = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    decision = models.TextField(blank=True)
    objected_at = models.DateTimeField(null=True, blank=True)
    objected_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    objection = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["membership"],
                condition=Q(state__in=["prepared", "noticed", "answered"]),
                name="one_open_removal",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["noticed", "answered", "removed"]) | Q(noticed_at__isnull=False),
                name="removal_after_notice",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["removed", "dropped"]) | Q(decided_at__isnull=False),
                name="removal_decided_when",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "state", "-opened_on"])]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.state})"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


def kept_at(evidence: "Evidence", name: str) -> str:
    """Where a file is kept: a name nobody can guess, and nothing of the one it came with."""
    return f"removals/{evidence.case_id}/{evidence.pk}"


class Evidence(Keyed):
    """A statement or a file in a case, laid by the network or by the member; seen by those two sides only."""

    case = models.ForeignKey(RemovalCase, models.CASCADE, related_name="evidence")
    from_member = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    file = models.FileField(upload_to=kept_at, blank=True, validators=[Checked()], max_length=200)
    name = models.CharField(max_length=150, blank=True)
    size = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text="") | ~Q(file=""), name="evidence_says_something"),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "added_at"])]

    def __str__(self) -> str:
        return self.name or self.text[:60]

    @property
    def organisation_id(self) -> UUID:
        return self.case.organisation_id


class Way(models.TextChoices):
    LETTER = "letter"
    CALL = "call"


class Outreach(Keyed):
    """The secretariat asked an organisation whether it is still there."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="outreach")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="outreach")
    way = models.CharField(max_length=10, choices=Way.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["network", "organisation", "-at"])]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.way})"


class Reminder(Keyed):
    """That something was recalled for a day, once: the end of a guarantee, a profile that wants confirming."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="reminders")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="reminders")
    about = models.CharField(max_length=20)
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "organisation", "about", "day"], name="one_reminder_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.day}"
