"""The named cast of the tests: networks with their charters, and people who keep or belong to them.

halina   coordinator of Razem          igor    secretariat of Razem
ada      main representative of Fundacja Jeden Dach, a member of Razem
bea      main representative of Stowarzyszenie Trzy Mosty, a member of Razem
olga     main representative of an observer of Razem
stranger a person who signed in and belongs to nothing
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tkanka.network.networks import actions, queries
from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.people.actions import register_person
from tkanka.network.people.models import Person
from tkanka.rules import books
from tkanka.rules.standing import Capacity, Office, Standing
from tkanka.rules.texts import charter_texts

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
LONG_AGO = date(2023, 2, 1)
SYSTEM = Standing(system="tests")
NETWORKS = {
    "razem": ("razem_2023", "NGO Forum „Razem”", "Forum Razem"),
    "warmia": ("warmia_mazury", "Porozumienie Warmia-Mazury", "Warmia-Mazury"),
    "siec": ("siec_migrancka", "Sieć organizacji migranckich", "Sieć migrancka"),
    "forum": ("forum_integracji", "Forum Współpracy i Integracji", "Forum Integracji"),
}


def network(slug: str) -> Network:
    """A network with its charter in force."""
    book, name, short = NETWORKS[slug]
    found = actions.found_network(by=SYSTEM, at=NOW, slug=slug, name=name, short_name=short, book=book)
    actions.adopt_charter(
        by=SYSTEM, at=NOW, network=found, rulebook=books.rulebook_text(book), paragraphs=list(charter_texts(book))
    )
    return found


def person(name: str, language: str = "pl") -> Person:
    """Somebody of this name; the same one when asked again."""
    return register_person(email=f"{name}@example.org", name=name.title(), language=language, by=SYSTEM, at=NOW)


def organisation(name: str, kind: str = "foundation", **more: object) -> Organisation:
    return actions.register_organisation(by=SYSTEM, at=NOW, name=name, kind=kind, **more)


def belongs(
    party: Organisation, to: Network, status: str = Status.MEMBER, main: Person | None = None, since: date = LONG_AGO
) -> Organisation:
    """The party belongs to the network, and `main` speaks for it."""
    actions.start_membership(by=SYSTEM, at=NOW, network=to, organisation=party, status=status, since=since)
    if main:
        actions.give_mandate(by=SYSTEM, at=NOW, person=main, organisation=party, capacity=Capacity.MAIN, since=since)
    return party


def keeps(somebody: Person, network: Network, office: Office) -> Person:
    actions.give_office(by=SYSTEM, at=NOW, network=network, person=somebody, office=office, since=LONG_AGO)
    return somebody


@dataclass
class Cast:
    """Razem and those who act in it."""

    razem: Network
    halina: Person
    igor: Person
    ada: Person
    bea: Person
    olga: Person
    stranger: Person
    dach: Organisation
    mosty: Organisation
    observer: Organisation

    def by(self, somebody: Person, network: Network | None = None, acting_for: Organisation | None = None) -> Standing:
        """The standing of somebody of the cast, on the day of the tests."""
        return queries.standing_of(
            somebody, network or self.razem, DAY, acting_for=acting_for.pk if acting_for else None
        )


def full_cast() -> Cast:
    razem = network("razem")
    ada, bea, olga = person("ada"), person("bea"), person("olga", "en")
    return Cast(
        razem=razem,
        halina=keeps(person("halina"), razem, Office.COORDINATOR),
        igor=keeps(person("igor"), razem, Office.SECRETARIAT),
        ada=ada,
        bea=bea,
        olga=olga,
        stranger=person("stranger", "uk"),
        dach=belongs(organisation("Fundacja Jeden Dach"), razem, main=ada),
        mosty=belongs(organisation("Stowarzyszenie Trzy Mosty", "association"), razem, main=bea),
        observer=belongs(organisation("Agencja Pomocy", "un_agency"), razem, Status.OBSERVER, main=olga),
    )
