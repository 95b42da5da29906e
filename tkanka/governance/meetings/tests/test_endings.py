"""Meetings whose group loses its lead, before they come."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW, SYSTEM
from tkanka.governance.meetings import actions, queries
from tkanka.governance.meetings.letters import organisers_of
from tkanka.network.networks.actions import end_membership
from tkanka.rules.bodies import Role
from tkanka.rules.meetings import MeetingAudience, MeetingKind
from tkanka.rules.membership import MembershipState
from tkanka.rules.ruling import Refused

from .makers import body, called, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(cast):
    found = body(cast.razem, name="Grupa zimowa", announced_at=NOW - timedelta(days=60))
    seat(found, cast.ada, cast.dach, Role.LEAD)
    return found


def told(group):
    return {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group, "open_to_members": True}


def leaves(cast, party):
    membership = party.memberships.get(network=cast.razem)
    end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED, on=DAY)


def test_when_the_leads_organisation_resigns_the_secretariat_sees_to_the_meetings(cast, group, sign_in, today):
    meeting = called(cast, cast.by(cast.ada), **told(group))
    with pytest.raises(Refused):
        actions.change_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting, about="Nie moje")
    assert queries.without_lead(cast.razem, cast.by(cast.igor), DAY, NOW) == []
    leaves(cast, cast.dach)
    assert {to.name for to, _ in organisers_of(meeting, DAY)} == {"Halina", "Igor"}
    actions.change_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting, about="Zajmujemy się")
    for who in (cast.ada, cast.bea):
        with pytest.raises(Refused):
            actions.change_meeting(by=cast.by(who), at=NOW, meeting=meeting, about="Nie")
    assert "Zajmij się spotkaniem" in sign_in(cast.igor).get("/n/razem/desk/").content.decode().replace("\xa0", " ")
    assert "Zajmij się" not in sign_in(cast.bea).get("/n/razem/desk/").content.decode().replace("\xa0", " ")


def test_a_second_lead_takes_over_and_the_secretariat_does_not(cast, group):
    meeting = called(cast, cast.by(cast.ada), **told(group))
    seat(group, cast.bea, cast.mosty, Role.CO_LEAD)
    leaves(cast, cast.dach)
    assert {to.name for to, _ in organisers_of(meeting, DAY)} == {"Bea"}
    actions.change_meeting(by=cast.by(cast.bea), at=NOW, meeting=meeting, about="Przejęte")
    with pytest.raises(Refused):
        actions.change_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting, about="Nie")
    assert queries.without_lead(cast.razem, cast.by(cast.igor), DAY, NOW) == []


def test_a_hidden_group_without_a_lead_stays_hidden(cast):
    group = body(cast.razem, name="Skryta", hidden=True, announced_at=NOW - timedelta(days=60))
    seat(group, cast.ada, cast.dach, Role.LEAD)
    meeting = called(cast, cast.by(cast.ada), **told(group))
    leaves(cast, cast.dach)
    assert queries.without_lead(cast.razem, cast.by(cast.igor), DAY, NOW) == []
    with pytest.raises(Refused):
        actions.change_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting, about="Nie")
