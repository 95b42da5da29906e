"""What the keys in addresses stand for in the tests of the house."""

from tests.cast import NOW
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.amendments.models import Amendment, TermChange
from tkanka.governance.consultations.models import Document, Paragraph, Version
from tkanka.network.networks.queries import charter_on


def draft(network, title="Zasady: zmiana"):
    """A document on the charter with a published version."""
    document = Document.objects.create(network=network, kind="charter", title=title, made_at=NOW)
    version = Version.objects.create(document=document, number=1, made_at=NOW, published_at=NOW)
    Paragraph.objects.create(version=version, place=1, label="§1", unit="§1", text="Cel.", cite="§1")
    return document


def a_change(network, state="open", **more):
    return Amendment.objects.create(
        network=network, base=charter_on(network, NOW.date()), title="Trzy organizacje", reason="Dwie to mało",
        state=state, started_at=NOW, **more,
    )  # fmt: skip


def changes(world):
    if not hasattr(world, "amendments"):
        made = (
            a_change(world.razem, document=draft(world.razem)),
            a_change(world.razem, "proposed", mover=world.cast.mosty), a_change(world.abroad.network),
        )  # fmt: skip
        draft(world.razem, "Wolny projekt")
        world.amendments = made
    return world.amendments


@keyed("amendment")
def amendments(world):
    return Keys(*(one.pk for one in changes(world)))


@keyed("amendments.term")
def terms(world):
    told = {"path": "working_groups.min_proposers", "value": "3", "cite": "§9"}
    return Keys(*(TermChange.objects.create(amendment=one, **told).pk for one in changes(world)))


@keyed("amendment_step")
def steps(world):
    return Keys("term", "second", "withdraw")


@grows
def many_changes(world):
    for n in range(ROWS):
        a_change(world.razem, "withdrawn" if n % 2 else "proposed", mover=world.cast.dach)
        draft(world.razem, f"Projekt {n}")
