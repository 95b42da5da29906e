"""Spaces are not stored: each body has one, and so has the network (a thread without a body)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.bodies.models import Body, OfBody
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.models.belonging import ENDS_AFTER_BEGINNING, Dated
from tkanka.network.people.models import Person
from tkanka.rules.discussions import Wants


class Designation(Dated):
    """An organisation names one of its own people for the network's space.

    It counts only while the organisation is a member and the person holds a mandate of it: ask
    `queries.designations_in_force`, never this table alone.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="designations")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="designations")
    person = models.ForeignKey(Person, models.CASCADE, related_name="designations")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "organisation", "person"],
                condition=Q(until=None),
                name="discussions_one_designation",
            ),
            models.CheckConstraint(condition=ENDS_AFTER_BEGINNING, name="discussions_designation_ends_later"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "network", "until"])]

    def __str__(self) -> str:
        return f"{self.person} / {self.organisation}"


class Channel(Keyed):
    """A place elsewhere in which a body talks as well, or instead."""

    body = models.OneToOneField(Body, models.CASCADE, related_name="channel")
    url = models.URLField(max_length=500)
    label = models.CharField(max_length=120)
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.label


class Thread(OfBody, Keyed):
    """A subject that is talked about in a body's space, or (without a body) in the network's.

    `last_number` is the number of the last post that was ever shown; posts are numbered when they are shown, so that
    what came later is what somebody has not read yet.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="threads")
    body = models.ForeignKey(Body, models.CASCADE, null=True, blank=True, related_name="threads")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="pl")
    opened_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    last_number = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    pinned = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["network", "body", "-pinned", "-last_at"], name="discussions_threads_latest"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


class ReadMark(Keyed):
    """Up to which post somebody has read a thread. A note of their own; the ledger does not hold it."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="marks")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "thread"], name="discussions_one_mark"),
        ]

    def __str__(self) -> str:
        return f"{self.thread_id}: {self.number}"


class Watch(Keyed):
    """That somebody follows or mutes a thread, a body's space, or (neither) the network's. A note of their own."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    network = models.ForeignKey(Network, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, null=True, blank=True, related_name="+")
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, blank=True, related_name="watches")
    wants = models.CharField(max_length=6, choices=[(w.value, w.value) for w in Wants])

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "thread"], condition=Q(thread__isnull=False), name="discussions_one_watch_thread"
            ),
            models.UniqueConstraint(
                fields=["person", "body"],
                condition=Q(thread=None, body__isnull=False),
                name="discussions_one_watch_body",
            ),
            models.UniqueConstraint(
                fields=["person", "network"],
                condition=Q(thread=None, body=None),
                name="discussions_one_watch_network",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.wants}"
