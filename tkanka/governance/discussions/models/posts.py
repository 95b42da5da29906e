from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.ground.kit.uploads import Checked
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.discussions import HeldBecause, PostState

from .spaces import Thread


def file_path(attachment: "Attachment", name: str) -> str:
    """Under the thread, by the key; the name its readers know is kept beside it."""
    return f"discussions/{attachment.post.thread_id}/{attachment.pk}"


class Post(Keyed):
    """What somebody wrote in a thread, in Markdown; for an organisation, or (without one) for nobody but themselves.

    `number` is given when it is first shown; a post that is held and was never shown has none. `office`: written by
    those who keep the network, as such.
    """

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    number = models.PositiveIntegerField(null=True, blank=True)
    author = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="posts")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    outside = models.CharField(max_length=200, blank=True)
    office = models.BooleanField(default=False)
    text = models.TextField()
    written_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    by_mail = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in PostState], default=PostState.SHOWN)
    held_because = models.CharField(max_length=10, choices=[(h.value, h.value) for h in HeldBecause], blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["thread", "number"], name="discussions_one_post_a_number"),
            models.CheckConstraint(
                condition=~Q(state=PostState.SHOWN) | Q(number__isnull=False, shown_at__isnull=False),
                name="discussions_shown_posts_are_numbered",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["shown_at"]),
            models.Index(fields=["thread", "state"]),
            models.Index(fields=["author", "written_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.thread} {self.number or ''}".strip()

    @property
    def is_shown(self) -> bool:
        return self.state == PostState.SHOWN

    @property
    def is_held(self) -> bool:
        return self.state == PostState.HELD

    @property
    def network_id(self) -> UUID:
        return self.thread.network_id


class Version(Keyed):
    """What a post said before it was corrected."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="versions")
    text = models.TextField()
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.post_id} {self.until}"


class Attachment(Keyed):
    post = models.ForeignKey(Post, models.CASCADE, related_name="attachments")
    file = models.FileField(upload_to=file_path, validators=[Checked()], max_length=200)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.name


class Mention(Keyed):
    post = models.ForeignKey(Post, models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "person"], name="discussions_one_mention"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.person_id}"


class Report(Keyed):
    """Somebody asks the moderators to look at a post. Open until one of them has decided."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="reports")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["post", "person"], condition=Q(settled_at=None), name="discussions_one_open_report"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}"
