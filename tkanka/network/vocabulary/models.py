"""Codelists: the words by which a network says what, for whom and in which language, each list in numbered versions."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language

from tkanka.ground.kit.models import Keyed, Labelled

NAMESPACE = UUID("6f0d3f52-7d0c-5c3c-9a57-0c1f5b8f6a11")
LANGUAGES = ("pl", "en", "uk")


def key_of(codelist: str, code: str = "") -> UUID:
    """The key of a shipped list or concept: the same in every installation, so that exports can be joined."""
    return uuid5(NAMESPACE, f"{codelist}/{code}" if code else codelist)


class Codelist(Keyed, Labelled):
    """A list of concepts. `number` counts its versions; `edition` is new with each of them and never comes back.

    The concepts of a `fixed` list are known to the rules by code: they may be reworded, not added or retired.
    """

    code = models.SlugField(max_length=40, unique=True)
    order = models.PositiveSmallIntegerField(default=0)
    below = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="lists_below")
    fixed = models.BooleanField(default=False)
    number = models.PositiveIntegerField(default=0)
    edition = models.UUIDField(default=uuid4)

    class Meta:
        ordering = ("order", "code")


class Version(Keyed):
    """One numbered state of a list and what brought it about. `change` refers to codes only, never to people."""

    codelist = models.ForeignKey(Codelist, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=40)
    concept = models.ForeignKey("Concept", models.SET_NULL, null=True, blank=True, related_name="changes")
    change = models.JSONField(default=dict)
    person = models.UUIDField(null=True, blank=True)
    network = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint("codelist", "number", name="one_version_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_count_from_one"),
        ]


class Concept(Keyed, Labelled):
    """One entry of a list. Its code never changes; it is retired, never deleted, because rows elsewhere point at it.

    `edited` marks a concept that a secretariat has changed: loading the shipped lists leaves it alone.
    """

    codelist = models.ForeignKey(Codelist, models.PROTECT, related_name="concepts")
    code = models.SlugField(max_length=60)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    order = models.PositiveIntegerField(default=0)
    definition_pl = models.TextField(blank=True)
    definition_en = models.TextField(blank=True)
    definition_uk = models.TextField(blank=True)
    codes = models.JSONField(default=dict, blank=True)
    entered_in = models.PositiveIntegerField(default=1)
    retired_in = models.PositiveIntegerField(null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")
    edited = models.BooleanField(default=False)

    class Meta:
        ordering = ("order", "code")
        constraints = [
            models.UniqueConstraint("codelist", "code", name="one_concept_a_code"),
            models.CheckConstraint(
                condition=~Q(label_pl="") & ~Q(label_en="") & ~Q(label_uk=""), name="concept_named_in_three_languages"
            ),
            models.CheckConstraint(
                condition=Q(retired_in__isnull=True) | Q(retired_in__gte=F("entered_in")),
                name="concept_retired_after_it_entered",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | Q(retired_in__isnull=False),
                name="only_the_retired_have_successors",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")), name="concept_is_not_its_own_parent"
            ),
        ]

    @property
    def is_active(self) -> bool:
        return self.retired_in is None

    @property
    def definition(self) -> str:
        """What is meant, in the reader's language."""
        found: Any = getattr(self, f"definition_{(get_language() or 'pl')[:2]}", "")
        return str(found or self.definition_pl)


class Synonym(Keyed):
    """Another word for a concept. `folded` is what is compared: no case, no diacritics, no conjunctions."""

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="synonyms")
    language = models.CharField(max_length=2, choices=[(one, one) for one in LANGUAGES])
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)

    class Meta:
        ordering = ("language", "text")
        constraints = [
            models.UniqueConstraint("concept", "language", "folded", name="one_synonym_a_language"),
            models.CheckConstraint(condition=~Q(folded=""), name="synonym_says_something"),
            models.CheckConstraint(condition=Q(language__in=LANGUAGES), name="synonym_in_a_known_language"),
        ]
