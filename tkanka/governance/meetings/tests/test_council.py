"""The council of an agreement calls meetings of its own, together with the self-government."""

import pytest

from tests.cast import NOW, belongs, organisation, person
from tkanka.governance.meetings import actions, queries
from tkanka.ground.notices.models import Message
from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import MeetingForm, MeetingKind
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from .makers import body, fields, seat

pytestmark = pytest.mark.django_db


@pytest.mark.norm("W-RR-02", "W-RR-01")
def test_the_self_government_is_invited_to_what_the_council_calls_under_its_last_address(cast, warmia):
    councillor = person("radna")
    party = belongs(organisation("Fundacja Mazury"), warmia, main=councillor)
    council = body(warmia, BodyKind.COUNCIL, "Rada")
    seat(council, councillor, party)
    by, office = cast.by(councillor, warmia), Standing(offices=cast.by(cast.igor).offices, system="tests")
    told = fields(kind=MeetingKind.PLENARY, form=MeetingForm.IN_PERSON)

    def invited(meeting):
        return {one.standing: one.email for one in queries.invitees_of(meeting)}

    ours = actions.draft_meeting(by=office, at=NOW, network=warmia, **told)
    assert invited(ours) == {"forum_pelnomocnikow": ""}
    first = actions.draft_meeting(by=by, at=NOW, network=warmia, **told)
    assert invited(first) == {"forum_pelnomocnikow": "", "voivodeship_self_government": ""}
    guest = {"standing": "voivodeship_self_government", "email": "urzad@example.org", "name": "Departament"}
    actions.invite(by=by, at=NOW, meeting=first, **guest)
    second = actions.draft_meeting(by=by, at=NOW, network=warmia, **told)
    assert invited(second)["voivodeship_self_government"] == "urzad@example.org"
    actions.call_meeting(by=by, at=NOW, meeting=second)
    assert Message.objects.filter(cause__startswith="meeting.called", email="urzad@example.org").exists()
    with pytest.raises(Refused):
        actions.leave_out(by=by, at=NOW, invitee=queries.invitees_of(second)[0])
