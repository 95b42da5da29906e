"""Elections to bodies: who stands, who may vote and whether they did, and the ballots apart from all of that."""

from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tkanka.governance.bodies.models import Body, OfBody
from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.elections import CandidacyState, Counting, Days, ElectionKind, ElectionState


class Process(Keyed):
    """The rules of elections of a network, as published; never edited, published anew."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="election_processes")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    advised = models.TextField(blank=True)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["network", "number"], name="one_process_a_number")]

    def __str__(self) -> str:
        return f"{self.network} {self.number}"


class Election(Keyed, OfBody):
    """An election of a body's seats for a term or the rest of one.

    `bounds` are rows of attribute, value, least and most, about organisations only. `seed` is the lot, drawn when the
    list of candidates was closed. `result` is what the count said, candidates by their place in the lot.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="elections")
    body = models.ForeignKey(Body, models.PROTECT, related_name="elections")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ElectionKind])
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in ElectionState])
    seats = models.PositiveSmallIntegerField()
    about = models.TextField(blank=True)
    nominations_until = models.DateField()
    voting_from = models.DateField()
    voting_until = models.DateField()
    term_from = models.DateField()
    term_until = models.DateField(null=True, blank=True)
    bounds = models.JSONField(default=list, blank=True)
    count_back = models.BooleanField(default=False)
    process = models.ForeignKey(Process, models.PROTECT, null=True, blank=True, related_name="elections")
    extended = models.PositiveSmallIntegerField(default=0)
    seed = models.CharField(max_length=64, blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    called_at = models.DateTimeField(null=True, blank=True)
    listed_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    certified_at = models.DateTimeField(null=True, blank=True)
    called_off_because = models.TextField(blank=True)
    method = models.CharField(max_length=12, blank=True, choices=[(m.value, m.value) for m in Counting])
    result = models.JSONField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body"], condition=Q(state__in=["draft", "nominations", "listed", "voting"]),
                name="one_running_election_a_body",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "nominations", "called_off"]) | ~Q(seed=""), name="election_lot_first"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["counted", "certified"]) | Q(result__isnull=False), name="counted_has_a_result"
            ),
        ]  # fmt: skip
        indexes: ClassVar = [models.Index(fields=["network", "state"]), models.Index(fields=["state", "voting_until"])]

    def __str__(self) -> str:
        return f"{self.body} {self.term_from:%Y}"

    @property
    def days(self) -> Days:
        return Days(self.nominations_until, self.voting_from, self.voting_until, self.term_from, self.term_until)

    def destroy_ballots(self) -> None:
        Urn.objects.filter(election=self).delete()
        Diversity.objects.filter(election=self).delete()


class Candidacy(Keyed):
    """A person for an organisation. `place` is theirs in the order of the lot; `facts` what bounds ask about their
    organisation, as it was when the list was closed."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="candidacies")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="candidacies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="candidacies")
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in CandidacyState])
    nominated_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    nominated_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    statement = models.TextField(blank=True)
    consented = models.BooleanField(default=False)
    told = models.BooleanField(default=False)
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    facts = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "person"], name="one_candidacy_a_person"),
            models.UniqueConstraint(fields=["election", "place"], name="one_candidacy_a_place"),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(consented=True), name="published_with_consent_only"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} / {self.organisation}"

    @property
    def network_id(self) -> object:
        return self.election.network_id

    @property
    def circle_id(self) -> object:
        return self.election.body_id


class Voter(Keyed):
    """An organisation on the roll, frozen when the vote opened. `excluded` says in a word why it has no ballot."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="voters")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    excluded = models.CharField(max_length=20, blank=True)
    voted = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "organisation"], name="one_voter_an_organisation"),
            models.CheckConstraint(condition=Q(excluded="") | Q(voted=False), name="excluded_casts_nothing"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.election})"


class Urn(Keyed):
    """All ballots of an election in one row: how many alike, and the ranking, in an order of their own.

    One row has one version, one place and one transaction that wrote it last, so that neither the rows of a database
    nor their order say which ballot came when (docs/decisions/0023).
    """

    election = models.OneToOneField(Election, models.CASCADE, related_name="urn")
    ballots = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.election)

    @property
    def counted(self) -> dict[tuple[int, ...], int]:
        return {tuple(ranking): weight for weight, ranking in self.ballots}

    def fill(self, ballots: dict[tuple[int, ...], int]) -> None:
        self.ballots = [[weight, list(ranking)] for ranking, weight in sorted(ballots.items())]

    def take(self, ranking: Iterable[int]) -> None:
        found, ballot = self.counted, tuple(ranking)
        self.fill(found | {ballot: found.get(ballot, 0) + 1})


class Diversity(Keyed):
    """What candidates chose to say of age, gender and origin: how many said what. Nobody's answers are kept."""

    election = models.OneToOneField(Election, models.CASCADE, related_name="diversity")
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return str(self.election)
