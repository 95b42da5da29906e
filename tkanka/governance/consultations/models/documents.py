"""Documents as numbered paragraphs, and their versions."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from tkanka.governance.bodies.models import Body, OfBody
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person
from tkanka.rules.consultations import DocumentKind


class Document(OfBody, Keyed):
    """A text that is asked about; with a `body` it lives in that body's circle. `author` says in words who wrote it."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="documents")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="documents")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in DocumentKind])
    title = models.CharField(max_length=200)
    author = models.CharField(max_length=200, blank=True)
    source = models.URLField(max_length=500, blank=True)
    language = models.CharField(max_length=2, default="pl")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["network", "made_at"])]

    def __str__(self) -> str:
        return self.title


class Version(Keyed):
    """A document as it stood when it was published; a draft until then. Once published it is never changed."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "number"], name="one_document_version_a_number"),
            models.UniqueConstraint(
                fields=["document"], condition=Q(published_at=None), name="one_draft_version_a_document"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.number}"


class Paragraph(Keyed):
    """A numbered piece of a version. `stable` is the same in every version, so that they can be compared.

    `label` is its number as it was typed, `unit` where it stands ("§ 3 ust. 2"); `cite` names the paragraph of the
    network's charter. `because` is the remark for which it was changed.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="paragraphs")
    stable = models.UUIDField(default=uuid4)
    place = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=80)
    heading = models.BooleanField(default=False)
    text = models.TextField()
    cite = models.CharField(max_length=80, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    because = models.ForeignKey(
        "consultations.Remark", models.SET_NULL, null=True, blank=True, related_name="changed"
    )  # fmt: skip

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "stable"], name="one_paragraph_a_version"),
        ]
        indexes: ClassVar = [models.Index(fields=["version", "place"])]

    def __str__(self) -> str:
        return self.unit
