from uuid import UUID

import pytest

from tkanka.rules.settings import may_see_settings
from tkanka.rules.standing import Office, Standing

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
