"""Types of bodies: what a charter fixes of each, what the platform or the network chose where it is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from ..terms import Term
from .kinds import Basis, BodyRight, Composition, Maker, OpenTo, SeatIs

Number = Term[int] | None
NO, YES = Term(False), Term(True)
SEATS: Term[Composition] = Term(Composition.SEATS)
FOR_ORGANISATION: Term[SeatIs] = Term(SeatIs.PERSON_FOR_ORGANISATION)
BY_JOINING: Term[Basis] = Term(Basis.JOINED)
TO_NOBODY: Term[OpenTo] = Term(OpenTo.NOBODY)
NO_RIGHTS: Term[tuple[BodyRight, ...]] = Term(())


@dataclass(frozen=True, slots=True)
class BodyType:
    """A type of body. A term with a cite is the charter's; one without was chosen where the charter is silent.

    `seats` None: as many as come. `cap`: how many may be open at one time. `first_months`: the term of those who
    were appointed before anybody was elected. `keeps_for_host`: one of the seats is the host's.
    """

    code: str
    made_by: Term[tuple[Maker, ...]]
    composition: Term[Composition] = SEATS
    seats: Number = None
    seat_is: Term[SeatIs] = FOR_ORGANISATION
    basis: Term[Basis] = BY_JOINING
    first_basis: Term[Basis] | None = None
    term_months: Number = None
    first_months: Number = None
    cadence_months: Number = None
    cap: Number = None
    per_organisation: Number = None
    keeps_for_host: Term[bool] | None = None
    coordinator_without_seat: Term[bool] | None = None
    open_to: Term[OpenTo] = TO_NOBODY
    open_to_outsiders: Term[bool] = NO
    outsiders_accept_values: Term[bool] = YES
    outsider_kinds: Term[tuple[str, ...]] | None = None
    led_by_members: Term[bool] | None = None
    coordinator_chairs: Term[tuple[str, ...]] | None = None
    consulted: Term[str] | None = None
    may_hide: Term[bool] = NO
    closed: Term[bool] = NO
    rights: Term[tuple[BodyRight, ...]] = NO_RIGHTS
    commitments: Term[tuple[str, ...]] | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    own: bool = False

    @property
    def has_seats(self) -> bool:
        return self.composition.value == Composition.SEATS

    @property
    def has_leads(self) -> bool:
        """Whether somebody leads it: a body into which organisations come by themselves or are asked."""
        return self.has_seats and self.seats is None and self.seat_is.value != SeatIs.PERSON

    @property
    def is_opened_directly(self) -> bool:
        """Whether it comes about in one step, without a proposal or an opinion asked for before."""
        return Maker.PROPOSAL not in self.made_by.value and self.consulted is None

    @property
    def people_are_public(self) -> bool:
        """Whether everybody may see who is in it: those chosen to a fixed number of seats, and those in office."""
        return self.seats is not None or self.composition.value == Composition.OFFICES

    @property
    def terms(self) -> dict[str, Term[Any]]:
        """Everything that is set of it, by name."""
        found = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: term for name, term in found if isinstance(term, Term)}

    @property
    def fixed(self) -> frozenset[str]:
        """The names of what the charter fixes; a network does not set these."""
        return frozenset(name for name, term in self.terms.items() if term.cite)
