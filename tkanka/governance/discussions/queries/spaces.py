"""Who may read and write where, computed from seats, designations, mandates and offices in force."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.bodies.queries import Types, seats_in_force, type_of, types_in, visible_bodies
from tkanka.network.networks.models import Mandate, Membership, Network, OfficeHolder, Organisation, Status
from tkanka.network.networks.models.belonging import in_force
from tkanka.network.networks.queries import members_of
from tkanka.network.networks.queries.belonging import worked_for
from tkanka.network.people.models import Person
from tkanka.rules.bodies import LEADING, BodyState, BodyType, Composition
from tkanka.rules.discussions import Place, by_designation, may_moderate, may_read
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Capacity, Standing

from ..models import Designation

Parties = list[Organisation] | None


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose name somebody writes: an organisation, an organisation from outside, the office, or only themselves."""

    organisation: Organisation | None = None
    outside: str = ""
    office: bool = False

    @property
    def key(self) -> str:
        return str(self.organisation.pk) if self.organisation else "office" if self.office else "own"


@dataclass(frozen=True, slots=True)
class Space:
    """A place to talk, as one visitor stands to it."""

    network: Network
    body: Body | None
    place: Place
    voices: tuple[Voice, ...]
    kind: BodyType | None = None

    @property
    def outsider(self) -> bool:
        """Writes here only as somebody from outside the network."""
        return bool(self.voices) and all(not v.organisation and not v.office for v in self.voices)


def designations_in_force(day: date) -> QuerySet[Designation]:
    """Designations that count: not ended, the organisation a member, and the person still with a mandate of it."""
    belongs = Membership.objects.filter(
        in_force(day), network=OuterRef("network"), organisation=OuterRef("organisation"), status=Status.MEMBER
    )
    mandated = Mandate.objects.filter(in_force(day), person=OuterRef("person"), organisation=OuterRef("organisation"))
    return Designation.objects.filter(in_force(day)).filter(Exists(belongs), Exists(mandated))


def space_of(
    book: Rulebook, network: Network, body: Body | None, by: Standing, day: date, parties: Parties = None
) -> Space:
    """The space of a body, or (without one) of the network, with what the visitor is in it.

    `parties` are the organisations the visitor works for, where they are known already.
    """
    if body is None:
        return _forum(book, network, by, day, parties)
    seats, kind = _seats(body, by, day), type_of(body, day, book)
    shut = body.hidden or bool(kind.closed.value)
    place = Place(
        kind=body.kind,
        shut=shut,
        is_open=body.state != BodyState.CLOSED,
        sits=bool(seats) or takes_part(kind, by),
        leads=any(seat.role in LEADING for seat in seats),
    )
    office = by.keeps_the_network and not shut
    voices = [Voice(seat.organisation, seat.outside) for seat in seats]
    if not seats and takes_part(kind, by):
        voices = [Voice(party) for party in _parties(parties, by) if party.pk in by.members]
    return Space(network, body, place, _ordered([*voices, *([Voice(office=True)] if office else [])], by), kind)


def takes_part(kind: BodyType, by: Standing) -> bool:
    """Whether somebody belongs to a body of this type without a seat: the office, the decision-makers, all members."""
    if kind.composition.value == Composition.OFFICES:
        return by.keeps_the_network
    if kind.composition.value == Composition.DIRECTORS:
        return any(by.holds(party, Capacity.DIRECTOR) for party in by.members)
    return kind.composition.value == Composition.MEMBERS and by.is_member


def _forum(book: Rulebook, network: Network, by: Standing, day: date, parties: Parties) -> Space:
    if by.person is None:
        return Space(network, None, Place(), ())
    named: list[Organisation] = []
    if by_designation(book):
        rows = _designated(network, by, day).select_related("organisation")[:50]
        named = [row.organisation for row in rows]
    else:
        named = [party for party in _parties(parties, by) if party.pk in by.members]
    designated = bool(named) and by_designation(book)
    voices = [Voice(organisation) for organisation in named]
    office = [Voice(office=True)] if by.keeps_the_network else []
    return Space(network, None, Place(designated=designated), _ordered([*voices, *office], by))


def _parties(known: Parties, by: Standing) -> list[Organisation]:
    return worked_for(by) if known is None else known


def _designated(network: Network, by: Standing, day: date) -> QuerySet[Designation]:
    return designations_in_force(day).filter(network=network, person=by.person)


def _seats(body: Body, by: Standing, day: date) -> list[Seat]:
    if by.person is None:
        return []
    rows = seats_in_force(day).filter(body=body, person=by.person).select_related("organisation")
    return list(rows.order_by("role", "pk")[:20])


def _ordered(voices: list[Voice], by: Standing) -> tuple[Voice, ...]:
    """Each once, the organisation of the on-behalf switch first."""
    found = {voice.key: voice for voice in voices}
    chosen = str(by.acting_for or "")
    return tuple(sorted(found.values(), key=lambda voice: voice.key != chosen))


def voices_for(space: Space) -> tuple[Voice, ...]:
    """In whose name the visitor may write here; at least in their own."""
    return space.voices or (Voice(),)


def readers(
    book: Rulebook, network: Network, body: Body | None, day: date, *, offices: bool = True,
    kind: BodyType | None = None,
) -> QuerySet[Person]:  # fmt: skip
    """Everybody who may read a space that day. Without `offices` only those who take part in it."""
    holders = OfficeHolder.objects.filter(in_force(day), network=network).values("person")
    if body is not None:
        kind = kind or type_of(body, day, book)
        who = Q(pk__in=seats_in_force(day).filter(body=body).values("person")) | _without_seat(kind, network, day)
        offices = offices and not body.hidden and not kind.closed.value
    elif by_designation(book):
        who = Q(pk__in=designations_in_force(day).filter(network=network).values("person"))
    else:
        who = _of_members(network, day)
    return Person.objects.filter(who | Q(pk__in=holders) if offices else who, is_active=True)


def _of_members(network: Network, day: date, *capacities: Capacity) -> Q:
    mandates = Mandate.objects.filter(
        in_force(day), organisation__in=members_of(network, day), capacity__in=capacities or list(Capacity)
    )
    return Q(pk__in=mandates.values("person"))


def _without_seat(kind: BodyType, network: Network, day: date) -> Q:
    """People who belong to a body of this type without a seat, see `takes_part`."""
    if kind.composition.value == Composition.OFFICES:
        return Q(pk__in=OfficeHolder.objects.filter(in_force(day), network=network).values("person"))
    if kind.composition.value == Composition.DIRECTORS:
        return _of_members(network, day, Capacity.DIRECTOR)
    return _of_members(network, day) if kind.composition.value == Composition.MEMBERS else Q(pk__in=[])


def readable_bodies(
    book: Rulebook, network: Network, by: Standing, day: date, types: Types | None = None
) -> QuerySet[Body]:
    """The bodies whose discussions the visitor may read, the open ones first."""
    if by.person is None:
        return Body.objects.none()
    types = types or types_in(network, day, book)
    may = Q(pk__in=_own(by, network, day).values("body"))
    may |= Q(kind__in=[code for code, kind in types.items() if takes_part(kind, by)])
    if by.keeps_the_network:
        may |= _not_shut(types.values())
    return visible_bodies(network, by, day).filter(may).order_by("closed_on", "name", "pk")


def _not_shut(types: Iterable[BodyType], prefix: str = "") -> Q:
    """Bodies whose inside is not their seats' own."""
    closed = [kind.code for kind in types if kind.closed.value]
    return Q(**{f"{prefix}hidden": False}) & ~Q(**{f"{prefix}kind__in": closed})


def _own(by: Standing, network: Network, day: date) -> QuerySet[Seat]:
    return seats_in_force(day).filter(person=by.person, body__network=network)


def moderated(book: Rulebook, network: Network, by: Standing, led: Collection[UUID], types: Types) -> Q | None:
    """Which posts are moderated by somebody who leads these bodies, as a condition; None when there are none."""
    conditions = Q(thread__body__in=led)
    if may_moderate(book, by, place=Place()):
        conditions |= Q(thread__body=None) | _not_shut(types.values(), "thread__body__")
    elif not led:
        return None
    return Q(thread__network=network) & conditions


def circles_of(book: Rulebook, network: Network, by: Standing, day: date) -> frozenset[UUID]:
    """The circles in which search looks for the visitor: the bodies they read, and the network's own space."""
    if by.person is None:
        return frozenset()
    found = set(readable_bodies(book, network, by, day).order_by().values_list("pk", flat=True)[:500])
    designated = by_designation(book) and _designated(network, by, day).exists()
    if may_read(book, by, place=Place(designated=designated)):
        found.add(network.pk)
    return frozenset(found)


def who_still_reads(
    book: Rulebook, network: Network, body: Body | None, people: Iterable[UUID], day: date
) -> set[UUID]:
    """Those of the people who may read the space that day."""
    return set(readers(book, network, body, day).filter(pk__in=list(people)).values_list("pk", flat=True))
