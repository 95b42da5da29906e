"""Who may stand, with what the rules need to know of them read from the tables."""

from datetime import date

from tkanka.governance.bodies.models import Seat
from tkanka.governance.bodies.queries import type_of
from tkanka.governance.bodies.weighing import candidate_of, room_of
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.bodies import Basis, Period, vacant
from tkanka.rules.elections import may_stand
from tkanka.rules.ruling import Ruling

from . import queries
from .models import Candidacy, Election


def stands(election: Election, person: Person, organisation: Organisation, day: date) -> Ruling:
    """Whether they may sit there for the time in question."""
    body = election.body
    room = room_of(body, type_of(body, day), day)
    period = Period(max(day, election.term_from), election.term_until)
    candidate = candidate_of(
        election.network, person, period, today=day, basis=Basis.ELECTED, organisation=organisation
    )
    return may_stand(rulebook_of(election.network, day), room=room, candidate=candidate)


def gap_in(election: Election, day: date) -> Seat | None:
    """The seat whose end left a vacancy in the body; None where none is vacant, or was never held."""
    body = election.body
    free = vacant(room_of(body, type_of(body, day), day), day)
    return queries.vacated({body.pk: free}, day).get(body.pk) if free else None


def still_standing(election: Election, day: date) -> tuple[list[Candidacy], list[Candidacy]]:
    """Those who said yes and may still sit there, and those who may not any more."""
    able: list[Candidacy] = []
    unable: list[Candidacy] = []
    for one in queries.accepted(election):
        fits = one.person is not None and stands(election, one.person, one.organisation, day)
        (able if fits else unable).append(one)
    return able, unable
