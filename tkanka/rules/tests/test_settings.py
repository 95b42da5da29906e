from uuid import UUID

import pytest

from tkanka.rules.networks import may_end_office
from tkanka.rules.settings import may_see_settings
from tkanka.rules.standing import Office, Standing

from .cast import BOOKS, COORDINATOR, SECRETARIAT, codes

PARTY = frozenset({UUID(int=1)})


@pytest.mark.parametrize(
    ("by", "may"),
    [
        (Standing(offices=frozenset({Office.SECRETARIAT})), True),
        (Standing(members=PARTY), True),
        (Standing(observers=PARTY), True),
        (Standing(person=UUID(int=2)), False),
        (Standing(), False),
    ],
)
def test_settings_are_shown_to_those_who_belong(by, may):
    assert bool(may_see_settings(by)) is may


@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
@pytest.mark.parametrize(
    ("by", "own", "leaves_none", "may"),
    [
        (COORDINATOR, False, False, True),
        (COORDINATOR, True, True, False),
        (SECRETARIAT, True, False, True),
        (SECRETARIAT, False, False, False),
        (Standing(system="installation"), False, True, True),
    ],
)
def test_the_last_coordinator_stays_until_somebody_else_is_named(book, by, own, leaves_none, may):
    ruling = may_end_office(book, by, own=own, leaves_none=leaves_none)
    assert bool(ruling) is may
    assert ("coordinator_has_successor" in codes(ruling)) is (leaves_none and not by.system)
