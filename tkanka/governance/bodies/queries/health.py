"""How bodies are: seats taken and ending, leads missing. Computed, never stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import member_count, office_holders
from tkanka.rules.bodies import LEADING, BodyKind, BodyState, BodyType, Composition
from tkanka.rules.standing import Office

from ..models import Body, Seat
from .seats import seats_by_body
from .types import Types, type_in

SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Health:
    """How a body is on a day. `seats` is the fixed number, where there is one; `ends` the first of the coming ends."""

    people: int = 0
    organisations: int = 0
    seats: int | None = None
    ending: int = 0
    ends: date | None = None
    lacks_lead: bool = False
    cite: str = ""

    @property
    def vacant(self) -> int:
        return max(0, (self.seats or 0) - self.people)

    @property
    def calm(self) -> bool:
        """Whether there is nothing to see to."""
        return not (self.vacant or self.ending or self.lacks_lead)


def health_of(body: Body, kind: BodyType, seats: Iterable[Seat], day: date) -> Health:
    """What its seats in force say of it."""
    held = list(seats)
    ending = sorted(s.until for s in held if s.until and s.until <= day + SOON)
    open_now = body.state != BodyState.CLOSED
    return Health(
        people=len(held),
        organisations=len({s.organisation_id for s in held if s.organisation_id}),
        seats=kind.seats.value if kind.seats and open_now else None,
        ending=len(ending) if open_now else 0,
        ends=ending[0] if ending else None,
        lacks_lead=open_now and kind.has_leads and not _led(held),
        cite=kind.seats.cite if kind.seats else "",
    )


def _led(held: Iterable[Seat]) -> bool:
    return any(seat.role in LEADING for seat in held)


def healths(network: Network, bodies: list[Body], types: Types, day: date) -> Mapping[UUID, Health]:
    """How each of the bodies is. Three queries at most, however many bodies."""
    seats = seats_by_body([b for b in bodies if type_in(types, b.kind).has_seats], day) if bodies else {}
    found = {b.pk: health_of(b, type_in(types, b.kind), seats.get(b.pk, ()), day) for b in bodies}
    others = [b for b in bodies if not type_in(types, b.kind).has_seats]
    if not others:
        return found
    offices = list(office_holders(network, day)[:200])
    members = member_count(network, day)
    for body in others:
        if type_in(types, body.kind).composition.value == Composition.OFFICES:
            only = body.kind == BodyKind.COORDINATOR
            people = {h.person_id for h in offices if not only or h.office == Office.COORDINATOR}
            found[body.pk] = Health(people=len(people))
        else:
            found[body.pk] = Health(organisations=members)
    return found
