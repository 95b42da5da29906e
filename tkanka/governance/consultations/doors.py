"""Coming to a document or a consultation: what it is, and what the visitor is to it."""

from dataclasses import dataclass, field

from django.http import Http404

from tkanka.governance.bodies.doors import own_seats, types_at
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.models import Organisation
from tkanka.rules.ruling import Refused, Ruling

from . import queries
from .models import Consultation, Document, Guest, Version
from .tokens import guest_key
from .weighing import Known, Weighed, weighed, weighed_document


@dataclass
class Place:
    """A consultation as one visitor stands to it today."""

    visit: Visit
    consultation: Consultation
    facts: Weighed
    guest: Guest | None = None

    @property
    def keeps(self) -> bool:
        return bool(self.facts.keep)

    @property
    def parties(self) -> list[Organisation]:
        """The organisations for which the visitor may remark, the one of the on-behalf switch first."""
        found = [one for one in self.visit.frame.can_act_for if self.facts.remark(one.pk)]
        return sorted(found, key=lambda one: one.pk != self.visit.standing.acting_for)

    @property
    def own_name(self) -> bool:
        return self.visit.standing.person is not None and bool(self.facts.remark(None))

    @property
    def may_remark(self) -> Ruling:
        """Whether they may remark for anybody; if not, why not for the organisation they act for."""
        if self.guest is not None or self.own_name:
            return self.facts.remark(None)
        acting = self.visit.frame.can_act_for
        return self.facts.remark((self.parties or acting)[0].pk if self.parties or acting else None)


@dataclass
class Desk:
    """A document as one visitor stands to it today."""

    visit: Visit
    document: Document
    facts: Weighed
    published: Version | None = field(default=None)

    @property
    def keeps(self) -> bool:
        return bool(self.facts.keep)


def known_at(visit: Visit) -> Known:
    return Known(visit.frame.book, own_seats(visit), types_at(visit))


def consultation_of(visit: Visit, key: object) -> Place:
    """The consultation; 404 for whoever is not to know of it."""
    found = queries.consultation_in(visit.network, key)
    facts = weighed(found, visit.standing, visit.today, known_at(visit))
    if not facts.see:
        raise Http404
    return Place(visit, found, facts)


def kept_consultation(visit: Visit, key: object) -> Place:
    """The same for those who prepare and answer; raises Refused for others."""
    place = consultation_of(visit, key)
    if not place.facts.keep:
        raise Refused(place.facts.keep)
    return place


def guest_at(visit: Visit, token: str) -> Place:
    """The consultation of somebody who holds the address of their letter."""
    key = guest_key(token)
    guest = queries.guest_by_key(key) if key else None
    if guest is None or guest.consultation.network_id != visit.network.pk or guest.consultation.opened_at is None:
        raise Http404
    found = guest.consultation
    found.network = found.version.document.network = visit.network
    return Place(visit, found, weighed(found, visit.standing, visit.today, known_at(visit), guest=True), guest)


def document_of(visit: Visit, key: object) -> Desk:
    """A document: inside a body for its seats, else for members once a version is published, and for those who may see
    a consultation on it."""
    document = queries.document_in(visit.network, key)
    known = known_at(visit)
    facts = weighed_document(document, visit.standing, visit.today, known)
    desk = Desk(visit, document, facts, queries.latest_published(document))
    if facts.asked.within:
        sees = facts.party.sits or facts.party.keeps_body
    else:
        sees = visit.standing.is_member and desk.published is not None
        sees = sees or desk.keeps or _asked_about(visit, document, known)
    if not sees or (desk.published is None and not desk.keeps):
        raise Http404
    return desk


def _asked_about(visit: Visit, document: Document, known: Known) -> bool:
    rows = queries.visible(visit.network, visit.standing, known.seats, known.types)
    return rows.filter(version__document=document).exists()


def kept_document(visit: Visit, key: object) -> Desk:
    desk = document_of(visit, key)
    if not desk.facts.keep:
        raise Refused(desk.facts.keep)
    return desk
