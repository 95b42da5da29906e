"""Pages of a meeting ask the database the same whatever is on the agenda."""

import pytest

from tests.cast import NOW
from tests.queries import DESK, assert_page_queries
from tkanka.governance.bodies.index import index_body
from tkanka.governance.meetings import actions

from .makers import body, called

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.mark.parametrize("page", ["", "agenda/", "edit/"])
@pytest.mark.parametrize("who", ["ada", "igor"])
def test_an_agenda_full_of_things_costs_no_more_queries(cast, sign_in, page, who):
    meeting = called(cast)

    def items(count):
        for n in range(count):
            group = body(cast.razem, name=f"Grupa {n} {count}")
            index_body(group, NOW)
            thing = ("body", group.pk)
            actions.propose_item(by=cast.by(cast.igor), at=NOW, meeting=meeting, title=f"P {n}", thing=thing)

    items(1)
    if (who, page) != ("ada", "edit/"):
        client = sign_in(getattr(cast, who))
        assert_page_queries(client, f"/n/razem/meetings/{meeting.pk}/{page}", grow=lambda: items(30), limit=DESK)
