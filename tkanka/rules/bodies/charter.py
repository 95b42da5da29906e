"""The types of bodies that a charter itself sets up, with the paragraphs it fixes them in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..defaults import held
from ..rulebook import Rulebook
from ..terms import Term, settled
from .kinds import Basis, BodyKind, BodyRight, Composition, Maker, OpenTo, SeatIs
from .shape import BodyType


def charter_types(book: Rulebook) -> Iterable[BodyType]:
    """Every type the charter knows, in its order."""
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
        outsider_kinds=terms.outsider_kinds,
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
