from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.models import Keyed
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.parties import Kind


class Organisation(Keyed):
    """A party: an organisation, informal group or single person. It stands on its own; memberships tie it to networks.

    `confirmed_at` is when one of its own people last said that the profile is right. `name_key` is the name
    without quotes, legal-form words and diacritics, for finding the same organisation under another spelling.
    """

    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, db_index=True, blank=True)
    short_name = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=2, default="pl")
    kind = models.CharField(max_length=40, choices=[(k.value, k.value) for k in Kind])
    reach = models.CharField(max_length=20, blank=True)
    size = models.CharField(max_length=20, blank=True)
    founded = models.PositiveSmallIntegerField(null=True, blank=True)
    horizon = models.CharField(max_length=20, blank=True)
    migrant_led = models.BooleanField(default=False)
    suspended_activity = models.BooleanField(default=False)
    about_pl = models.TextField(blank=True)
    about_en = models.TextField(blank=True)
    about_uk = models.TextField(blank=True)
    website = models.URLField(blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=12, blank=True)
    town = models.CharField(max_length=120, blank=True)
    seat = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="seats_of")
    nationwide = models.BooleanField(default=False)
    online = models.BooleanField(default=False)
    areas = models.ManyToManyField(Unit, blank=True, related_name="organisations")
    concepts = models.ManyToManyField(Concept, blank=True, related_name="organisations")
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["name"]), models.Index(fields=["kind"])]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """The name for narrow places."""
        return self.short_name or self.name

    @property
    def about(self) -> str:
        """What it says of itself, in the reader's language or the nearest that was given."""
        own = getattr(self, f"about_{(get_language() or 'pl')[:2]}", "")
        return str(own or self.about_pl or self.about_en or self.about_uk)


class Scheme(models.TextChoices):
    """Registers that number organisations."""

    KRS = "krs", "KRS"
    NIP = "nip", "NIP"
    REGON = "regon", "REGON"
    OTHER = "other", _("inny rejestr")


class Identifier(Keyed):
    """A number under which a register knows an organisation. None is ever mandatory."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=10, choices=Scheme.choices)
    number = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint("scheme", "number", name="one_organisation_a_number", condition=~Q(scheme="other")),
            models.UniqueConstraint("organisation", "scheme", name="one_number_a_scheme"),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.number}"
