"""People: who signs in, and what they consented to."""

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.models import Keyed

LETTER_LANGUAGES = ["pl", "en", "uk"]


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=(username or "").lower())


class Person(Keyed, AbstractBaseUser):
    """A person of the installation; what they may do follows from mandates, offices and seats, never from here.

    A person who signed up alone and never confirmed the address (`self_registered`, no `last_login`) is forgotten
    after a week. An erased person keeps the key, so that what they did stays attributable to "a person", and
    nothing else.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="pl")
    is_active = models.BooleanField(default=True)
    self_registered = models.BooleanField(default=False)
    created_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        verbose_name = "person"
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="person_email_is_lower_case"),
            models.CheckConstraint(
                condition=Q(language__in=["pl", "en", "uk"]), name="person_reads_a_language_we_have"
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(is_active=False, name=""), name="person_erased_has_no_name_and_no_entry"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_erased(self) -> bool:
        return self.erased_at is not None


class ConsentText(Keyed):
    """One version of a text that people agree to. Never changed once somebody agreed; a change is a new version."""

    code = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField()
    required = models.BooleanField(default=False)
    title_pl = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    title_uk = models.CharField(max_length=200)
    text_pl = models.TextField()
    text_en = models.TextField()
    text_uk = models.TextField()
    in_force_from = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("code", "version", name="one_text_a_version")]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"

    @property
    def title(self) -> str:
        return self._in_reading("title")

    @property
    def text(self) -> str:
        return self._in_reading("text")

    def _in_reading(self, field: str) -> str:
        found = getattr(self, f"{field}_{(get_language() or 'pl')[:2]}", "")
        return str(found or getattr(self, f"{field}_pl"))


class How(models.TextChoices):
    """The way in which a consent was given or taken back."""

    SIGN_UP = "sign_up", _("przy zakładaniu konta")
    ACCOUNT = "account", _("na stronie konta")
    FORM = "form", _("w formularzu")
    LETTER = "letter", _("z listu")
    IMPORT = "import", _("przeniesiona z dawnych zapisów")
    ERASURE = "erasure", _("z usunięciem konta")


class Consent(Keyed):
    """That a person agreed to a version of a text, when and how; apart from the profile, which may change freely."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT)
    given_at = models.DateTimeField()
    given_how = models.CharField(max_length=10, choices=How.choices)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_how = models.CharField(max_length=10, choices=How.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "person", "text", condition=Q(withdrawn_at=None), name="one_consent_in_force_a_text_version"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_how="")
                | (Q(withdrawn_at__gte=F("given_at")) & ~Q(withdrawn_how="")),
                name="consent_withdrawn_after_it_was_given",
            ),
        ]
        indexes = [models.Index(fields=["person", "-given_at"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.text_id}"

    def end(self, how: str, at: datetime) -> None:
        """Part of an action: from this moment the consent no longer holds."""
        self.withdrawn_at, self.withdrawn_how = max(at, self.given_at), how
        self.save(update_fields=["withdrawn_at", "withdrawn_how"])
