"""Letters that go out about discussions, and those that come in."""

from typing import ClassVar

from django.db import models

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person
from tkanka.rules.discussions import Pace

from .posts import Post


class LetterWish(Keyed):
    """How somebody wants to hear of discussions, in all networks. A note of their own."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="discussion_letters")
    pace = models.CharField(max_length=6, choices=[(p.value, p.value) for p in Pace], default=Pace.DAILY)
    followed_at_once = models.BooleanField(default=False)
    mentions_at_once = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.person_id}: {self.pace}"


class Digest(Keyed):
    """The letter with everything new that somebody got from a network; the next one begins where it ended."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    network = models.ForeignKey(Network, models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "network", "until"], name="discussions_one_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.until}"


class DigestSpace(Keyed):
    """A space the digest speaks of; its letter is void when its reader may read any of them no more."""

    digest = models.ForeignKey(Digest, models.CASCADE, related_name="spaces")
    body = models.ForeignKey(Body, models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.digest_id}: {self.body_id}"


class ReplyKey(Keyed):
    """By which somebody may answer a letter about a post. Its token stands in the address the answer goes to.

    Without a post it belongs to a digest of several threads, to which there is no one answer.
    """

    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="+")
    digest = models.ForeignKey(Digest, models.CASCADE, null=True, blank=True, related_name="+")
    network = models.ForeignKey(Network, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "person"], name="discussions_one_reply_key"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.person_id}"


class Fate(models.TextChoices):
    """What became of a letter that came in."""

    POSTED = "posted"
    HELD = "held"
    DUPLICATE = "duplicate"
    AUTOMATIC = "automatic"
    UNADDRESSED = "unaddressed"
    FOREIGN = "foreign"
    EXPIRED = "expired"
    ENDED = "ended"
    CLOSED = "closed"
    SEVERAL = "several"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_MANY = "too_many"
    UNREADABLE = "unreadable"


class Arrival(Keyed):
    """That a letter came in, and what became of it; what it said is in the post or nowhere."""

    fingerprint = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    fate = models.CharField(max_length=12, choices=Fate.choices)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+")
    answered = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "at"])]

    def __str__(self) -> str:
        return f"{self.fate} {self.at}"
