"""Pages of verifying and advising."""

import pytest

from tests.cast import NOW
from tkanka.governance.groups import actions

from .made import FULL, advisory, group, submitted

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


@pytest.mark.norm("R-09-23", "R-09-24", "R-09-25", "R-09-26")
@pytest.mark.parametrize("language", ["", "/en", "/uk"])
def test_terms_are_read_and_printed_by_everybody(cast, client, today, language):
    body = group(cast.razem, "Pomoc prawna")
    paper = f"{language}/n/razem/groups/{body.pk}/terms/paper/"
    assert client.get(paper).status_code == 404
    charge = {name: value for name, value in FULL.items() if name != "name"}
    actions.hand_in_terms(by=cast.by(cast.igor), at=NOW, body=body, **charge)
    actions.hand_in_terms(by=cast.by(cast.igor), at=NOW, body=body, aims="#set text(red) *dyżury* <b>")
    for version in ("", "?version=1"):
        answer = client.get(paper + version)
        assert answer.content.startswith(b"%PDF-") and answer["Content-Type"] == "application/pdf"
    seen = client.get(f"{language}/n/razem/groups/{body.pk}/terms/?version=1").content.decode()
    assert FULL["meetings"] in seen and f"{paper}?version=1" in seen
