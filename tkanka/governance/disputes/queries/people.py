"""Who may mediate, be named as involved, or replace somebody."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from tkanka.network.networks.models import Mandate, Network
from tkanka.network.networks.models.belonging import in_force
from tkanka.network.networks.queries import members_of
from tkanka.network.people.models import Person
from tkanka.rules.standing import SPEAKING, Capacity

from .files import File


def is_neutral(file: File, person: Person | None, name: str, day: date) -> bool:
    """Whether a mediator is neither a party, nor of one, nor involved."""
    parties = [one.organisation for one in file.parties]
    if name.strip().casefold() in {one.name.casefold() for one in parties}:
        return False
    people = Person.objects.filter(Q(name__iexact=name.strip()) | Q(pk=person.pk if person else None))
    of_party = Mandate.objects.filter(in_force(day), organisation__in=parties, person__in=people)
    return not of_party.exists() and not (person and person.pk in file.facts.involved)


def nameable(file: File, day: date) -> list[Person]:
    """Whom a party may name as personally involved: people in office, and those who work for a party."""
    parties = [one.organisation_id for one in file.parties]
    works = Mandate.objects.filter(in_force(day), organisation__in=parties).values("person")
    people = Person.objects.filter(Q(pk__in=works) | Q(pk__in=file.offices.people), is_active=True)
    return list(people.exclude(pk__in=file.facts.involved).order_by("name", "pk")[:500])


def willing(file: File, network: Network, day: date, *capacities: Capacity) -> list[Person]:
    """Who may replace somebody: they commit another member, and neither hold a key nor have to do with the dispute."""
    members = members_of(network, day).exclude(pk__in=file.facts.parties)
    rows = Mandate.objects.filter(in_force(day), organisation__in=members, capacity__in=capacities or SPEAKING)
    facts = file.facts
    taken: frozenset[UUID] = file.offices.people | facts.involved | facts.mediators | frozenset(facts.replacing)
    of_party = Mandate.objects.filter(in_force(day), organisation__in=facts.parties).values("person")
    people = Person.objects.filter(pk__in=rows.values("person"), is_active=True).exclude(pk__in=taken)
    return list(people.exclude(pk__in=of_party).order_by("name", "pk")[:2_000])


def fit_to_replace(file: File, network: Network, day: date, person: Person) -> bool:
    return any(one.pk == person.pk for one in willing(file, network, day))


def marks_of(file: File) -> dict[str, list[str]]:
    """What the vote has to know of those involved, by the key of the person and of the organisations they commit."""
    marks: dict[str, list[str]] = {}
    coordinators = {one.pk for one in file.offices.coordinators}
    for person in sorted(file.facts.in_office):
        office = "coordinator" if person in coordinators else "advisory_group_person"
        seats = {one.organisation_id for one in file.offices.seats if one.person_id == person and one.organisation_id}
        for key in {person, *seats, *file.offices.commits.get(person, ())}:
            marks.setdefault(str(key), []).append(f"{office}_personally_involved")
    return marks
