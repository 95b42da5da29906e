"""A meeting at which somebody has a place stands in their own calendar, here and elsewhere, for as long as they do."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, person
from tkanka.governance.calendar.actions import make_feed
from tkanka.governance.calendar.queries import in_scope
from tkanka.governance.calendar.tokens import token_of
from tkanka.governance.meetings import actions
from tkanka.network.networks.actions import end_mandates
from tkanka.network.networks.queries import standing_of
from tkanka.rules.bodies import BodyKind
from tkanka.rules.calendar import FeedScope
from tkanka.rules.meetings import MeetingAudience, MeetingForm, MeetingKind
from tkanka.rules.standing import Capacity

from .makers import DAY, body, called, joins, seat

pytestmark = pytest.mark.django_db


def own(cast, who):
    by = standing_of(who, cast.razem, DAY)
    return {one.title for one in in_scope(cast.razem, by, DAY, FeedScope.PERSONAL, None, None)}


def of_group(cast, **more):
    """A meeting of a group in which Ada sits and Bea does not."""
    group = body(cast.razem, BodyKind.TECHNICAL, **more.pop("group", {}))
    seat(group, cast.ada, cast.dach, role="lead")
    told = {"title": "Warsztaty", "kind": MeetingKind.BODY, "audience": MeetingAudience.PUBLIC, "body": group,
            "form": MeetingForm.ONLINE}  # fmt: skip
    return called(cast, cast.by(cast.ada), **told | more)


def register(cast, meeting, who, party):
    return actions.register(by=cast.by(who), at=NOW, meeting=meeting, organisation=party)


def test_a_public_meeting_of_others_is_in_ones_calendar_while_one_has_a_place(cast, client, sign_in, time_machine):
    time_machine.move_to(NOW, tick=False)
    meeting = of_group(cast)
    feed = make_feed(by=cast.by(cast.bea), at=NOW, network=cast.razem, scope=FeedScope.PERSONAL)
    assert own(cast, cast.ada) == {"Warsztaty"}
    assert own(cast, cast.bea) == set()
    place = register(cast, meeting, cast.bea, cast.mosty)
    assert own(cast, cast.bea) == {"Warsztaty"}
    told = client.get(f"/n/razem/calendar/feed/{token_of(feed.pk)}.ics").content.decode()
    assert "SUMMARY:Warsztaty" in told
    assert "Warsztaty" in sign_in(cast.bea).get("/n/razem/desk/calendar/?view=list").content.decode()
    actions.give_up_place(by=cast.by(cast.bea), at=NOW, registration=place)
    assert own(cast, cast.bea) == set()


def test_who_waits_for_a_place_has_it_in_the_calendar_once_it_is_offered(cast):
    third = person("celina")
    joins(third, cast.mosty, Capacity.ALTERNATE)
    meeting = of_group(cast, capacity=1)
    first = register(cast, meeting, third, cast.mosty)
    register(cast, meeting, cast.bea, cast.mosty)
    assert (own(cast, third), own(cast, cast.bea)) == ({"Warsztaty"}, set())
    actions.give_up_place(by=cast.by(third), at=NOW + timedelta(hours=1), registration=first)
    assert (own(cast, third), own(cast, cast.bea)) == (set(), {"Warsztaty"})


@pytest.mark.parametrize("hidden", [False, True])
def test_whom_a_closed_circle_invited_sees_it_until_they_are_left_out(cast, hidden):
    meeting = of_group(cast, audience=MeetingAudience.BODY, group={"hidden": hidden})
    guest = actions.invite(by=cast.by(cast.ada), at=NOW, meeting=meeting, person=cast.bea)
    register(cast, meeting, cast.bea, cast.mosty)
    assert own(cast, cast.bea) == {"Warsztaty"}
    assert own(cast, cast.olga) == set()
    actions.leave_out(by=cast.by(cast.ada), at=NOW, invitee=guest)
    assert own(cast, cast.bea) == set()


def test_an_invitation_of_an_organisation_counts_while_one_acts_for_it(cast):
    meeting = of_group(cast, audience=MeetingAudience.BODY)
    actions.invite(by=cast.by(cast.ada), at=NOW, meeting=meeting, organisation=cast.mosty)
    register(cast, meeting, cast.bea, cast.mosty)
    assert own(cast, cast.bea) == {"Warsztaty"}
    end_mandates(by=SYSTEM, at=NOW, organisation=cast.mosty, person=cast.bea)
    assert own(cast, cast.bea) == set()


def test_a_place_alone_shows_nothing_one_may_not_know_of_any_more(cast):
    meeting = of_group(cast, audience=MeetingAudience.MEMBERS)
    register(cast, meeting, cast.bea, cast.mosty)
    assert own(cast, cast.bea) == {"Warsztaty"}
    end_mandates(by=SYSTEM, at=NOW, organisation=cast.mosty, person=cast.bea)
    assert own(cast, cast.bea) == set()
