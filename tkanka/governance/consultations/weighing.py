"""What the rules weigh of a document or consultation, for somebody on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.bodies.queries import Types, seats_held, type_in, types_in
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import may_keep_body
from tkanka.rules.consultations import (
    Asking,
    ConsultationState,
    DocumentKind,
    Party,
    may_keep,
    may_remark,
    may_see,
    remarks_open,
)
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from .models import Consultation, Document
from .queries.gates import missing_bodies


@dataclass(frozen=True, slots=True)
class Known:
    """What a page has read already: the charter, the visitor's seats, the types of bodies."""

    book: Rulebook
    seats: list[Seat]
    types: Types


@dataclass(frozen=True, slots=True)
class Weighed:
    """Everything a rule asks."""

    book: Rulebook
    by: Standing
    asked: Asking
    party: Party
    today: date

    @property
    def see(self) -> Ruling:
        return may_see(self.by, asked=self.asked, party=self.party)

    @property
    def keep(self) -> Ruling:
        return may_keep(self.book, self.by, kind=self.asked.kind, within=self.asked.within, party=self.party)

    @property
    def open(self) -> bool:
        return remarks_open(self.asked, self.today)

    def remark(self, organisation: UUID | None) -> Ruling:
        return may_remark(
            self.by, asked=self.asked, party=self.party, organisation=organisation, today=self.today
        )  # fmt: skip


def known_to(network: Network, by: Standing, day: date) -> Known:
    book = rulebook_of(network, day)
    return Known(book, seats_held(network, by, day), types_in(network, day, book))


def weighed_document(
    document: Document, by: Standing, day: date, known: Known | None = None
) -> Weighed:  # fmt: skip
    """Who somebody is to a document, before anybody is asked about it."""
    known = known or known_to(document.network, by, day)
    asked = Asking(DocumentKind(document.kind), within=document.body_id is not None)
    return Weighed(known.book, by, asked, party_in(document.body, (), by, known), day)


def weighed(
    consultation: Consultation, by: Standing, day: date, known: Known | None = None, *, guest: bool = False
) -> Weighed:  # fmt: skip
    """Who somebody is to a consultation."""
    known = known or known_to(consultation.network, by, day)
    bodies = [body.pk for body in consultation.bodies.all()[:500]]
    party = replace(party_in(consultation.body, bodies, by, known), guest=guest)
    return Weighed(known.book, by, asking_of(consultation, len(bodies)), party, day)


def asking_of(consultation: Consultation, bodies: int, guests: int = 0) -> Asking:
    return Asking(
        kind=DocumentKind(consultation.version.document.kind),
        state=ConsultationState(consultation.state),
        opens_on=consultation.opens_on,
        closes_on=consultation.closes_on,
        members=consultation.members,
        observers=consultation.observers,
        bodies=bodies,
        guests=guests,
        public=consultation.public,
        within=consultation.body_id is not None,
        announced=consultation.announced_at is not None,
    )


def party_in(circle: Body | None, bodies: Iterable[UUID], by: Standing, known: Known) -> Party:
    """Seats in the circle, or else in the bodies that are asked; a hidden circle is kept by its leads alone."""
    if circle is None:
        asked = set(bodies)
        return Party(sits=any(seat.body_id in asked for seat in known.seats))
    seat = next((one for one in known.seats if one.body_id == circle.pk), None)
    kind = type_in(known.types, circle.kind)
    keeps = bool(may_keep_body(by, kind=kind, role=seat.role if seat else None))  # type: ignore[arg-type]
    return Party(sits=seat is not None, keeps_body=keeps and (seat is not None or not circle.hidden))


def missing_in(consultation: Consultation, book: Rulebook) -> int:
    """How many bodies have to be asked about the charter and are not."""
    if consultation.version.document.kind != DocumentKind.CHARTER:
        return 0
    return len(missing_bodies(consultation, book))
