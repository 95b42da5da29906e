"""The outbox: one row a letter, which is its own queue."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.models import Keyed


class State(models.TextChoices):
    QUEUED = "queued", _("czeka na wysłanie")
    SENT = "sent", _("wysłany")
    FAILED = "failed", _("nie udało się wysłać")
    VOID = "void", _("unieważniony przed wysłaniem")


class Frequency(models.TextChoices):
    NOW = "now", _("od razu")
    DIGEST = "digest", _("w przeglądzie")
    OFF = "off", _("wcale")


class Message(Keyed):
    """A letter to one person about one cause, from the moment it is owed until long after it was sent.

    `recipient` is the person's key, or the folded address of somebody without an account. `basis` names the right on
    which the recipient gets it ("mandate:<uuid>"); whether it still holds is asked at the moment of sending.
    `reply_to` is where an answer goes, where somebody reads answers; else they go to the sender of the house.
    A letter with a `category` may be cancelled by its recipient; one without is a matter of office.
    What is kept is wording, not layout: both parts are composed when the letter leaves. `calendar` is the iCalendar
    text that goes along with an invitation, or with its being called off.
    """

    network = models.UUIDField(null=True, blank=True)
    network_name = models.CharField(max_length=200, blank=True)
    cause = models.CharField(max_length=200)
    recipient = models.CharField(max_length=254)
    person = models.UUIDField(null=True, blank=True)
    email = models.CharField(max_length=254, blank=True)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2)
    category = models.CharField(max_length=40, blank=True)
    basis = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=250, blank=True)
    text = models.TextField(blank=True)
    label = models.CharField(max_length=120, blank=True)
    url = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    reply_to = models.CharField(max_length=254, blank=True)
    calendar = models.TextField(blank=True)
    written_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    claimed_by = models.UUIDField(null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)
    bounce = models.CharField(max_length=300, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cause", "recipient"], name="one_letter_a_cause_and_recipient"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="letter_state_known"),
            models.CheckConstraint(
                condition=Q(state=State.QUEUED, ended_at=None) | (~Q(state=State.QUEUED) & Q(ended_at__isnull=False)),
                name="letter_ended_or_queued",
            ),
            models.CheckConstraint(
                condition=Q(claimed_by=None, claimed_until=None)
                | Q(state=State.QUEUED, claimed_by__isnull=False, claimed_until__isnull=False),
                name="only_queued_letters_are_claimed",
            ),
        ]
        indexes = [
            models.Index(fields=["category", "next_try_at"], condition=Q(state=State.QUEUED), name="letters_due"),
            models.Index(fields=["claimed_by"], condition=Q(claimed_by__isnull=False), name="letters_claimed"),
            models.Index(fields=["network", "state", "-written_at"], name="letters_of_a_network"),
            models.Index(fields=["recipient"], name="letters_to_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.cause} → {self.recipient}"


class Preference(Keyed):
    """How often somebody wants letters of a category, in one network or (null) in none in particular."""

    recipient = models.CharField(max_length=254)
    network = models.UUIDField(null=True, blank=True)
    category = models.CharField(max_length=40)
    frequency = models.CharField(max_length=6, choices=Frequency.choices)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipient", "network", "category"], name="one_wish_a_network"),
            models.UniqueConstraint(
                fields=["recipient", "category"], condition=Q(network=None), name="one_wish_outside_networks"
            ),
            models.CheckConstraint(condition=Q(frequency__in=Frequency.values), name="frequency_known"),
            models.CheckConstraint(condition=~Q(category=""), name="office_letters_have_no_frequency"),
        ]

    def __str__(self) -> str:
        return f"{self.category}: {self.frequency}"
