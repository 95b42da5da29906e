"""The facts the rules ask for, of one who acts on a day."""

from dataclasses import dataclass
from datetime import date

from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import host_of, rulebook_of
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling
from tkanka.rules.separation import CaseState, may_call_vote, may_keep_list, may_open_case, may_withdraw
from tkanka.rules.standing import Standing

from .models import Case
from .queries import running_case, sits_in_it, successor_of


@dataclass(frozen=True, slots=True)
class Weighed:
    """The charter, who acts, and the case, where there is one."""

    network: Network
    book: Rulebook
    by: Standing
    day: date
    sits: bool
    case: Case | None = None

    @property
    def is_open(self) -> bool:
        return self.case is not None and self.case.state == CaseState.OPEN

    @property
    def is_decided(self) -> bool:
        return self.case is not None and self.case.state == CaseState.DECIDED

    @property
    def votes(self) -> bool:
        """Whether the vote on parting was called and not called off."""
        return bool(self.case and self.case.poll and self.case.poll.state != "called_off")

    def open(self, *, interest: str, reason: str) -> Ruling:
        hosting = host_of(self.network, self.day)
        for_host = hosting is not None and hosting.organisation_id in self.by.represents
        return may_open_case(
            self.book, self.by, sits=self.sits, for_host=for_host, running=running_case(self.network) is not None,
            interest=interest, reason=reason,
        )  # fmt: skip

    @property
    def call(self) -> Ruling:
        return may_call_vote(self.book, self.by, sits=self.sits, open_case=self.is_open, voting=self.votes)

    def withdraw(self, reason: str) -> Ruling:
        assert self.case
        own = self.by.person is not None and self.case.opened_by_id == self.by.person
        return may_withdraw(
            self.by, own=own, open_case=self.is_open, voting=self.votes, on_resignation=self.case.on_resignation,
            reason=reason,
        )  # fmt: skip

    @property
    def keep(self) -> Ruling:
        assert self.case
        successor = successor_of(self.case)
        parties = {self.case.host_id} | ({successor.organisation_id} if successor else set())
        return may_keep_list(self.book, self.by, sits=self.sits, parties=parties, decided=self.is_decided)


def weighed(network: Network, by: Standing, day: date, case: Case | None = None) -> Weighed:
    return Weighed(network, rulebook_of(network, day), by, day, sits_in_it(network, by, day), case)
