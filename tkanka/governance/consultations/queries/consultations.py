"""Consultations: which somebody may see, which are due."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.bodies.queries import Types, type_in, visible_bodies
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.bodies import LEADING, BodyState
from tkanka.rules.consultations import REMIND_DAYS, ConsultationState
from tkanka.rules.standing import Standing

from ..models import Consultation, Document, Guest

WITH = ("version", "version__document", "body")


def circles_open_to(by: Standing, seats: Iterable[Seat], types: Types) -> Q:
    """What lies in no circle, in that of a seat of the visitor, or for those in office in any that is not shut."""
    own = Q(body=None) | Q(body__in={seat.body_id for seat in seats})
    if by.keeps_the_network:
        shut = [kind.code for kind in types.values() if kind.closed.value]
        own |= Q(body__hidden=False) & ~Q(body__kind__in=shut)
    return own


def visible(network: Network, by: Standing, seats: list[Seat], types: Types) -> QuerySet[Consultation]:
    """Every consultation the visitor may see, those that end first in front; page it."""
    rows = Consultation.objects.filter(circles_open_to(by, seats, types), network=network)
    if not by.keeps_the_network:
        rows = rows.filter(~Q(body=None) | ~Q(state=ConsultationState.DRAFT) | Q(announced_at__isnull=False))
        if not by.is_member:
            asked = Q(public=True) | Q(bodies__in={seat.body_id for seat in seats}) | ~Q(body=None)
            asked |= Q(observers=True) if by.observers else Q(pk__in=[])
            rows = rows.filter(asked).distinct()
    return rows.select_related(*WITH)


def listed(rows: QuerySet[Consultation], *, state: str = "", kind: str = "", words: str = "") -> QuerySet[Consultation]:
    """Those under way first by their end, or all of a state, the latest first."""
    rows = rows.filter(version__document__kind=kind) if kind else rows
    rows = rows.filter(version__document__title__icontains=words) if words else rows
    if state:
        return rows.filter(state=state).order_by("-closes_on", "-prepared_at", "pk")
    return rows.order_by("-closes_on", "-prepared_at", "pk")


def consultation_in(network: Network, key: object) -> Consultation:
    found = one_of(Consultation.objects.filter(network=network).select_related(*WITH), pk=key)
    found.network = network
    found.version.document.network = network
    return found


def consultations_of(document: Document, limit: int = 100) -> list[Consultation]:
    """What was asked about any version of it, the latest first."""
    rows = Consultation.objects.filter(version__document=document).select_related("version")
    return list(rows.order_by("-prepared_at")[:limit])


def last_closed(document: Document) -> Consultation | None:
    """The consultation whose remarks the next version answers."""
    rows = Consultation.objects.filter(version__document=document).exclude(state=ConsultationState.CALLED_OFF)
    return rows.order_by("-version__number", "-prepared_at").first()


def is_running(document: Document) -> bool:
    """Whether remarks may still be coming in."""
    states = [ConsultationState.DRAFT, ConsultationState.OPEN]
    rows = Consultation.objects.filter(version__document=document, state__in=states)
    return rows.filter(Q(state=ConsultationState.OPEN) | Q(announced_at__isnull=False)).exists()


def is_asked_about(document: Document) -> bool:
    """Whether a consultation is prepared or under way."""
    states = [ConsultationState.DRAFT, ConsultationState.OPEN, ConsultationState.ANSWERING]
    return Consultation.objects.filter(version__document=document, state__in=states).exists()


def bodies_to_ask(network: Network, by: Standing, day: date, types: Types, limit: int = 300) -> list[Body]:
    """Bodies that can be asked: with seats, open, and known to everybody."""
    rows = visible_bodies(network, by, day).filter(hidden=False).exclude(state=BodyState.CLOSED)
    return [body for body in rows.order_by("name", "pk")[:limit] if type_in(types, body.kind).has_seats]


def circles_to_ask(seats: Iterable[Seat]) -> list[Body]:
    """Bodies the visitor leads, in whose circle they may ask."""
    led = {s.body_id: s.body for s in seats if s.role in LEADING and s.body.state != BodyState.CLOSED}
    return sorted(led.values(), key=lambda body: body.name)


def guests_of(consultation: Consultation, limit: int = 200) -> list[Guest]:
    rows = Guest.objects.filter(consultation=consultation, left_out_at=None)
    return list(rows.order_by("party", "email")[:limit])


def guest_in(consultation: Consultation, key: object) -> Guest:
    return one_of(Guest.objects.filter(consultation=consultation), pk=key)


def guest_by_key(key: UUID) -> Guest | None:
    rows = Guest.objects.filter(pk=key, left_out_at=None)
    return rows.select_related("consultation", "consultation__network", *(f"consultation__{w}" for w in WITH)).first()


def due_to_open(day: date, limit: int = 100) -> list[Consultation]:
    rows = Consultation.objects.filter(state=ConsultationState.DRAFT, announced_at__isnull=False, opens_on__lte=day)
    return list(rows.select_related("network", *WITH).order_by("opens_on", "pk")[:limit])


def due_to_end(day: date, limit: int = 100) -> list[Consultation]:
    rows = Consultation.objects.filter(state=ConsultationState.OPEN, closes_on__lt=day)
    return list(rows.select_related("network", *WITH).order_by("closes_on", "pk")[:limit])


def due_to_remind(day: date, limit: int = 100) -> list[Consultation]:
    """Open ones that end soon, of which nobody was reminded; none that opened only then."""
    soon = day + timedelta(days=REMIND_DAYS)
    rows = Consultation.objects.filter(state=ConsultationState.OPEN, closes_on__lte=soon, reminded_at=None)
    rows = rows.filter(opens_on__lt=day, closes_on__gte=day)
    return list(rows.select_related("network", *WITH).order_by("closes_on", "pk")[:limit])


def to_answer(network: Network, by: Standing, seats: list[Seat], types: Types, limit: int = 20) -> list[Consultation]:
    """Consultations whose remarks wait for the visitor's answers, or that can be closed."""
    kept = circles_open_to(by, [s for s in seats if s.role in LEADING], types)
    kept = kept if by.keeps_the_network else kept & ~Q(body=None)
    rows = Consultation.objects.filter(kept, network=network, state=ConsultationState.ANSWERING)
    return list(rows.select_related(*WITH).order_by("closes_on", "pk")[:limit])
