"""Which votes there are, for whom."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tkanka.governance.bodies.models import Body
from tkanka.governance.meetings.models import Meeting
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.bodies import BodyState
from tkanka.rules.standing import Standing
from tkanka.rules.voting import DECIDED, PollKind, PollState

from ..models import OwnRule, Poll, Voter

KNOWN = [PollState.OPEN, *DECIDED, PollState.CALLED_OFF]
AROUND = ("network", "body", "meeting", "follows")


@dataclass(frozen=True, slots=True)
class Seen:
    """Whose eyes look on a day: `sits` and `leads` are the bodies of their own seats, `closed` the kinds of bodies of
    which others see nothing but the name."""

    network: Network
    by: Standing
    day: date
    sits: frozenset[UUID]
    leads: frozenset[UUID]
    closed: frozenset[str]
    seated: frozenset[str]

    def polls(self) -> QuerySet[Poll]:
        """Votes they may know of: those of the whole network, for whoever belongs to it or keeps it, and those of
        bodies they sit in or may look into. Of a draft only those who prepare it know; of a vote on a dispute those
        on its roll, and the offices but whoever is involved."""
        rows = Poll.objects.filter(network=self.network).filter(~Q(kind=PollKind.DISPUTE) | self._on_dispute())
        own = Q(body__in=self.sits)
        if self.by.is_member or self.by.keeps_the_network:
            own |= Q(body=None) | Q(body__hidden=False) & ~Q(body__kind__in=self.closed)
        known = ~Q(state=PollState.DRAFT) | Q(body__in=self.leads)
        return rows.filter(own) if self.by.keeps_the_network else rows.filter(own & known)

    def _on_dispute(self) -> Q:
        listed = Q(Exists(Voter.objects.filter(poll=OuterRef("pk"), organisation__in=self.by.speaks_for)))
        return listed | ~Q(marks__has_key=str(self.by.person)) if self.by.keeps_the_network else listed


def polls_in(seen: Seen, *, shown: str = "open", body: UUID | None = None, words: str = "") -> QuerySet[Poll]:
    """Votes of one sort: open, decided, called_off, draft; page it."""
    states = {"open": [PollState.OPEN], "decided": list(DECIDED), "called_off": [PollState.CALLED_OFF],
              "draft": [PollState.DRAFT]}  # fmt: skip
    rows = seen.polls().filter(state__in=states[shown]).select_related("body", "meeting")
    if body:
        rows = rows.filter(body=body)
    for word in words.split()[:6]:
        rows = rows.filter(Q(title__icontains=word) | Q(text__icontains=word))
    order = {"open": ["closes_at", "opened_at"], "draft": ["-prepared_at"]}.get(shown, ["-closed_at", "-prepared_at"])
    return rows.order_by(*order, "pk")


def drafts_in(seen: Seen) -> int:
    return seen.polls().filter(state=PollState.DRAFT).count()


def poll_in(seen: Seen, key: UUID) -> Poll:
    """A vote that the visitor may know of; 404 for anybody else."""
    found = one_of(seen.polls().select_related(*AROUND, "snapshot", "item"), pk=key)
    found.network = seen.network
    if found.body:
        found.body.network = seen.network
    return found


def polls_of_meeting(meeting: Meeting, limit: int = 50) -> list[Poll]:
    rows = Poll.objects.filter(meeting=meeting, state__in=KNOWN).order_by("opened_at", "pk")
    return list(rows[:limit])


def open_of_body(body: Body, limit: int = 20) -> list[Poll]:
    return list(Poll.objects.filter(body=body, state=PollState.OPEN).order_by("opened_at", "pk")[:limit])


def votes_owed(network: Network, by: Standing, at: datetime, limit: int = 20) -> list[Poll]:
    """Open votes in which the visitor, or an organisation they may commit, is entitled and has said nothing."""
    if by.person is None:
        return []
    mine = Q(person=by.person) | Q(as_organisation=True, organisation__in=by.speaks_for)
    owed = Voter.objects.filter(mine, poll=OuterRef("pk"), entitled=True, voted=False)
    rows = Poll.objects.filter(network=network, state=PollState.OPEN).filter(Q(closes_at=None) | Q(closes_at__gt=at))
    return list(rows.filter(Exists(owed)).order_by("closes_at", "pk")[:limit])


def to_close(at: datetime, limit: int = 100) -> list[Poll]:
    """Votes whose hour has come."""
    rows = Poll.objects.filter(state=PollState.OPEN, closes_at__lte=at).select_related("network", "body")
    return list(rows.order_by("closes_at", "pk")[:limit])


def to_remind(at: datetime, limit: int = 100) -> list[Poll]:
    """Open votes with an hour to close at of which nobody has been reminded."""
    rows = Poll.objects.filter(state=PollState.OPEN, closes_at__gt=at, reminded_at=None)
    return list(rows.select_related("network", "body").order_by("closes_at", "pk")[:limit])


def reviews_due(seen: Seen, limit: int = 20) -> list[Poll]:
    """Decisions whose day of review has come and that are not done."""
    rows = seen.polls().filter(state=PollState.PASSED, review_on__lte=seen.day, done_on=None)
    return list(rows.order_by("review_on", "pk")[:limit])


def own_rules_in(network: Network, limit: int = 50) -> list[OwnRule]:
    """The rules the network has added and not ended, by name."""
    return list(OwnRule.objects.filter(network=network, ended_at=None).order_by("name")[:limit])


def own_rule_in(network: Network, key: UUID) -> OwnRule:
    return one_of(OwnRule.objects.filter(network=network, ended_at=None), pk=key)


def bodies_to_decide(seen: Seen, limit: int = 100) -> list[Body]:
    """Bodies with seats whose votes the visitor may prepare, by name."""
    rows = Body.objects.filter(network=seen.network).exclude(state=BodyState.CLOSED)
    own = Q(pk__in=seen.leads)
    if seen.by.keeps_the_network:
        own |= Q(hidden=False) & ~Q(kind__in=seen.closed)
    return list(rows.filter(own, kind__in=seen.seated).order_by("name", "pk")[:limit])
