"""The advisory group: who sits in it, what it was asked, what it said."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.bodies.queries import bodies_of_kind, seats_in_force, seats_of
from tkanka.ground.kit.lookup import one_of
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries.belonging import recipient
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.groups import Reply, Subject, group_agreed
from tkanka.rules.standing import Standing

from ..models import Consultation, Intent, Proposal

OPEN_STATES = ("draft", "submitted", "asked")


def advisory_group(network: Network) -> Body | None:
    return bodies_of_kind(network, [BodyKind.ADVISORY]).order_by("opened_on").first()


def seats_that_advise(body: Body, day: date) -> list[Seat]:
    """Its seats in force that day; observers attend without a voice."""
    return list(seats_of(body, day).exclude(role=Role.OBSERVER)[:200])


def advises(network: Network, by: Standing, day: date) -> bool:
    """Whether the visitor holds a seat in the advisory group."""
    if by.person is None:
        return False
    group = bodies_of_kind(network, [BodyKind.ADVISORY]).order_by("opened_on").values("pk")[:1]
    rows = seats_in_force(day).filter(body__in=group, person=by.person).exclude(role=Role.OBSERVER)
    return rows.exists()


def people_of(body: Body, day: date) -> list[tuple[Recipient, str]]:
    """Everybody in a body, with the seat their right to its letters rests on."""
    return [(recipient(seat.person), f"seat:{seat.pk}") for seat in seats_of(body, day)[:1000]]


def leads_of(body: Body, day: date) -> list[Seat]:
    return list(seats_of(body, day).filter(role__in=[Role.LEAD, Role.CO_LEAD])[:20])


def leads(body: Body, by: Standing, day: date) -> bool:
    return by.person is not None and any(seat.person_id == by.person for seat in leads_of(body, day))


def agreed_by_advisory(proposal: Proposal, day: date) -> bool:
    """Whether more than half of the seats in force answered yes to a strategic proposal."""
    for asked in proposal.consultations.filter(subject=Subject.STRATEGIC).select_related("body"):
        seats = {seat.person_id for seat in seats_that_advise(asked.body, day)}
        yes = asked.opinions.filter(reply=Reply.YES, person__in=seats).count()
        if group_agreed(seats=len(seats), yes=yes):
            return True
    return False


def consultation_in(network: Network, key: UUID, by: Standing, day: date) -> Consultation:
    """A question for the offices and the seats it was put to; for others there is none (404)."""
    rows = Consultation.objects.filter(network=network).select_related("proposal", "intent", "body", "asked_by")
    if by.keeps_the_network or advises(network, by, day):
        return one_of(rows, pk=key)
    raise Http404


def consultations_of(thing: Proposal | Intent) -> list[Consultation]:
    """The questions about it, with their answers, the oldest first."""
    rows = thing.consultations.select_related("asked_by", "proposal", "intent").prefetch_related("opinions__person")
    return list(rows.order_by("asked_at")[:20])


def consultations_in(network: Network) -> QuerySet[Consultation]:
    """Every question put to the advisory group, the newest first; page it."""
    rows = Consultation.objects.filter(network=network).select_related("proposal", "intent")
    return rows.prefetch_related("opinions").order_by("-asked_at", "pk")


def unanswered_by(network: Network, person: UUID, limit: int = 20) -> list[Consultation]:
    """Open questions to which this person has not answered; whether they hold a seat is for the caller to ask."""
    rows = Consultation.objects.filter(network=network).exclude(opinions__person=person)
    still = Q(proposal__state__in=OPEN_STATES) | Q(intent__state__in=OPEN_STATES)
    return list(rows.filter(still).select_related("proposal", "intent").order_by("asked_at")[:limit])


def answers_to(consultations: Iterable[Consultation]) -> int:
    return sum(len(one.opinions.all()) for one in consultations)
