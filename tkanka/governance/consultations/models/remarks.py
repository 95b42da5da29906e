from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.consultations import RemarkOutcome, RemarkStance

from .consultations import Consultation, Guest
from .documents import Paragraph, Version


class RemarkGroup(Keyed):
    """Remarks that say the same, put together by a person: one answer answers all of them."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="groups")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)


class Remark(Keyed):
    """What somebody says of a paragraph, or (without one) of the whole document; `proposal` is the wording they want.

    For an organisation, a guest, or somebody outside named by `party`; `entered_by`: it came on paper or by mail. It
    stays when its organisation leaves. `number` is its number in the consultation.
    """

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="remarks")
    number = models.PositiveIntegerField()
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, null=True, blank=True, related_name="remarks")
    stance = models.CharField(max_length=8, choices=[(s.value, s.value) for s in RemarkStance])
    text = models.TextField()
    proposal = models.TextField(blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="consultation_remarks"
    )
    guest = models.ForeignKey(Guest, models.SET_NULL, null=True, blank=True, related_name="remarks")
    party = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    group = models.ForeignKey(RemarkGroup, models.SET_NULL, null=True, blank=True, related_name="remarks")
    made_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["consultation", "number"], name="one_remark_a_number"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["consultation", "paragraph"]),
            models.Index(fields=["consultation", "organisation"]),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def whose(self) -> str:
        """In whose name it was made: an organisation, somebody from outside, or a person who sits in a body."""
        if self.organisation:
            return self.organisation.name
        return self.party or (str(self.person) if self.person else "")

    @property
    def answered(self) -> "Answer | None":
        """The answer to it, its own or that of its group."""
        own: Answer | None = getattr(self, "answer", None)
        return own or (getattr(self.group, "answer", None) if self.group_id else None)


class Answer(Keyed):
    """The position on a remark or on a group of them, with its reason. `revision` grows with every change.

    `version` is the one it went into.
    """

    remark = models.OneToOneField(Remark, models.CASCADE, null=True, blank=True, related_name="answer")
    group = models.OneToOneField(RemarkGroup, models.CASCADE, null=True, blank=True, related_name="answer")
    outcome = models.CharField(max_length=8, choices=[(o.value, o.value) for o in RemarkOutcome])
    reason = models.TextField()
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    version = models.ForeignKey(Version, models.PROTECT, null=True, blank=True, related_name="answers")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(remark__isnull=False, group=None) | Q(remark=None, group__isnull=False),
                name="answer_to_one_or_a_group",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="answer_has_its_reason"),
        ]

    def __str__(self) -> str:
        return self.outcome
