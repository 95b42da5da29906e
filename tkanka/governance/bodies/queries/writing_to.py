"""Whom to write to, and whether they still may be written to."""

from datetime import date
from uuid import UUID

from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Mandate
from tkanka.network.networks.queries import entitled as entitled_in_networks
from tkanka.network.networks.queries import members_of, recipients_for_offices, recipients_of
from tkanka.network.networks.queries.belonging import Owed, recipient
from tkanka.rules.bodies import BodyKind, BodyType, Composition
from tkanka.rules.standing import Capacity, Office

from ..models import Body
from .seats import seats_in_force, seats_of
from .types import type_of

Addressed = list[tuple[Recipient, str]]


def recipients_of_body(body: Body, day: date, kind: BodyType | None = None, limit: int = 20_000) -> Addressed:
    """Everybody in the body, each once, with what their right to its letters rests on."""
    composition = (kind or type_of(body, day)).composition.value
    if composition == Composition.OFFICES:
        offices = (Office.COORDINATOR,) if body.kind == BodyKind.COORDINATOR else tuple(Office)
        return recipients_for_offices(body.network, day, *offices)
    if composition == Composition.DIRECTORS:
        return decision_makers(body, day)
    if composition == Composition.MEMBERS:
        return recipients_of(members_of(body.network, day).values_list("pk", flat=True), day)
    return [(recipient(seat.person), f"seat:{seat.pk}") for seat in seats_of(body, day)[:limit]]


def decision_makers(body: Body, day: date) -> Addressed:
    """The decision-makers of every member; where a member has named none, those who speak for it."""
    members = set(members_of(body.network, day).values_list("pk", flat=True))
    directors = recipients_of(members, day, Capacity.DIRECTOR)
    from_their_own = _organisations_of({basis for _, basis in directors})
    known = {to.person for to, _ in directors}
    others = recipients_of(members - from_their_own, day, Capacity.MAIN)
    return [*directors, *((to, basis) for to, basis in others if to.person not in known)]


def _organisations_of(bases: set[str]) -> set[UUID]:
    keys = [basis.partition(":")[2] for basis in bases]
    return set(Mandate.objects.filter(pk__in=keys).values_list("organisation", flat=True))


def entitled(owed: set[Owed], day: date) -> set[Owed]:
    """Those queued letters' bases that still hold. A seat holds while it counts (see `seats_in_force`)."""
    keys = {basis.removeprefix("seat:") for _, basis in owed if basis.startswith("seat:")}
    holding = {f"seat:{key}" for key in seats_in_force(day).filter(pk__in=keys).values_list("pk", flat=True)}
    on_seats = {(network, basis) for network, basis in owed if basis in holding}
    return on_seats | entitled_in_networks({o for o in owed if not o[1].startswith("seat:")}, day)
