"""The sealed record of everything that was done, one chain a network."""

from uuid import UUID

from django.db import models

from tkanka.ground.kit.models import Keyed

INSTALLATION = UUID(int=0)


class Chain(models.Model):
    """Where a network's ledger ends: the row that writers wait for. The zero key is the installation's own chain."""

    network = models.UUIDField(primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)


class Record(Keyed):
    """One thing that was done. Never changed, never deleted; it refers, it does not hold.

    `circle`: the key of the body among whose people it was done; whoever may not know of that body is not shown it.
    """

    number = models.PositiveBigIntegerField()
    network = models.UUIDField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    concerns = models.JSONField(default=list)
    person = models.UUIDField(null=True)
    acting_for = models.UUIDField(null=True)
    system = models.CharField(max_length=80, blank=True)
    cites = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    circle = models.UUIDField(null=True)
    seal_before = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = [models.UniqueConstraint("network", "number", name="one_number_a_record")]
        indexes = [
            models.Index(fields=["network", "verb", "at"]),
            models.Index(fields=["person", "at"]),
            models.Index(fields=["acting_for", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject}"


class Touch(models.Model):
    """An index over `subject` and `concerns`: which records speak of a thing."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="touches")
    thing = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["thing", "-at"])]


def circle_of(thing: models.Model) -> UUID | None:
    """The circle a thing belongs to, where its table says so by `circle_id`."""
    return getattr(thing, "circle_id", None)


def name_of(thing: models.Model) -> str:
    """What the ledger calls a thing: its table and key."""
    return f"{thing._meta.label_lower}:{thing.pk}"
