"""Territorial units of any country, four levels deep, and their boundaries where known."""

from uuid import UUID, uuid5

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.models import Keyed

NAMESPACE = UUID("5c1f7f2e-6d0a-5b7e-9a51-1c7d0f3b8a64")
TERYT = "teryt"


class Level(models.IntegerChoices):
    """How deep a unit stands; the Polish names are those of the register, other countries have the same depths."""

    COUNTRY = 0, _("kraj")
    VOIVODESHIP = 1, _("województwo")
    POWIAT = 2, _("powiat")
    GMINA = 3, _("gmina")


class Kind(models.TextChoices):
    URBAN = "urban", _("gmina miejska")
    RURAL = "rural", _("gmina wiejska")
    URBAN_RURAL = "urban_rural", _("gmina miejsko-wiejska")
    CITY = "city", _("miasto na prawach powiatu")


class Scheme(Keyed):
    """A register of units: `teryt`, or another country's."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=400, blank=True)
    drawn = models.PositiveIntegerField(default=0, editable=False, help_text="how often boundaries were loaded")

    def __str__(self) -> str:
        return self.name


class Unit(Keyed):
    """A unit of a scheme. Codes are strings: leading zeros count.

    `admin0`, `admin1` and `admin2` are its ancestors of these depths, itself included, so that
    "everything inside X" is one indexed comparison (see `queries.within`).
    """

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="units")
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    code = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    name_uk = models.CharField(max_length=200, blank=True)
    folded = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    admin0 = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    admin1 = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    admin2 = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    population = models.PositiveIntegerField(null=True, blank=True)
    population_on = models.DateField(null=True, blank=True)
    area_km2 = models.DecimalField(max_digits=11, decimal_places=1, null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("scheme", "code")
        constraints = (
            models.UniqueConstraint(fields=("scheme", "code"), name="unit_code_once_a_scheme"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="unit_has_code_and_name"),
            models.CheckConstraint(condition=Q(level__lte=3), name="unit_level_0_to_3"),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="unit_not_its_own_parent"),
            models.CheckConstraint(condition=Q(level__gt=0) | Q(parent=None), name="unit_country_has_no_parent"),
            models.CheckConstraint(condition=Q(lat=None) | Q(lat__range=(-90, 90)), name="unit_latitude_on_earth"),
            models.CheckConstraint(condition=Q(lon=None) | Q(lon__range=(-180, 180)), name="unit_longitude_on_earth"),
            models.CheckConstraint(
                condition=Q(lat=None, lon=None) | ~Q(lat=None) & ~Q(lon=None), name="unit_point_whole"
            ),
            models.CheckConstraint(condition=Q(area_km2=None) | Q(area_km2__gt=0), name="unit_area_positive"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gte=F("valid_from")),
                name="unit_ends_after_it_begins",
            ),
        )
        indexes = (
            models.Index(fields=("scheme", "folded"), name="unit_by_folded_name"),
            models.Index(fields=("scheme", "level"), name="unit_by_level"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The name in the reader's language; only voivodeships have names in other languages."""
        found = getattr(self, f"name_{(get_language() or 'pl')[:2]}", "")
        return str(found or self.name)

    @property
    def title(self) -> str:
        """What the unit is called in running text: „powiat trzebnicki”, „województwo lubelskie”, „Wrocław”."""
        if (
            self.label != self.name
            or self.kind
            or self.level in (Level.COUNTRY, Level.GMINA)
            or not self.name.islower()
        ):
            return self.label
        return f"{self.get_level_display()} {self.name}"

    @property
    def is_city(self) -> bool:
        """A city with the rights of a powiat."""
        return self.kind == Kind.CITY

    @property
    def voivodeship_id(self) -> UUID | None:
        return self.admin1_id

    @property
    def powiat_id(self) -> UUID | None:
        return self.admin2_id


class Geometry(Keyed):
    """A boundary loaded by an administrator; it takes the place of the derived one."""

    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="geometry")
    geojson = models.JSONField()
    source = models.CharField(max_length=400, blank=True)


def unit_key(scheme: str, code: str) -> UUID:
    """The same unit has the same key in every installation."""
    return uuid5(NAMESPACE, f"{scheme}:{code}")
