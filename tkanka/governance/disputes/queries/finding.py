"""Which disputes there are, for whom."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tkanka.governance.bodies.models import Seat
from tkanka.governance.bodies.queries import seats_in_force
from tkanka.governance.meetings.models import Meeting
from tkanka.network.networks.models import Mandate, Network
from tkanka.network.networks.models.belonging import in_force
from tkanka.network.networks.queries import office_holders
from tkanka.network.people.models import Person
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.disputes import BEFORE_KEYS, DisputeState
from tkanka.rules.meetings import MeetingState
from tkanka.rules.standing import SPEAKING, Office, Standing
from tkanka.rules.voting import DECIDED, PollState

from ..models import Dispute, Involved, Mediator, Party, Substitute


@dataclass(frozen=True, slots=True)
class Offices:
    """Who holds the keys of a network that day, and which organisations they commit."""

    coordinators: tuple[Person, ...]
    seats: tuple[Seat, ...]
    commits: dict[UUID, frozenset[UUID]]

    @property
    def advisers(self) -> frozenset[UUID]:
        return frozenset(seat.person_id for seat in self.seats)

    @property
    def people(self) -> frozenset[UUID]:
        return self.advisers | {one.pk for one in self.coordinators}


def offices_of(network: Network, day: date) -> Offices:
    holders = office_holders(network, day).filter(office=Office.COORDINATOR)[:20]
    seats = seats_in_force(day).filter(body__network=network, body__kind=BodyKind.ADVISORY)
    seats = seats.exclude(role=Role.OBSERVER).exclude(body__state="closed").select_related("person")
    found = Offices(tuple(one.person for one in holders), tuple(seats.order_by("person__name", "pk")[:200]), {})
    rows = Mandate.objects.filter(in_force(day), person__in=found.people, capacity__in=SPEAKING)
    for person, party in rows.values_list("person", "organisation")[:2_000]:
        found.commits[person] = found.commits.get(person, frozenset()) | {party}
    return found


def _own(by: Standing) -> Exists:
    return Exists(Party.objects.filter(dispute=OuterRef("pk"), organisation__in=by.represents))


def _named(by: Standing) -> Exists:
    return Exists(Involved.objects.filter(dispute=OuterRef("pk"), person=by.person))


def seen_in(network: Network, by: Standing, day: date, offices: Offices | None = None) -> QuerySet[Dispute]:
    """Disputes the visitor may know of, the latest first: as a party, by an office, as who mediates or replaces."""
    rows = Dispute.objects.filter(network=network).order_by("-brought_at", "pk")
    if by.person is None:
        return rows.none()
    if by.keeps_the_network:
        return rows.filter(_own(by) | ~_named(by))
    mediates = Exists(Mediator.objects.filter(dispute=OuterRef("pk"), person=by.person, accepted=True))
    replaces = Exists(Substitute.objects.filter(dispute=OuterRef("pk"), person=by.person))
    found = Q(mediates) | Q(replaces)
    offices = offices or offices_of(network, day)
    if by.person in offices.advisers:
        parties = frozenset().union(*offices.commits.values())
        called = Q(Exists(Involved.objects.filter(dispute=OuterRef("pk"), person__in=offices.people)))
        called |= Q(Exists(Party.objects.filter(dispute=OuterRef("pk"), organisation__in=parties)))
        found |= ~Q(state__in=BEFORE_KEYS) | called
    return rows.filter(Q(_own(by)) | Q(~_named(by)) & found)


def handled_in(network: Network, by: Standing) -> QuerySet[Dispute]:
    """Those the visitor keeps by office: not one in which they are involved."""
    rows = Dispute.objects.filter(network=network)
    return rows.exclude(_own(by)).exclude(_named(by)) if by.keeps_the_network else rows.none()


def hidden_from(network: Network, by: Standing) -> list[UUID]:
    """The disputes of which the pages of the offices tell the visitor nothing."""
    rows = Dispute.objects.filter(network=network).exclude(pk__in=handled_in(network, by).values("pk"))
    return list(rows.values_list("pk", flat=True)[:1000])


def letters_hidden_from(hidden: list[UUID]) -> Q:
    """Letters that would tell of them."""
    told = Q(pk__in=[])
    for key in hidden:
        told |= Q(cause__contains=str(key))
    return told


def to_decide(limit: int = 100) -> list[Dispute]:
    """Those whose vote has its verdict, or was called off."""
    done = [*DECIDED, PollState.CALLED_OFF]
    rows = Dispute.objects.filter(state=DisputeState.ADMITTED, poll__state__in=done)
    return list(rows.select_related("network", "poll").order_by("poll__closed_at", "pk")[:limit])


def to_clear(day: date, limit: int = 100) -> list[Dispute]:
    """Those whose texts are to go."""
    rows = Dispute.objects.filter(delete_on__lte=day, cleared_at=None).select_related("network")
    return list(rows.order_by("delete_on", "pk")[:limit])


def meetings_ahead(network: Network, at: datetime, limit: int = 20) -> list[Meeting]:
    """Meetings of the members at which a vote may be held: those that run or come."""
    rows = Meeting.objects.filter(network=network, body=None, state=MeetingState.CALLED)
    return list(rows.filter(ends_at__gte=at - timedelta(days=1)).order_by("starts_at", "pk")[:limit])
