"""The proposal of a working group on its way to becoming a body."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import Keyed
from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.groups import CheckItem, Field, ProposalState, Route, Tongue

OPEN = (ProposalState.SUBMITTED, ProposalState.ASKED)
DECIDED = (ProposalState.OPENED, ProposalState.DECLINED)


class Charge(models.Model):
    """What a group sets out to do, as its proposal and its terms of reference state it."""

    aims = models.TextField(blank=True)
    time_frame = models.CharField(max_length=300, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    meetings = models.CharField(max_length=500, blank=True)
    languages = models.JSONField(default=list, blank=True)
    interpreted = models.BooleanField(default=False)
    profile = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def spoken(self) -> list[str]:
        """The languages of the meetings, in the reader's language."""
        return [label(Tongue(code)) for code in self.languages if code in set(Tongue)]

    @property
    def filled(self) -> frozenset[Field]:
        """Which of the fields the charter speaks of say something."""
        said = {
            Field.AIMS: self.aims,
            Field.TIME: self.time_frame or self.ends_on,
            Field.MEETINGS: self.meetings,
            Field.LANGUAGE: self.languages,
            Field.PROFILE: self.profile,
        }
        return frozenset(field for field, value in said.items() if value)


class Proposal(Charge, Keyed):
    """Somebody wants a working group. There is no body, and nothing to announce, until it is opened.

    `organisation` is the proposer's own on the members' route and empty on the others. `concepts`: keys of the sectors
    and target groups chosen from the lists. `declined_on` is the check the refusal rests on; `earlier` the declined
    proposal this one comes back from.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="group_proposals")
    route = models.CharField(max_length=40, choices=[(r.value, r.value) for r in Route])
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in ProposalState])
    name = models.CharField(max_length=200, blank=True)
    concepts = models.JSONField(default=list, blank=True)
    strategic = models.BooleanField(default=False)
    strategic_reason = models.TextField(blank=True)
    sensitive = models.BooleanField(default=False)
    sensitive_reason = models.TextField(blank=True)
    proposed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="group_proposals")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="group_proposals"
    )
    coordinator_agreed_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    declined_on = models.CharField(max_length=30, blank=True, choices=[(c.value, c.value) for c in CheckItem])
    explanation = models.TextField(blank=True)
    earlier = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="later")
    body = models.OneToOneField(Body, models.PROTECT, null=True, blank=True, related_name="proposal")
    told_overdue_for = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "asked", "opened", "declined"]) | Q(submitted_at__isnull=False),
                name="proposal_received_at_a_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="opened") & Q(body__isnull=False)) | (~Q(state="opened") & Q(body=None)),
                name="proposal_has_a_body_once_opened",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | (~Q(declined_on="") & ~Q(explanation="")),
                name="proposal_declined_on_a_check_with_words",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["network", "state", "submitted_at"])]

    def __str__(self) -> str:
        return self.name

    @property
    def state_label(self) -> str:
        return label(ProposalState(self.state))

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class Initiator(Keyed):
    """A member organisation that initiates a group, or is asked to: it counts from the day it said yes."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="initiators")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="initiated_groups")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    invited_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "organisation"], name="an_organisation_initiates_once"),
            models.CheckConstraint(condition=Q(agreed_at=None) | Q(declined_at=None), name="initiator_says_yes_or_no"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} / {self.proposal}"


class Check(Keyed):
    """One of the checks of the charter, answered with a note."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="checks")
    item = models.CharField(max_length=30, choices=[(c.value, c.value) for c in CheckItem])
    fine = models.BooleanField()
    note = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "item"], name="a_check_is_answered_once"),
        ]

    def __str__(self) -> str:
        return self.item


class Question(Keyed):
    """What the secretariat asked the proposers; until they answer, the clock stands."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="questions")
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.text[:60]
