from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.ground.kit.uploads import Checked
from tkanka.ground.search.queries import Named
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.meetings import ItemState

from .meetings import Meeting


class Item(Keyed):
    """Something to be spoken of at a meeting: proposed by somebody, accepted or declined by whoever shapes the agenda.

    `thing_kind` and `thing_key` name what it is about, in another room; what that is called, and whether a reader may
    know of it, is asked there; `about` is that answer, once a page has asked for it.
    """

    about: Named | None = None

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    thing_kind = models.SlugField(max_length=40, blank=True)
    thing_key = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ItemState], default=ItemState.PROPOSED)
    proposed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    proposed_for = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    proposed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(thing_kind="", thing_key=None) | (~Q(thing_kind="") & Q(thing_key__isnull=False)),
                name="item_about_a_whole_thing",
            ),
            models.CheckConstraint(condition=~Q(state="declined") | ~Q(reason=""), name="item_declined_with_reason"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["meeting", "state", "order"]),
            models.Index(fields=["thing_kind", "thing_key"]),
        ]

    def __str__(self) -> str:
        return self.title


def material_at(material: "Material", name: str) -> str:
    """Where a file is kept: a name nobody can guess, and nothing of the one it came with."""
    return f"meetings/{material.meeting_id}/{material.pk}"


class Material(Keyed):
    """Something to read before or at a meeting: a file or a link, in some languages, for those who may take part."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="materials")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, blank=True, related_name="materials")
    title = models.CharField(max_length=200)
    url = models.URLField(max_length=500, blank=True)
    file = models.FileField(upload_to=material_at, blank=True, validators=[Checked()], max_length=200)
    name = models.CharField(max_length=150, blank=True)
    size = models.PositiveIntegerField(default=0)
    languages = models.JSONField(default=list, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(url="") | ~Q(file=""), name="material_is_something"),
        ]
        indexes: ClassVar = [models.Index(fields=["meeting", "added_at"])]

    def __str__(self) -> str:
        return self.title


def submission_at(submission: "Submission", name: str) -> str:
    return f"meetings/{submission.meeting_id}/submissions/{submission.pk}"


class Submission(Keyed):
    """What a member handed in before a meeting, of a kind that was asked for. Late ones are marked, and taken."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="submissions")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="submissions")
    kind = models.SlugField(max_length=40)
    text = models.TextField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    file = models.FileField(upload_to=submission_at, blank=True, validators=[Checked()], max_length=200)
    name = models.CharField(max_length=150, blank=True)
    size = models.PositiveIntegerField(default=0)
    late = models.BooleanField(default=False)
    delivered_at = models.DateTimeField()
    delivered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "organisation", "kind"], name="one_submission_a_kind"),
            models.CheckConstraint(condition=~Q(text="") | ~Q(url="") | ~Q(file=""), name="submission_is_something"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.kind}"
