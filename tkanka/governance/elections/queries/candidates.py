"""Candidates, and whether the seats can be filled from them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import members_of
from tkanka.network.people.models import Person
from tkanka.rules.elections import Attribute, Bound, CandidacyState, Field, field_ready
from tkanka.rules.ruling import Ruling

from ..models import Candidacy, Election

MOST = 1_000


def nominations_of(election: Election) -> QuerySet[Candidacy]:
    rows = Candidacy.objects.filter(election=election)
    return rows.select_related("person", "organisation", "organisation__seat__admin1")


def candidacies_of(election: Election) -> QuerySet[Candidacy]:
    """Those who said yes: in the order of the lot once it is drawn, before that in the order of their keys, which is
    nobody's choice either. Page it."""
    return nominations_of(election).filter(state=CandidacyState.ACCEPTED).order_by("place", "pk")


def accepted(election: Election) -> list[Candidacy]:
    return list(candidacies_of(election)[:MOST])


def listed(election: Election) -> list[Candidacy]:
    """Everybody who has a place in the lot, in its order, those included who withdrew since."""
    return list(nominations_of(election).filter(place__isnull=False).order_by("place")[:MOST])


def candidacy_in(election: Election, key: UUID) -> Candidacy:
    found = one_of(nominations_of(election), pk=key)
    found.election = election
    return found


def own_candidacy(election: Election, person: UUID | None) -> Candidacy | None:
    return nominations_of(election).filter(person=person).first() if person else None


def was_nominated(election: Election, person: Person) -> bool:
    return Candidacy.objects.filter(election=election, person=person).exists()


def facts_of(party: Organisation) -> dict[str, str]:
    """What bounds may ask about an organisation."""
    region = party.seat.admin1 if party.seat else None
    said = {
        Attribute.ORGANISATION: party.name, Attribute.KIND: party.kind,
        Attribute.REGION: region.name if region else "",
    }  # fmt: skip
    return {str(attribute): value for attribute, value in said.items() if value}


def regions_of(network: Network, day: date, limit: int = 50) -> list[str]:
    """The regions in which members have their seat."""
    rows = members_of(network, day).filter(seat__admin1__isnull=False).order_by("seat__admin1__name")
    return list(rows.values_list("seat__admin1__name", flat=True).distinct()[:limit])


def bounds_of(election: Election) -> list[Bound]:
    return [Bound(**row) for row in election.bounds]


def field_of(election: Election, candidacies: Iterable[Candidacy]) -> Field:
    """The candidates as the bounds see them: as they were when the list was closed, or as they are."""
    facts = [one.facts or facts_of(one.organisation) for one in candidacies]
    return Field(facts, bounds_of(election), election.seats)


def contradiction_of(election: Election, candidacies: list[Candidacy]) -> tuple[Bound, ...]:
    """The bounds that cannot be kept with these candidates; empty where they can."""
    field = field_of(election, candidacies)
    everybody = range(len(candidacies))
    if len(candidacies) < election.seats or field.complete((), everybody) is not None:
        return ()
    return field.contradiction((), everybody)


def readiness(election: Election, candidacies: list[Candidacy]) -> tuple[Ruling, tuple[Bound, ...]]:
    """Whether the seats can be filled, and the bounds that stand in the way."""
    bounds = contradiction_of(election, candidacies)
    said = [f"{b.attribute}:{b.value}" for b in bounds]
    return field_ready(accepted=len(candidacies), seats=election.seats, contradiction=said), bounds
