"""What the directory keeps beside the profile itself."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.visibility import Audience

AUDIENCES = [(a.value, a.value) for a in Audience]


def known(*fields: str) -> Q:
    """Every one of the fields names an audience."""
    return Q(**{f"{field}__in": [a.value for a in Audience] for field in fields})


class Openness(Keyed):
    """Who sees the contact data of an organisation itself. Without a row: everybody, but the street, for members."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="openness")
    email = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.PUBLIC)
    phone = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.PUBLIC)
    address = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.MEMBERS)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=known("email", "phone", "address"), name="openness_names_audiences")
        ]

    def __str__(self) -> str:
        return str(self.organisation_id)


SHOWN = ("name", "post", "email", "phone", "topics")
SEEN_BY = tuple(f"{field}_seen_by" for field in SHOWN)


class ContactPerson(Keyed):
    """A card: somebody to ask in an organisation, each field for the audience that the person chose.

    A card without `answered_at` is a proposal of the organisation's own people and is shown to nobody else; a card that
    is shown belongs to a person, whose consent is a record of its own. `sought_…` is what may be searched by whom.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contact_persons")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="contact_cards")
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    topics = models.CharField(max_length=300, blank=True)
    name_seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.MEMBERS)
    post_seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.MEMBERS)
    email_seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.MEMBERS)
    phone_seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.SECRETARIAT)
    topics_seen_by = models.CharField(max_length=12, choices=AUDIENCES, default=Audience.MEMBERS)
    sought_public = models.TextField(blank=True, editable=False)
    sought_members = models.TextField(blank=True, editable=False)
    sought_secretariat = models.TextField(blank=True, editable=False)
    proposed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("organisation", "person", condition=~Q(person=None), name="one_card_a_person"),
            models.UniqueConstraint(
                "organisation", "email", condition=Q(answered_at=None), name="one_open_proposal_an_address"
            ),
            models.CheckConstraint(condition=Q(answered_at=None) | ~Q(person=None), name="shown_card_has_its_person"),
            models.CheckConstraint(condition=~Q(answered_at=None) | ~Q(email=""), name="proposal_has_an_address"),
            models.CheckConstraint(condition=known(*SEEN_BY), name="card_names_audiences"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "answered_at"])]

    def __str__(self) -> str:
        return f"{self.name} / {self.organisation_id}"

    @property
    def is_open(self) -> bool:
        """A proposal the person has not answered."""
        return self.answered_at is None


class DeclinedContact(Keyed):
    """That somebody did not want to be a contact of an organisation: a print of the address, not the address."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("organisation", "fingerprint", name="declined_once_an_organisation")
        ]

    def __str__(self) -> str:
        return str(self.organisation_id)
