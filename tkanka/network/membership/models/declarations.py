from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import CharterVersion, Network, Organisation
from tkanka.network.people.models import Person

from ..declarations import Declared, worded
from .applications import Application


class Declaration(Keyed):
    """One declaration of the charter, made for a party by a person, in the version that was in force.

    `code` is the declaration's id in the rulebook. `entered_by` is set where the secretariat typed it in.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="declarations")
    application = models.ForeignKey(Application, models.PROTECT, null=True, blank=True, related_name="declarations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="declarations")
    code = models.CharField(max_length=80)
    charter = models.ForeignKey(CharterVersion, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["application", "code"], condition=Q(application__isnull=False), name="one_declaration_a_code"
            ),
            models.CheckConstraint(
                condition=Q(application__isnull=False) | Q(organisation__isnull=False), name="declared_for_a_party"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "organisation", "code"])]

    def __str__(self) -> str:
        return self.code

    @property
    def words(self) -> Declared:
        """Its text as it is read today, in the reader's language."""
        return worded(self.code)
