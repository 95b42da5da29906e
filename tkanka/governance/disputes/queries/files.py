"""What a file holds, read once a page."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet

from tkanka.governance.voting.models import Ballot
from tkanka.rules.disputes import Facts, Holder, advisory_key
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.voting import Choice, Tally, verdict

from ..models import Dispute, Involved, Key, Leaf, Mediator, Party, Reading, Substitute
from .finding import Offices, offices_of

MOST = 200


@dataclass
class File:
    """A dispute with its parties and people on a day."""

    dispute: Dispute
    parties: list[Party]
    involved: list[Involved]
    mediators: list[Mediator]
    substitutes: list[Substitute]
    offices: Offices

    @cached_property
    def facts(self) -> Facts:
        parties = frozenset(one.organisation_id for one in self.parties)
        named = frozenset(one.person_id for one in self.involved)
        office = self.offices
        in_office = frozenset(one for one in office.people if one in named or office.commits.get(one, set()) & parties)
        return Facts(
            state=self.dispute.state, parties=parties, involved=named, in_office=in_office,
            replaced=frozenset(one.replaces_id for one in self.substitutes), advisers=office.advisers - in_office,
            mediators=frozenset(one.person_id for one in self.mediators if one.accepted and one.person_id),
            replacing={one.person_id: Holder(one.holder) for one in self.substitutes},
        )  # fmt: skip

    def party(self, key: UUID | None) -> Party | None:
        return next((one for one in self.parties if one.organisation_id == key), None)

    @cached_property
    def keys(self) -> list[Key]:
        """What was said to the request that runs, or ran last."""
        if self.dispute.asked_at is None:
            return []
        rows = Key.objects.filter(dispute=self.dispute, asked_at=self.dispute.asked_at).select_related("person")
        return list(rows.order_by("turned_at", "pk")[:MOST])

    @cached_property
    def leaves(self) -> list[Leaf]:
        rows = Leaf.objects.filter(dispute=self.dispute).select_related("added_by")
        return list(rows.order_by("added_at", "pk")[:MOST])

    def key_of(self, book: Rulebook, holder: Holder) -> bool | None:
        """How a key stands: turned, refused, or open."""
        said = [one.agrees for one in self.keys if one.holder == holder]
        if holder is Holder.COORDINATOR:
            return said[-1] if said else None
        entitled = len(self.facts.advisers | self.facts.substitutes(Holder.ADVISORY))
        return advisory_key(book, entitled=entitled, yes=sum(said), no=len(said) - sum(said)) if entitled else None

    def in_office(self, person: UUID | None, holder: Holder) -> bool:
        if holder is Holder.ADVISORY:
            return person in self.offices.advisers
        return any(one.pk == person for one in self.offices.coordinators)


def file_of(dispute: Dispute, day: date, offices: Offices | None = None) -> File:
    offices = offices or offices_of(dispute.network, day)
    parties = list(
        Party.objects.filter(dispute=dispute).select_related("organisation").order_by("-brought", "pk")[:MOST]
    )
    involved = Involved.objects.filter(dispute=dispute).select_related("person").order_by("since", "pk")
    mediators = list(
        Mediator.objects.filter(dispute=dispute).order_by("-proposed_at", "pk").prefetch_related("words")[:20]
    )
    stand_in = (
        Substitute.objects.filter(dispute=dispute).select_related("person", "replaces").order_by("named_at", "pk")
    )
    return File(dispute, parties, list(involved[:MOST]), mediators, list(stand_in[:MOST]), offices)


def readings_of(dispute: Dispute) -> QuerySet[Reading]:
    """Who opened the file, the latest first; page it."""
    return Reading.objects.filter(dispute=dispute).select_related("person").order_by("-first_at", "pk")


def verdict_without_parties(file: File) -> dict[str, object] | None:
    """How the vote would have ended without the parties' own; None while it runs, or where it was secret."""
    poll = file.dispute.poll
    if poll is None or not poll.published or poll.decision.is_secret:
        return None
    rows = Ballot.objects.filter(voter__poll=poll).values_list("voter__organisation", "choice")[:20_000]
    others = Counter(choice for party, choice in rows if party not in file.facts.parties)
    there = sum(one.entitled and one.organisation_id not in file.facts.parties for one in poll.voters.all()[:20_000])
    tally = Tally(entitled=there, in_favour=others[Choice.FOR], against=others[Choice.AGAINST],
                  abstained=others[Choice.ABSTAIN], present=there)  # fmt: skip
    return {"tally": tally, "outcome": verdict(poll.decision, tally).outcome}
