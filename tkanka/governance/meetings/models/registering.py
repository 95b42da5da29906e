from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.meetings import RegistrationState

from .meetings import Meeting


class Invitee(Keyed):
    """Somebody invited besides those the meeting is for: a person, an organisation, or a guest known by an address.

    `standing` is the code of a party that the charter has invited to every such meeting; leaving it out
    (`left_out_at`) needs a reason. A guest answers by the token in the letter, without an account.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitees")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="+")
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=200, blank=True)
    party = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="pl")
    standing = models.CharField(max_length=40, blank=True)
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    left_out_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(person__isnull=False), name="one_invitation_a_person"
            ),
            models.UniqueConstraint(
                fields=["meeting", "organisation"],
                condition=Q(organisation__isnull=False),
                name="one_invitation_a_party",
            ),
            models.UniqueConstraint(
                fields=["meeting", "email"], condition=~Q(email=""), name="one_invitation_an_email"
            ),
            models.UniqueConstraint(
                fields=["meeting", "standing"], condition=~Q(standing=""), name="one_standing_invitation"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(organisation__isnull=False) | ~Q(email="") | ~Q(standing=""),
                name="invitee_is_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.party or self.email


class Registration(Keyed):
    """A place at a meeting, or one in the queue for it, held by a person for an organisation or in their own name.

    A guest's registration hangs on the invitation instead of an account. `needs` is what somebody needs to take part:
    for the organiser's eyes, and deleted after the meeting.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="registrations")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="registrations")
    invitee = models.ForeignKey(Invitee, models.CASCADE, null=True, blank=True, related_name="registrations")
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="meeting_registrations"
    )
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RegistrationState])
    online = models.BooleanField(default=False)
    needs = models.TextField(blank=True)
    registered_at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True, blank=True)
    answer_until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(person__isnull=False, state__in=["waiting", "offered", "registered"]),
                name="one_live_registration_a_person",
            ),
            models.UniqueConstraint(
                fields=["meeting", "invitee"],
                condition=Q(invitee__isnull=False, state__in=["waiting", "offered", "registered"]),
                name="one_live_registration_an_invitee",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(invitee__isnull=False), name="registration_of_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(answer_until__isnull=False), name="registration_offered_until"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["meeting", "state", "registered_at"]),
            models.Index(fields=["state", "answer_until"]),
            models.Index(fields=["person", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.invitee} ({self.state})"
