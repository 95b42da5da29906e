from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.models import Keyed
from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import CharterVersion, Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.membership import ApplicationState, Refusal
from tkanka.rules.parties import Kind

DRAFT_KEPT = timedelta(days=30)
OPEN = ("submitted", "asked")
RECEIVED = (*OPEN, "accepted", "refused")


class Application(Keyed):
    """A party asks to be admitted to a network whose secretariat verifies.

    While it is a draft, `data` holds what was typed, by step, as it was typed; when it is handed in, a Profile is
    added under "profile". A draft of a visitor without an account has no applicant; whoever holds its link or
    session writes in it. `typed_by` is set where the secretariat typed in for the applicant.
    `organisation` is set when the party is known to the installation already, else when it is admitted.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="applications")
    applicant = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="applications")
    typed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, default="pl")
    name = models.CharField(max_length=200, blank=True)
    name_key = models.CharField(max_length=200, blank=True, db_index=True)
    kind = models.CharField(max_length=40, blank=True, choices=[(k.value, k.value) for k in Kind])
    town = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in ApplicationState])
    data = models.JSONField(default=dict)
    charter = models.ForeignKey(CharterVersion, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="applications")
    earlier = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="later")
    handler = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=20, blank=True, choices=[(r.value, r.value) for r in Refusal])
    explanation = models.TextField(blank=True)
    told_overdue_for = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "organisation"],
                condition=Q(state__in=OPEN),
                name="one_open_application_an_organisation",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=RECEIVED) | Q(submitted_at__isnull=False, applicant__isnull=False),
                name="application_received_from_somebody_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("accepted", "refused"), decided_at__isnull=False)
                | (~Q(state__in=("accepted", "refused")) & Q(decided_at=None)),
                name="application_decided_at_a_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="refused") & ~Q(reason="")) | (~Q(state="refused") & Q(reason="")),
                name="application_refused_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(organisation__isnull=False), name="application_accepted_has_a_party"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "state", "submitted_at"]),
            models.Index(fields=["applicant", "state"]),
            models.Index(fields=["state", "saved_at"]),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state_label(self) -> str:
        """Where it stands, in the reader's language."""
        return label(ApplicationState(self.state))

    @property
    def kind_label(self) -> str:
        return label(Kind(self.kind)) if self.kind in set(Kind) else ""

    @property
    def reason_label(self) -> str:
        """Why it was refused, in the reader's language; empty where it was not."""
        return label(Refusal(self.reason)) if self.reason else ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def kept_until(self) -> datetime:
        """When an untouched draft goes, with everything in it."""
        return self.saved_at + DRAFT_KEPT


class Question(Keyed):
    """A question to the applicant. The clock is held until it is answered."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="questions")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["asked_at"]
        constraints: ClassVar = [
            models.UniqueConstraint("application", condition=Q(answered_at=None), name="one_open_question"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="question_answered_with_words",
            ),
        ]


class CheckItem(models.TextChoices):
    """What the secretariat looks at before it decides."""

    KIND = "kind", _("rodzaj organizacji")
    ELIGIBILITY = "eligibility", _("warunek członkostwa")
    DECLARATIONS = "declarations", _("oświadczenia")
    NUMBERS = "numbers", _("numery i dane")
    DUPLICATES = "duplicates", _("podobne organizacje")


class Check(Keyed):
    """Somebody in office looked at this and found it in order."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="checks")
    item = models.CharField(max_length=20, choices=CheckItem.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("application", "item", name="one_check_an_item")]
