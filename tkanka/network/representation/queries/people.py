from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Mandate, Network, Organisation, Status
from tkanka.network.networks.models.belonging import in_force
from tkanka.network.networks.queries import members_of
from tkanka.network.people.models import Person
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Capacity

SOON = timedelta(days=60)


def mandate_in(network: Network, key: UUID, day: date) -> Mandate:
    """A mandate in force of an organisation that belongs to the network."""
    rows = Mandate.objects.filter(in_force(day), organisation__in=members_of(network, day, *Status.values))
    return one_of(rows.select_related("person", "organisation"), pk=key)


def people_of(organisation: Organisation, day: date, limit: int = 200) -> list[Mandate]:
    """Mandates in force or still to begin, the main ones first."""
    rows = Mandate.objects.filter(organisation=organisation).exclude(until__lte=day).select_related("person")
    order = list(Capacity)
    return sorted(rows.order_by("since", "pk")[:limit], key=lambda m: order.index(Capacity(m.capacity)))


def former_of(organisation: Organisation, day: date, limit: int = 100) -> list[Mandate]:
    """Mandates that have ended, the latest first."""
    rows = Mandate.objects.filter(organisation=organisation, until__lte=day).select_related("person")
    return list(rows.order_by("-until", "-since", "pk")[:limit])


def mandates_held(person: UUID, day: date, limit: int = 200) -> list[Mandate]:
    """What somebody holds, in every organisation; what has ended comes last."""
    rows = Mandate.objects.filter(person=person).select_related("organisation").order_by("-since", "pk")[:limit]
    return sorted(rows, key=lambda m: (m.until is not None and m.until <= day, m.organisation.name))


def open_mandate(organisation: Organisation, person: Person, capacity: str) -> Mandate | None:
    """The mandate without an end that the person holds in this capacity."""
    return Mandate.objects.filter(organisation=organisation, person=person, capacity=capacity, until=None).first()


def mains_of(organisation: Organisation, day: date) -> int:
    rows = Mandate.objects.filter(in_force(day), organisation=organisation, capacity=Capacity.MAIN)
    return rows.filter(person__is_active=True).count()


def is_last_main(mandate: Mandate, day: date) -> bool:
    return mandate.capacity == Capacity.MAIN and mains_of(mandate.organisation, day) <= 1


@dataclass(frozen=True, slots=True)
class Vacancy:
    """What an organisation lacks; `until` is the day on which it will begin to lack it."""

    code: str
    until: date | None = None


def vacancies(book: Rulebook, mandates: Iterable[Mandate], day: date) -> list[Vacancy]:
    """Warnings for the page of an organisation's people, from its mandates."""
    held = [m for m in mandates if m.since <= day and m.person.is_active]
    mains = [m for m in held if m.capacity == Capacity.MAIN]
    found: list[Vacancy] = []
    if not mains:
        found.append(Vacancy("no_main"))
    elif all(m.until for m in mains) and (last := max(m.until for m in mains if m.until)) <= day + SOON:
        found.append(Vacancy("main_ends", last))
    if len(mains) == 1 and not any(m.capacity == Capacity.ALTERNATE for m in held):
        found.append(Vacancy("no_alternate"))
    if book.directors_meetings.invited and not any(m.capacity == Capacity.DIRECTOR for m in held):
        found.append(Vacancy("no_director"))
    return found
