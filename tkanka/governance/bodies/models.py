"""Bodies of a network and the seats in them."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation, Subregion
from tkanka.network.networks.models.belonging import ENDS_AFTER_BEGINNING, Dated
from tkanka.network.people.models import Person
from tkanka.rules.bodies import LEADING, AdmissionState, Basis, BodyState, EndCause, Role


class Body(Keyed):
    """A body of a network: the advisory group, a working group, the plenary.

    `kind` is the code of a type: one the charter knows (`rules.bodies.BodyKind`) or one the network added.
    `hidden` hides its very existence from everybody without a seat in it.
    `held_by` is the organisation that holds a body that is an organisation's task (secretariat, council).
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="bodies")
    kind = models.SlugField(max_length=40)
    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in BodyState], default=BodyState.OPEN)
    strategic = models.BooleanField(default=False)
    sensitive = models.BooleanField(default=False)
    sensitive_reason = models.TextField(blank=True)
    hidden = models.BooleanField(default=False)
    subregion = models.ForeignKey(Subregion, models.PROTECT, null=True, blank=True, related_name="bodies")
    held_by = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="bodies_held")
    opened_on = models.DateField()
    announced_at = models.DateTimeField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closing_summary = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(state="closed") | Q(closed_on__isnull=False), name="body_closed_when"),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "kind", "state"])]

    def __str__(self) -> str:
        return self.name

    @property
    def circle_id(self) -> UUID:
        return self.pk


class OfBody(models.Model):
    """What may belong to a body: what is done with it is recorded as done in that circle."""

    body_id: UUID | None

    class Meta:
        abstract = True

    @property
    def circle_id(self) -> UUID | None:
        return self.body_id


class Seat(Dated):
    """A place in a body, held by a person for an organisation (or by an outsider), from a day until another.

    A seat counts only while the organisation belongs to the network and the person's mandate for it is in force:
    ask `queries.seats_in_force`, never this table alone. `until` may be set from the beginning (a term).
    `outside` names the organisation of somebody from outside the network, who accepted its values; a seat without
    organisation and without that is held by somebody in office, as long as they are. `reminded_at`: when its holder
    was told of its coming end.
    """

    body = models.ForeignKey(Body, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="seats")
    outside = models.CharField(max_length=200, blank=True)
    outside_kind = models.CharField(max_length=40, blank=True)
    values_accepted_at = models.DateTimeField(null=True, blank=True)
    basis = models.CharField(max_length=12, choices=[(b.value, b.value) for b in Basis])
    role = models.CharField(max_length=12, choices=[(r.value, r.value) for r in Role], default=Role.MEMBER)
    reason = models.TextField(blank=True)
    predecessor = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="successors")
    ended_because = models.CharField(max_length=30, blank=True, choices=[(c.value, c.value) for c in EndCause])
    ended_reason = models.TextField(blank=True)
    commitments_accepted_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=ENDS_AFTER_BEGINNING, name="seat_ends_after_beginning"),
            models.CheckConstraint(condition=Q(organisation=None) | Q(outside=""), name="seat_inside_or_outside"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["body", "until"]),
            models.Index(fields=["person", "until"]),
            models.Index(fields=["organisation", "until"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} / {self.body}"

    @property
    def leads(self) -> bool:
        return self.role in LEADING

    @property
    def called(self) -> str:
        """The organisation whose seat it is, inside or outside; empty for one held in office."""
        return self.organisation.name if self.organisation else self.outside


class Admission(Keyed):
    """Somebody asks to come into a body, or is asked in (`invited`). Answered once.

    Whoever is invited by address may have no account yet: `person` is known once they answer.
    """

    body = models.ForeignKey(Body, models.CASCADE, related_name="admissions")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="admissions")
    email = models.EmailField(blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="admissions")
    outside = models.CharField(max_length=200, blank=True)
    outside_kind = models.CharField(max_length=40, blank=True)
    invited = models.BooleanField(default=False)
    role = models.CharField(max_length=12, choices=[(r.value, r.value) for r in Role], default=Role.MEMBER)
    text = models.TextField(blank=True)
    values_accepted_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in AdmissionState], default=AdmissionState.WAITING
    )
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body", "person"], condition=Q(state="waiting"), name="one_waiting_admission_a_person"
            ),
            models.UniqueConstraint(
                fields=["body", "email"], condition=Q(state="waiting", invited=True), name="one_waiting_invitation"
            ),
            models.CheckConstraint(condition=Q(organisation=None) | Q(outside=""), name="admission_inside_or_outside"),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "state"]), models.Index(fields=["person", "state"])]

    def __str__(self) -> str:
        return f"{self.body} ({self.state})"


class TypeSetting(Keyed):
    """What a network set of a type of bodies where its charter is silent, or a type of its own; from a day on.

    Never edited: set anew. `values` holds the names of `rules.bodies.SETTABLE`.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="body_types")
    code = models.SlugField(max_length=40)
    since = models.DateField()
    set_at = models.DateTimeField()
    values = models.JSONField(default=dict)
    label_pl = models.CharField(max_length=120, blank=True)
    label_en = models.CharField(max_length=120, blank=True)
    label_uk = models.CharField(max_length=120, blank=True)
    retired = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["network", "code", "since"])]

    def __str__(self) -> str:
        return f"{self.network} / {self.code}"
