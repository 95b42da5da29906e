"""Coming to a body: which it is, who the visitor is in it, and what they may do there."""

from dataclasses import dataclass
from functools import cached_property

from tkanka.network.networks.doors import Visit
from tkanka.network.networks.parts import own
from tkanka.rules.bodies import LEADING, BodyState, BodyType, Role, may_keep_body, may_see_inside, may_see_people
from tkanka.rules.ruling import Ruling, check

from .models import Body, Seat
from .queries import Types, body_in, seats_held, type_in, types_in


@dataclass
class Place:
    """A body as one visitor stands to it today."""

    visit: Visit
    body: Body
    kind: BodyType
    seat: Seat | None

    @property
    def role(self) -> Role | None:
        return Role(self.seat.role) if self.seat else None

    @property
    def leads(self) -> bool:
        return self.role in LEADING

    @property
    def is_open(self) -> bool:
        return self.body.state != BodyState.CLOSED

    @cached_property
    def may_keep(self) -> Ruling:
        """Whether they may do what leads do."""
        return may_keep_body(self.visit.standing, kind=self.kind, role=self.role)

    @property
    def leads_or_keeps(self) -> bool:
        return bool(self.may_keep)

    @cached_property
    def inside(self) -> Ruling:
        """Whether they may see more of it than its name."""
        return may_see_inside(self.visit.frame.book, self.visit.standing, kind=self.kind, role=self.role)

    @cached_property
    def sees_people(self) -> Ruling:
        return self.inside & may_see_people(self.visit.standing, kind=self.kind, role=self.role)


def types_at(visit: Visit) -> Types:
    """The types of bodies the network has today, asked once a page."""
    return visit.frame.once("bodies.types", lambda: types_in(visit.network, visit.today, visit.frame.book))


def own_seats(visit: Visit) -> list[Seat]:
    """The visitor's own seats that count today, with their bodies, asked once a page and after each change."""

    def held() -> list[Seat]:
        return own(visit, "bodies.seats", lambda: seats_held(visit.network, visit.standing, visit.today))

    return visit.frame.once("bodies.seats", held)


def body_of(visit: Visit, key: object) -> Place:
    """The body, and the visitor's place in it; 404 for whoever may not know of it."""
    body = body_in(visit.network, key, visit.standing, visit.today)
    body.network = visit.network
    kind = type_in(types_at(visit), body.kind)
    return Place(visit, body, kind, next((seat for seat in own_seats(visit) if seat.body_id == body.pk), None))


def may_fill(visit: Visit, place: Place) -> Ruling:
    """Whether one may enter somebody into a seat here at all; the seat itself is weighed when it is named."""
    leads = place.kind.has_leads and place.role in LEADING
    keeps = visit.standing.keeps_the_network and not place.kind.closed.value
    hosting = visit.frame.hosting
    for_host = bool(hosting and place.kind.keeps_for_host and hosting.organisation_id in visit.standing.speaks_for)
    ruling = check(place.kind.has_seats, "body_has_seats", place.kind.composition)
    ruling &= check(place.is_open, "body_not_closed")
    return ruling & check(keeps or leads or for_host, "office_or_leads_fill")


def inside_of(visit: Visit, key: object) -> Place:
    """The same, for pages on what is inside; raises Refused for whoever may only know its name."""
    place = body_of(visit, key)
    place.inside.require()
    return place
