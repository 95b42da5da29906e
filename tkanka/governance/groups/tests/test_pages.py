"""Pages of verifying and advising."""

import pytest

from tests.cast import NOW
from tkanka.governance.groups import actions

from .made import advisory, submitted

pytestmark = pytest.mark.django_db


@pytest.mark.norm("R-09-17")
def test_a_check_without_a_note_is_asked_again_and_a_seat_answers_on_its_page(cast, client, today):
    advisory(cast)
    proposal = submitted(cast)
    asked = actions.ask_advisory_group(by=cast.by(cast.halina), at=NOW, proposal=proposal, text="Co sądzicie?")
    client.force_login(cast.igor)
    page = f"/n/razem/groups/proposals/{proposal.pk}/"
    assert client.post(f"{page}check/", {"item": "values", "fine": "yes", "note": ""}).status_code == 422
    assert client.post(f"{page}check/", {"item": "values", "fine": "yes", "note": "Zgodne"}).status_code == 302
    assert "Zgodne" in client.get(f"{page}verify/").content.decode()
    client.force_login(cast.bea)
    question = f"/n/razem/groups/consultations/{asked.pk}/"
    assert client.post(question, {"reply": "advice", "text": "Ostrożnie"}).status_code == 302
    assert "Ostrożnie" in client.get(question).content.decode()
