"""What the keys in addresses stand for in the tests of the house."""

from datetime import date

from tests.cast import NOW, SYSTEM
from tests.house.crowd import grows
from tests.house.objects import Keys, keyed
from tkanka.coordination.activities.actions import enter_activity

from .makers import facts, spot
from .sheet_makers import brought, csv_of, row


def entered(network, organisation, **told):
    return enter_activity(by=SYSTEM, at=NOW, network=network, organisation=organisation, facts=facts(**told))


@keyed("activity")
def activities(world):
    own, other = entered(world.razem, world.cast.dach), entered(world.razem, world.cast.mosty)
    return Keys(own.pk, other.pk, entered(world.abroad.network, world.abroad.organisation).pk)


@keyed("activities.run")
def runs(world):
    own = brought(world.razem, csv_of(row()), by=world.cast.by(world.main), person=world.main.pk)
    other = brought(world.razem, csv_of(row()), by=world.cast.by(world.secretariat), person=world.secretariat.pk)
    party = world.abroad.organisation.name
    foreign = brought(world.abroad.network, csv_of(row(Organizacja=party)), person=world.abroad.person.pk)
    return Keys(own.pk, other.pk, foreign.pk)


@keyed("activities:own-file.organisation")
def writing_parties(world):
    return Keys(world.cast.dach.pk, world.cast.mosty.pk, world.abroad.organisation.pk)


@keyed("activities:export-file.kind")
def forms_of_files(world):
    return Keys("csv", "hsds")


@keyed("activities:import-refused.kind")
def forms_of_refused(world):
    return Keys("csv", "xlsx", "csv")


@grows
def thirty_more(world):
    for n in range(30):
        for organisation in (world.cast.dach, world.cast.mosty):
            told = facts(title=f"Kolejny kurs {n}", starts=date(2026, 8, 1 + n), spots=(spot("0264"), spot("1465")))
            enter_activity(by=SYSTEM, at=NOW, network=world.razem, organisation=organisation, facts=told)


@grows
def thirty_files(world):
    for n in range(30):
        person = world.main if n % 2 else world.secretariat
        content = csv_of(*(row(Powiat=f"Nibylandia {line}") for line in range(n)), row())
        brought(world.razem, content, by=world.cast.by(person), person=person.pk)
