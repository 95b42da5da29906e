"""The index: one row a text that may be found."""

from django.db import models
from django.db.models import Q

from tkanka.rules.visibility import Audience


class Entry(models.Model):
    """A text of a thing, for one audience, in one language.

    The key is a number because SQLite's full-text table shares it; nothing outside this room refers to an entry.
    `slot` is made of network, kind, key, audience, circle and language: writing the same slot again replaces it.
    `terms` is what the engines read (an FTS5 table, a generated tsvector) and the ranking, see `analysis.terms_line`.
    """

    id = models.BigAutoField(primary_key=True)
    slot = models.UUIDField(unique=True)
    network = models.UUIDField(null=True, blank=True)
    kind = models.CharField(max_length=40)
    key = models.UUIDField()
    audience = models.CharField(max_length=12, choices=[(a.value, a.value) for a in Audience])
    circle = models.UUIDField(null=True, blank=True)
    language = models.CharField(max_length=5)
    at = models.DateTimeField()
    boost = models.PositiveSmallIntegerField(default=100)
    length = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    url = models.TextField()
    terms = models.TextField()
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    folded = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kind=""), name="search_entry_has_a_kind"),
            models.CheckConstraint(condition=Q(boost__gte=1), name="search_entry_boost_is_positive"),
            models.CheckConstraint(condition=Q(audience__in=[a.value for a in Audience]), name="search_entry_audience"),
        ]
        indexes = [
            models.Index(fields=["kind", "key"], name="search_entry_thing"),
            models.Index(fields=["network", "kind"], name="search_entry_network_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


class Surface(models.Model):
    """A folded word that stands in the index, as people may meet it: what "did you mean" offers."""

    word = models.CharField(primary_key=True, max_length=40)
    uses = models.PositiveIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(uses__gte=1), name="search_surface_is_used")]

    def __str__(self) -> str:
        return self.word
