"""What the keys in addresses stand for in the tests of the house, and rows for its lists."""

from datetime import UTC, datetime

from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.ground.notices.leaving import leaving_url
from tkanka.ground.notices.models import Message, State

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def letter(network, number, state=State.FAILED, **more):
    """A letter of a network to somebody outside."""
    return Message.objects.create(
        network=network.pk,
        cause=f"thing.done:{number}",
        recipient=f"{number}@example.org",
        email=f"{number}@example.org",
        subject=f"Temat {number}",
        language="pl",
        written_at=AT,
        next_try_at=AT,
        state=state,
        ended_at=None if state == State.QUEUED else AT,
        **more,
    )


@keyed("notices:leave.token")
def ways_to_cancel(world):
    return Keys(leaving_url(letter(world.razem, 1000, category="news")).rstrip("/").rpartition("/")[2])


@keyed("notices.key")
def kept_letters(world):
    """There are none outside a demonstration: the pages answer with 404."""
    return Keys("0" * 24)


@keyed("front.letter")
def failed_letters(world):
    return Keys(letter(world.razem, 2000).pk, foreign=letter(world.abroad.network, 2001).pk)


@grows
def letters(world):
    for number in range(ROWS):
        letter(world.razem, number)
