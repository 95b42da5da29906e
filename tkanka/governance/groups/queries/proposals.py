"""Proposals: whose they are, how their clock stands, what is alike."""

from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Case, Count, Q, QuerySet, When
from django.http import Http404

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import visible_bodies
from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import members_of
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.groups import ProposalState, Route, verification_clock
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Office, Standing
from tkanka.rules.workdays import Clock

from ..likeness import Alike, most_alike
from ..models import Check, Initiator, OutsideGroup, Proposal
from ..models.proposals import OPEN
from .advisory import advises

T = TypeVar("T")
MOST_COMPARED = 10_000
SHOWN = {
    "open": OPEN,
    "opened": (ProposalState.OPENED,),
    "declined": (ProposalState.DECLINED, ProposalState.WITHDRAWN),
}


def proposal_in(network: Network, key: UUID, by: Standing, day: date) -> Proposal:
    """A proposal for those it concerns; for everybody else there is none (404)."""
    rows = Proposal.objects.filter(network=network)
    found = one_of(rows.select_related("proposed_by", "organisation", "decided_by", "earlier", "body"), pk=key)
    found.network = network
    if not concerns(found, by, day):
        raise Http404
    return found


def concerns(proposal: Proposal, by: Standing, day: date) -> bool:
    """Whether somebody may see it: who began it, who initiates or is invited, the offices once it is handed in, and
    the advisory group where it was asked."""
    if by.person is None:
        return False
    if is_own(proposal, by) or proposal.initiators.filter(organisation__in=by.speaks_for).exists():
        return True
    if by.keeps_the_network and proposal.state != ProposalState.DRAFT:
        return True
    if proposal.route == Route.JOINT and Office.COORDINATOR in by.offices:
        return True
    asked = proposal.route == Route.JOINT or proposal.consultations.exists()
    return asked and advises(proposal.network, by, day)


def is_own(proposal: Proposal, by: Standing) -> bool:
    """Whether it is theirs to write: the one who began it, or whoever speaks for the organisation that did."""
    if by.person is None:
        return False
    return proposal.proposed_by_id == by.person or proposal.organisation_id in by.speaks_for


def initiates(proposal: Proposal, by: Standing) -> bool:
    """Whether somebody acts for one of the organisations that initiate it."""
    return bool(set(initiators_agreed(proposal)) & by.represents)


def initiators_of(proposal: Proposal) -> list[Initiator]:
    """Organisations that initiate or are asked to: the one that proposes, then in the order they were asked."""
    proposes = Case(When(organisation=proposal.organisation_id, then=0), default=1)
    rows = proposal.initiators.select_related("organisation", "person")
    return list(rows.order_by(proposes, "invited_at", "pk")[:100])


def initiators_agreed(proposal: Proposal, day: date | None = None) -> frozenset[UUID]:
    """The organisations that said yes; with a day, only those that are members on it."""
    rows = proposal.initiators.filter(agreed_at__isnull=False)
    if day is not None:
        rows = rows.filter(organisation__in=members_of(proposal.network, day))
    return frozenset(rows.values_list("organisation", flat=True))


def invitation_of(proposal: Proposal, organisation: UUID) -> Initiator | None:
    """The invitation an organisation has not answered."""
    return proposal.initiators.filter(organisation=organisation, agreed_at=None, declined_at=None).first()


def initiator_by(key: UUID, network: Network) -> Initiator | None:
    rows = Initiator.objects.filter(proposal__network=network, pk=key)
    return rows.select_related("proposal", "proposal__network", "proposal__proposed_by", "organisation").first()


def invited_to_initiate(network: Network, by: Standing, limit: int = 20) -> list[Initiator]:
    """Invitations that await one's organisations."""
    rows = Initiator.objects.filter(
        proposal__network=network, proposal__state=ProposalState.DRAFT, organisation__in=by.speaks_for,
        agreed_at=None, declined_at=None,
    )  # fmt: skip
    return list(rows.select_related("proposal", "organisation").order_by("invited_at")[:limit])


def members_to_invite(proposal: Proposal, day: date, limit: int = 2000) -> list[Organisation]:
    """Member organisations that were not asked yet, by name."""
    asked = proposal.initiators.values("organisation")
    rows = members_of(proposal.network, day).exclude(pk__in=asked)
    return list(rows.only("name").order_by("name")[:limit])


def own_proposals(network: Network, by: Standing) -> QuerySet[Proposal]:
    """What one began or one's organisations initiate, the latest first; page it."""
    if by.person is None:
        return Proposal.objects.none()
    mine = Q(proposed_by=by.person) | Q(organisation__in=by.speaks_for)
    mine |= Q(initiators__organisation__in=by.speaks_for, initiators__agreed_at__isnull=False)
    return Proposal.objects.filter(mine, network=network).distinct().order_by("-saved_at", "pk")


def proposals_in(network: Network, shown: str = "open") -> QuerySet[Proposal]:
    """The secretariat's list: open ones with the longest waiting first, others with the latest; page it."""
    rows = Proposal.objects.filter(network=network, state__in=SHOWN.get(shown, OPEN))
    order = "-decided_at" if shown in ("opened", "declined") else "submitted_at"
    return rows.select_related("organisation").prefetch_related("questions", "checks").order_by(order, "pk")


def counts_of_proposals(network: Network) -> dict[str, int]:
    rows = Proposal.objects.filter(network=network).exclude(state=ProposalState.DRAFT)
    return dict(rows.values_list("state").annotate(n=Count("pk")).order_by())


def answered_questions(proposal: Proposal) -> list[tuple[date, date | None]]:
    """The days in which the proposers owed an answer."""
    return [
        (only_day(one.asked_at), only_day(one.answered_at) if one.answered_at else None)
        for one in proposal.questions.all()
    ]


def clock_of(book: Rulebook, proposal: Proposal) -> Clock:
    """The clock of a proposal that was handed in."""
    assert proposal.submitted_at
    return verification_clock(book, only_day(proposal.submitted_at), tuple(answered_questions(proposal)))


def checks_answered(proposal: Proposal) -> dict[str, Check]:
    return {one.item: one for one in proposal.checks.select_related("by")}


def open_proposals(network: Network, limit: int = 500) -> list[Proposal]:
    """Those that wait for an outcome, with what their clocks need."""
    rows = Proposal.objects.filter(network=network, state__in=OPEN).prefetch_related("questions")
    return list(rows.order_by("submitted_at")[:limit])


def alike_inside(proposal: Proposal, by: Standing, day: date, lists: Vocabulary) -> list[Alike[Body]]:
    """Groups of the network that are alike, of those the visitor may know of."""
    rows = visible_bodies(proposal.network, by, day).order_by("pk").select_related("proposal")
    rows = rows.exclude(pk=proposal.body_id) if proposal.body_id else rows
    rows = rows.only("name", "purpose", "kind", "state", "proposal__concepts")
    known = ((body, body.name, body.purpose, _chosen(body)) for body in rows[:MOST_COMPARED])
    return _worded(most_alike(proposal.name, proposal.aims, known, proposal.concepts), lists)


def _chosen(body: Body) -> list[str]:
    """What was chosen from the lists when the group was proposed."""
    proposal = getattr(body, "proposal", None)
    return proposal.concepts if proposal else []


def alike_proposals(proposal: Proposal, lists: Vocabulary) -> list[Alike[Proposal]]:
    """Other proposals that are being verified and are alike."""
    rows = Proposal.objects.filter(network=proposal.network, state__in=OPEN).exclude(pk=proposal.pk)
    known = ((one, one.name, one.aims, one.concepts) for one in rows[:MOST_COMPARED])
    return _worded(most_alike(proposal.name, proposal.aims, known, proposal.concepts), lists)


def alike_outside(proposal: Proposal, day: date, lists: Vocabulary) -> list[Alike[OutsideGroup]]:
    """Groups outside the network that are alike: they tell their sector in words, and so does what was chosen."""
    rows = OutsideGroup.objects.filter(network=proposal.network).filter(Q(until=None) | Q(until__gt=day))
    known = ((one, one.name, f"{one.sector} {one.about}", ()) for one in rows[:MOST_COMPARED])
    text = " ".join([proposal.aims, *lists.labels_of(map(UUID, proposal.concepts)).values()])
    return most_alike(proposal.name, text, known)


def _worded(found: list[Alike[T]], lists: Vocabulary) -> list[Alike[T]]:
    """With the concepts in words, before the words of the texts."""
    labels = lists.labels_of({UUID(key) for one in found for key in one.concepts})
    return [
        replace(one, words=(*(labels[UUID(key)] for key in one.concepts if UUID(key) in labels), *one.words))
        for one in found
    ]
