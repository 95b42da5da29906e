"""Coming to a file: as what, and what may be done there."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.http import Http404

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.doors import Visit
from tkanka.network.people.models import Person
from tkanka.rules.disputes import BEFORE_KEYS, DISPUTE, DisputeState, Holder, Part, handles, part_in, reads_texts

from .models import Dispute, Mediator, Party
from .queries import File, file_of, offices_of, seen_in


@dataclass
class Place:
    """A file as one visitor stands to it."""

    visit: Visit
    file: File
    part: Part
    at: datetime

    @property
    def dispute(self) -> Dispute:
        return self.file.dispute

    @property
    def reads(self) -> bool:
        return reads_texts(self.part, self.dispute.state)

    @cached_property
    def handles(self) -> bool:
        return handles(self.visit.standing, self.file.facts)

    @cached_property
    def party(self) -> Party | None:
        """The party the visitor speaks for."""
        return next((p for p in self.file.parties if p.organisation_id in self.visit.standing.represents), None)

    @cached_property
    def holder(self) -> Holder | None:
        """The key in the visitor's hand; the coordinator's first."""
        person, facts = self.visit.standing.person, self.file.facts
        if self.part is Part.PARTY:
            return None
        return next((h for h in Holder if self.file.in_office(person, h) or person in facts.substitutes(h)), None)

    @property
    def turned(self) -> bool:
        return any(one.person_id == self.visit.standing.person for one in self.file.keys)

    @property
    def mediator(self) -> Mediator | None:
        """The one who is accepted, or whom the parties have yet to answer."""
        return next((one for one in self.file.mediators if one.accepted is not False), None)

    @property
    def waits_for_word(self) -> bool:
        """Whether the visitor's party has not said what it thinks of the proposed mediator."""
        asked, own = self.mediator, self.party
        return bool(own and asked and asked.accepted is None and own.pk not in {w.party_id for w in asked.words.all()})

    @cached_property
    def unreplaced(self) -> list[Person]:
        office = self.file.offices
        people = {one.pk: one for one in (*office.coordinators, *(seat.person for seat in office.seats))}
        return [people[key] for key in sorted(self.file.facts.unreplaced)]

    def offers(self) -> list[str]:
        """What the visitor may do here now, the most pressing first."""
        state, facts, own = self.dispute.state, self.file.facts, self.party
        engaged, over = not facts.unreplaced, facts.over
        asked, steps = state == DisputeState.ASKED, DISPUTE.open_steps(state)
        voted = self.dispute.poll_id is not None
        can = {
            "substitute": bool(facts.unreplaced) and self.part is Part.ADVISER,
            "draw": bool(facts.unreplaced) and self.handles and not facts.advisers,
            "answer": own is not None and not own.brought and not over,
            "word": self.waits_for_word and engaged,
            "key": asked and engaged and self.holder is not None and not self.turned,
            "vote": state == DisputeState.ADMITTED and self.handles and engaged and not voted,
            "undertake": own is not None and not over and not voted,
            "mediator": own is not None and state in BEFORE_KEYS and engaged and self.mediator is None,
            "involve": own is not None and not over,
            "ask": own is not None and "ask" in steps and engaged,
            "note": self.reads and not over,
            "settle": "settle" in steps and engaged and (self.handles or self.part is Part.MEDIATOR),
            "close": "close" in steps and engaged and self.handles,
            "withdraw": own is not None and own.brought and "withdraw" in steps,
        }
        return [name for name, allowed in can.items() if allowed]


def place_of(visit: Visit, key: UUID, at: datetime) -> Place:
    """The file and the visitor's part in it; 404 for whoever may not know of it."""
    offices = offices_of(visit.network, visit.today)
    rows = seen_in(visit.network, visit.standing, visit.today, offices).select_related("poll")
    dispute = one_of(rows, pk=key)
    dispute.network = visit.network
    file = file_of(dispute, visit.today, offices)
    part = part_in(visit.standing, file.facts)
    if part is None:
        raise Http404
    return Place(visit, file, part, at)
