"""What the keys in addresses stand for in the tests of the house."""

from tests.cast import NOW
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.motions.models import Motion


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


@grows
def many_motions(world):
    for _ in range(ROWS):
        moved(world.razem, world.cast.dach)
