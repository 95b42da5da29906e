from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.meetings.models import Item, Meeting
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.minutes import ApprovalBasis, MinutesState, SectionKind


class Minutes(Keyed):
    """The minutes of one meeting. `version` counts what was sent out, approved and corrected.

    `approved_at_meeting` is the later meeting that approved them; `approved_where` tells it in words where the body
    has a rule of its own.
    """

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="record")
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in MinutesState], default=MinutesState.DRAFT
    )
    version = models.PositiveSmallIntegerField(default=0)
    note_taker = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="minutes_taken")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    sent_out_at = models.DateTimeField(null=True, blank=True)
    remarks_until = models.DateField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    approval_basis = models.CharField(max_length=10, blank=True, choices=[(b.value, b.value) for b in ApprovalBasis])
    approved_at_meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="minutes_approved"
    )
    approved_where = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="comment") | Q(remarks_until__isnull=False), name="remarks_until"
            ),
            models.CheckConstraint(
                condition=~Q(state="approved")
                | (Q(approved_at__isnull=False) & (Q(approved_at_meeting__isnull=False) | ~Q(approved_where=""))),
                name="minutes_approved_somewhere",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "remarks_until"])]

    def __str__(self) -> str:
        return f"{self.meeting}"


class Section(Keyed):
    """One part of minutes. `revision` grows with every change, so that who writes second does not write over."""

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in SectionKind])
    item = models.ForeignKey(Item, models.SET_NULL, null=True, blank=True, related_name="noted_in")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["minutes", "order"], name="one_section_a_place"),
        ]

    def __str__(self) -> str:
        return self.title


class Writing(Keyed):
    """What a section said at one of its revisions: what two writers have in common. Gone once they are approved."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="writings")
    revision = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["section", "revision"], name="one_writing_a_revision"),
        ]
        indexes: ClassVar = [models.Index(fields=["section", "written_at"])]

    def __str__(self) -> str:
        return f"{self.section} {self.revision}"


class Version(Keyed):
    """Minutes as they stood when they were sent out, approved or corrected. `parts` are title and text of each section.

    Never changed.
    """

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    parts = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["minutes", "number"], name="one_minutes_version_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} {self.number}"


class Remark(Keyed):
    """What an organisation (or somebody who sits in the body without one) says of a section, and the answer to it."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="remarks")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="minutes_remarks"
    )
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    made_at = models.DateTimeField()
    taken = models.BooleanField(default=False)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(answered_at=None) | ~Q(answer=""), name="remark_answered_in_words"),
        ]
        indexes: ClassVar = [models.Index(fields=["section", "made_at"])]

    def __str__(self) -> str:
        return f"{self.section}"
