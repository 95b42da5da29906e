"""Types of bodies: what a charter fixes of each, what the platform or the network chose where it is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from ..terms import Term, settled
from .kinds import Basis, BodyKind, BodyRight, Composition, Maker, OpenTo, SeatIs

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


SETTABLE = (
    "seats",
    "term_months",
    "cadence_months",
    "cap",
    "per_organisation",
    "open_to",
    "open_to_outsiders",
    "made_by",
    "may_hide",
)
"""What a network sets of a type where its charter is silent."""


@dataclass(frozen=True, slots=True)
class TypeChange:
    """What a network set of a type, from a day on: a new type of its own, or other values where the charter is silent.

    `values` holds names of SETTABLE; what is missing stays as it was.
    """

    code: str
    since: date
    values: Mapping[str, Any]
    labels: Mapping[str, str] = field(default_factory=dict)
    retired: bool = False


def types_of(book: Rulebook, changes: Iterable[TypeChange] = (), day: date | None = None) -> dict[str, BodyType]:
    """The types of bodies of a network on a day: the charter's in its order, then the network's own."""
    found = {t.code: t for t in _charter_types(book)}
    for change in sorted(changes, key=lambda c: c.since):
        if day is not None and change.since > day:
            continue
        before = found.get(change.code) or BodyType(
            change.code, Term((Maker.SECRETARIAT,)), open_to=Term(OpenTo.MEMBERS), own=True
        )
        if change.retired and before.own:
            found.pop(change.code, None)
        else:
            found[change.code] = _changed(before, change)
    return found


def _changed(before: BodyType, change: TypeChange) -> BodyType:
    open_ones = [name for name in SETTABLE if name in change.values and name not in before.fixed]
    new: dict[str, Any] = {name: _term(change.values[name]) for name in open_ones}
    return replace(before, **new, labels=change.labels or before.labels)


def _term(value: Any) -> Term[Any] | None:
    return None if value is None else Term(value)


def may_set_types(book: Rulebook, by: Standing, *, kind: BodyType | None, names: Iterable[str]) -> Ruling:
    """Setting what the charter leaves open. What it fixes changes with the charter only; the first such is named."""
    fixed = [kind.terms[name] for name in names if kind and name in kind.fixed]
    ruling = check(by.keeps_the_network or bool(by.system), "office_sets_types")
    return ruling & check(not fixed, "charter_leaves_it_open", fixed[0] if fixed else None)


def _charter_types(book: Rulebook) -> Iterable[BodyType]:
    makers = (_secretariat, _advisory, _directors, _technical, _working, _plenary, _subregional, _council, _closed)
    for make in makers:
        yield from make(book)


def _given(cite: str = "") -> Term[tuple[Maker, ...]]:
    """A body the charter itself sets up is entered by the secretariat."""
    return Term((Maker.SECRETARIAT, Maker.COORDINATOR), cite)


def _secretariat(book: Rulebook) -> Iterable[BodyType]:
    offices = Term(Composition.OFFICES)
    kept = book.secretariat.kept_by or book.secretariat.chosen_from
    yield BodyType(
        BodyKind.SECRETARIAT,
        _given(kept.cite if kept else ""),
        composition=offices,
        seat_is=Term(SeatIs.PERSON),
        cap=Term(1),
    )
    if book.secretariat.led_by:
        yield BodyType(
            BodyKind.COORDINATOR, _given(book.secretariat.led_by.cite), composition=offices,
            seat_is=Term(SeatIs.PERSON), cap=Term(1),
        )  # fmt: skip


def _advisory(book: Rulebook) -> Iterable[BodyType]:
    terms = book.advisory_group
    if terms.seats is None:
        return
    within = book.host.in_advisory_group
    yield BodyType(
        BodyKind.ADVISORY,
        _given(terms.first_appointed_by.cite if terms.first_appointed_by else ""),
        seats=terms.seats,
        seat_is=settled(_as(terms.seat_is, SeatIs), SeatIs.PERSON_FOR_ORGANISATION),
        basis=settled(_as(terms.basis, Basis), Basis.ELECTED),
        first_basis=_as(terms.first_basis, Basis),
        term_months=terms.term_months,
        first_months=terms.first_term_months,
        cadence_months=terms.meetings_every_months,
        cap=Term(1),
        per_organisation=held(book, "advisory_group.seats_per_organisation"),
        keeps_for_host=within if within and held(book, "host.seat_within_eight").value else None,
        coordinator_without_seat=book.coordinator.attends_advisory_group,
        rights=Term((BodyRight.ADVISE, BodyRight.CALL_MEETINGS, BodyRight.CALL_DIRECTORS), terms.seats.cite),
        commitments=terms.commitments,
    )


def _directors(book: Rulebook) -> Iterable[BodyType]:
    terms = book.directors_meetings
    if terms.every_months is None:
        return
    yield BodyType(
        BodyKind.DIRECTORS,
        _given(),
        composition=Term(Composition.DIRECTORS, terms.invited.cite if terms.invited else ""),
        cadence_months=terms.every_months,
        cap=Term(1),
    )


def _technical(book: Rulebook) -> Iterable[BodyType]:
    terms = book.technical_groups
    if terms.convened_by is None:
        return
    members = terms.open_to_members
    yield BodyType(
        BodyKind.TECHNICAL,
        Term((Maker.COORDINATOR,), terms.convened_by.cite),
        cap=terms.max_open,
        open_to=Term(OpenTo.MEMBERS, members.cite) if members and members.value else Term(OpenTo.INVITED),
        open_to_outsiders=settled(terms.open_to_outsiders, False),
        outsiders_accept_values=settled(terms.outsiders_accept_values, True),
        consulted=terms.consulted,
        rights=Term((BodyRight.CALL_MEETINGS,)),
    )


def _working(book: Rulebook) -> Iterable[BodyType]:
    terms = book.working_groups
    if terms.routes is None:
        return
    yield BodyType(
        BodyKind.WORKING,
        Term((Maker.PROPOSAL,), terms.routes.cite),
        open_to=Term(OpenTo.MEMBERS),
        open_to_outsiders=Term(True),
        led_by_members=Term(True, terms.led_by.cite) if terms.led_by else None,
        coordinator_chairs=terms.coordinator_may_chair,
        rights=Term((BodyRight.CALL_MEETINGS,)),
    )


def _plenary(book: Rulebook) -> Iterable[BodyType]:
    terms = book.meetings.plenary
    if terms.submissions_before is None and terms.hosted_with is None:
        return
    yield BodyType(
        BodyKind.PLENARY,
        _given(),
        composition=Term(Composition.MEMBERS),
        cadence_months=held(book, "meetings.plenary.every_months"),
        cap=Term(1),
        rights=Term((BodyRight.DECIDE,)),
    )


def _subregional(book: Rulebook) -> Iterable[BodyType]:
    terms = book.meetings.subregional
    if terms.recurring is None:
        return
    yield BodyType(
        BodyKind.SUBREGIONAL,
        Term((Maker.SECRETARIAT, Maker.COORDINATOR, Maker.MEMBER)),
        open_to=Term(OpenTo.MEMBERS),
        rights=Term((BodyRight.CALL_MEETINGS,)),
    )


def _council(book: Rulebook) -> Iterable[BodyType]:
    starts, overseer = book.partners.works_initiated_by, book.decisions.secretariat_choice.overseer
    named = starts or overseer
    if named is None or named.value != "regional_ngo_council":
        return
    rights = [BodyRight.CALL_MEETINGS, BodyRight.OPEN_MOTIONS] if starts else []
    yield BodyType(
        BodyKind.COUNCIL,
        _given(named.cite),
        seat_is=Term(SeatIs.PERSON),
        basis=Term(Basis.EX_OFFICIO),
        open_to=Term(OpenTo.INVITED),
        open_to_outsiders=Term(True),
        outsiders_accept_values=Term(False),
        cap=Term(1),
        rights=Term((*rights, *([BodyRight.OVERSEE] if overseer else [])), named.cite),
    )


def _closed(book: Rulebook) -> Iterable[BodyType]:
    visible = held(book, "closed_groups.visible")
    yield BodyType(
        BodyKind.CLOSED,
        Term((Maker.MEMBER,)),
        open_to=Term(OpenTo.INVITED),
        closed=Term(True),
        may_hide=Term(visible.value == "name", visible.cite),
        rights=Term((BodyRight.CALL_MEETINGS,)),
    )


def _as(term: Term[str] | None, kind: type[Any]) -> Term[Any] | None:
    return None if term is None else Term(kind(term.value), term.cite)
