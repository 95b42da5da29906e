"""Votes: the question with its rule, the frozen roll, what was said, and the verdict."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.bodies.models import Body, OfBody
from tkanka.governance.meetings.models import Item, Meeting, PresenceSnapshot
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.voting import Choice, DecisionRule, ExclusionKind, PollKind, PollState, from_data


class OwnRule(Keyed):
    """A decision rule the network has added, by which its members vote."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="own_rules")
    name = models.CharField(max_length=120)
    rule = models.JSONField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "name"], condition=Q(ended_at=None), name="one_own_rule_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def decision(self) -> DecisionRule:
        return from_data(self.rule)


class Poll(OfBody, Keyed):
    """A question put to the vote.

    `rule` is the decision rule with its paragraphs (`rules.voting.as_data`), frozen at the opening like the roll.
    `marks` are facts that exclusions of the rule ask for, by the key of a person or organisation. `lot` decides a tie
    where the rule says so; it is published at the opening. `present` and `vacant` are how many of the entitled were
    there and how many seats of the body were empty. `published` is the whole file from which anybody can count again.
    `follows` is the vote that this one repeats, `response` the answer to the objections raised there.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="polls")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="polls")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="polls")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, blank=True, related_name="polls")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in PollKind])
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    rule = models.JSONField()
    marks = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in PollState], default=PollState.DRAFT)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    snapshot = models.ForeignKey(PresenceSnapshot, models.PROTECT, null=True, blank=True, related_name="+")
    lot = models.CharField(max_length=32, blank=True)
    present = models.PositiveIntegerField(null=True, blank=True)
    vacant = models.PositiveIntegerField(default=0)
    published = models.JSONField(null=True, blank=True)
    follows = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="next")
    response = models.TextField(blank=True)
    called_off_because = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)
    follow_up = models.TextField(blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "called_off"]) | Q(opened_at__isnull=False), name="poll_opened_when"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["passed", "failed", "repeated"])
                | Q(closed_at__isnull=False, published__isnull=False),
                name="poll_decided_when_and_on_what",
            ),
            models.CheckConstraint(
                condition=Q(closes_at=None) | Q(opened_at=None) | Q(closes_at__gt=models.F("opened_at")),
                name="poll_closes_after_opening",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "state", "opened_at"]),
            models.Index(fields=["state", "closes_at"]),
            models.Index(fields=["body", "state"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def decision(self) -> DecisionRule:
        return from_data(self.rule)

    def runs(self, at: datetime) -> bool:
        """Whether votes may still be cast: it is open, and its hour has not come."""
        return self.state == PollState.OPEN and (self.closes_at is None or at < self.closes_at)


class Voter(Keyed):
    """A line of the frozen roll: a person's or an organisation's, entitled or left out.

    `person` is who sits there, where people vote, and is forgotten with them. `voted` says that a ballot was cast, in a
    secret vote without saying when or which.
    """

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="voters")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="votes")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="votes")
    as_organisation = models.BooleanField()
    entitled = models.BooleanField()
    kind = models.CharField(max_length=16, blank=True, choices=[(k.value, k.value) for k in ExclusionKind])
    who = models.CharField(max_length=60, blank=True)
    cite = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    voted = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["poll", "organisation"], condition=Q(as_organisation=True), name="one_vote_an_organisation"
            ),
            models.UniqueConstraint(
                fields=["poll", "person"], condition=Q(as_organisation=False), name="one_vote_a_person"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["poll", "entitled", "voted"])]

    def __str__(self) -> str:
        return str(self.organisation or self.person or self.pk)


class Ballot(Keyed):
    """What one voter said in an open vote; the latest word counts. In consensus an objection has its reason."""

    voter = models.OneToOneField(Voter, models.CASCADE, related_name="ballot")
    choice = models.CharField(max_length=8, choices=[(c.value, c.value) for c in Choice])
    reason = models.TextField(blank=True)
    cast_at = models.DateTimeField()
    cast_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    by_hand = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.choice


class Urn(models.Model):
    """What was said in a secret vote: three numbers in one row, and nothing of who, when or in which order."""

    poll = models.OneToOneField(Poll, models.CASCADE, primary_key=True, related_name="urn")
    in_favour = models.PositiveIntegerField(default=0)
    against = models.PositiveIntegerField(default=0)
    abstained = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.poll_id)
