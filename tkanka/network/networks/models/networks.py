from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language

from tkanka.ground.kit.models import Keyed, Labelled
from tkanka.network.places.models import Unit


class Network(Keyed):
    """A network of organisations: what its pages, letters and charter hang on.

    A network built within a project says from when until when; it goes on after that until somebody closes it.
    """

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    book = models.CharField(max_length=60)
    tagline_pl = models.CharField(max_length=300, blank=True)
    tagline_en = models.CharField(max_length=300, blank=True)
    tagline_uk = models.CharField(max_length=300, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    funder = models.CharField(max_length=200, blank=True)
    funder_note_pl = models.CharField(max_length=300, blank=True)
    funder_note_en = models.CharField(max_length=300, blank=True)
    funder_note_uk = models.CharField(max_length=300, blank=True)
    project_since = models.DateField(null=True, blank=True)
    project_until = models.DateField(null=True, blank=True)
    is_demo = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["order", "name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(project_since=None) | Q(project_until=None) | Q(project_until__gte=F("project_since")),
                name="project_ends_after_beginning",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tagline(self) -> str:
        return self._said("tagline")

    @property
    def funder_note(self) -> str:
        return self._said("funder_note")

    def _said(self, field: str) -> str:
        return str(getattr(self, f"{field}_{(get_language() or 'pl')[:2]}", "") or getattr(self, f"{field}_pl"))


class Subregion(Keyed, Labelled):
    """A part of the area of a network, as the network itself defines it: a set of powiats."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="subregions")
    units = models.ManyToManyField(Unit, related_name="subregions")

    class Meta:
        constraints = [models.UniqueConstraint("network", "label_pl", name="one_name_a_subregion")]
