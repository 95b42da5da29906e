"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import DAY, NOW, organisation
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.motions.models import Choice, Motion, Round, Stance


def moved(network, party, **more):
    return Motion.objects.create(
        network=network, kind="carry", state="moved", title="Tłumacze w urzędach", text="Brakuje ich.",
        organisation=party, moved_at=NOW, **more,
    )  # fmt: skip


@keyed("motion")
def motions(world):
    cast, abroad = world.cast, world.abroad
    return Keys(
        moved(world.razem, cast.dach).pk, moved(world.razem, cast.mosty).pk,
        moved(abroad.network, abroad.organisation).pk,
    )  # fmt: skip


def chosen(network, party, state="open", **more):
    """A choice with a round in which the party said no, and nothing is closed."""
    choice = Choice.objects.create(network=network, state=state, opened_at=NOW, **more)
    asked = Round.objects.create(
        choice=choice, number=1, candidate=party, text="Ma biuro.", until=DAY + timedelta(days=14), opened_at=NOW
    )
    Stance.objects.create(round=asked, organisation=party, agrees=False, reason="Za daleko", taken_at=NOW)
    return choice


@keyed("choice")
def choices(world):
    cast, abroad = world.cast, world.abroad
    return Keys(
        chosen(world.razem, cast.dach).pk, chosen(world.razem, cast.mosty, "undecided").pk,
        chosen(abroad.network, abroad.organisation).pk,
    )  # fmt: skip


@keyed("step")
def steps(world):
    return Keys("answer", "remark", "close")


@grows
def many_motions(world):
    for _ in range(ROWS):
        moved(world.razem, world.cast.dach)
        chosen(world.razem, world.cast.dach, "undecided")
    for asked in Round.objects.filter(choice__network=world.razem, choice__state="open"):
        for n in range(ROWS):
            party = organisation(f"Zapytana {n}")
            Stance.objects.create(round=asked, organisation=party, agrees=False, reason="Nie", taken_at=NOW)
