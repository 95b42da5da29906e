from django.db import models
from django.utils.translation import get_language

from tkanka.ground.kit.models import Keyed

from .networks import Network


class CharterVersion(Keyed):
    """One version of a network's charter: its terms as a rulebook, in force until the next."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="charter_versions")
    number = models.PositiveIntegerField()
    rulebook = models.TextField()
    in_force_from = models.DateField()
    day_is_inferred = models.BooleanField(default=False)
    binding = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("network", "number", name="one_number_a_charter_version")]
        indexes = [models.Index(fields=["network", "-in_force_from", "-number"])]

    def __str__(self) -> str:
        return f"{self.network.short_name} {self.number}"


class Paragraph(Keyed):
    """A paragraph of the charter's text. The Polish text is the one in force; the others inform."""

    version = models.ForeignKey(CharterVersion, models.CASCADE, related_name="paragraphs")
    order = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField(default=1)
    anchor = models.SlugField(max_length=80)
    cites = models.JSONField(default=list)
    title_pl = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    title_uk = models.CharField(max_length=200)
    text_pl = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    text_uk = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("version", "order", name="one_place_a_paragraph"),
            models.UniqueConstraint("version", "anchor", name="one_anchor_a_paragraph"),
        ]

    def __str__(self) -> str:
        return self.title_pl

    @property
    def title(self) -> str:
        return str(getattr(self, f"title_{(get_language() or 'pl')[:2]}", "") or self.title_pl)

    @property
    def text(self) -> str:
        return str(getattr(self, f"text_{(get_language() or 'pl')[:2]}", "") or self.text_pl)

    @property
    def language(self) -> str:
        """The language in which `text` is given: the reader's, or Polish where there is no translation."""
        wanted = (get_language() or "pl")[:2]
        return wanted if getattr(self, f"text_{wanted}", "") else "pl"

    @property
    def title_language(self) -> str:
        wanted = (get_language() or "pl")[:2]
        return wanted if getattr(self, f"title_{wanted}", "") else "pl"
