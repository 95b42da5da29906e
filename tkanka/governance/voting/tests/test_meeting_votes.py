"""Votes held at a meeting: presence frozen, hands shown, the minutes told; and asking for secrecy."""

from datetime import timedelta

import pytest

from tests.cast import NOW
from tkanka.governance.meetings.actions import note_presence
from tkanka.governance.meetings.tests.makers import START, called
from tkanka.governance.minutes.models import Decision
from tkanka.governance.voting import actions
from tkanka.governance.voting.models import Urn, Voter
from tkanka.rules.ruling import Refused
from tkanka.rules.voting import Base, Electorate, PollKind, Secrecy, recount

from .makers import ABSTAIN, FOR, line_of

pytestmark = pytest.mark.django_db
THERE = START + timedelta(minutes=10)
PRESENT = {"electorate": Electorate.PRESENT, "base": Base.PRESENT}


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


@pytest.fixture
def meeting(cast):
    held = called(cast)
    note_presence(by=cast.by(cast.igor), at=THERE, meeting=held, person=cast.ada, organisation=cast.dach)
    return held


def at_meeting(cast, meeting, choices=PRESENT, **more):
    told = {"kind": PollKind.MEMBERS, "title": "Czy przyjmujemy plan?", "meeting": meeting, "choices": choices} | more
    return actions.draft_poll(by=cast.by(cast.igor), at=THERE, network=cast.razem, **told)


def opened(cast, meeting, **more):
    return actions.open_poll(by=cast.by(cast.igor), at=THERE, poll=at_meeting(cast, meeting, **more))


@pytest.mark.norm("R-10-07")
def test_only_members_who_are_there_vote(cast, meeting):
    poll = opened(cast, meeting)
    assert list(Voter.objects.values_list("organisation__name", flat=True)) == [cast.dach.name]
    assert (poll.present, poll.snapshot.organisations) == (1, [str(cast.dach.pk)])
    note_presence(by=cast.by(cast.igor), at=THERE, meeting=meeting, person=cast.bea, organisation=cast.mosty)
    assert Voter.objects.count() == 1


def test_those_present_are_no_electorate_without_a_meeting(cast):
    with pytest.raises(Refused) as refused:
        at_meeting(cast, None)
    assert "present_at_a_meeting" in codes(refused)


def test_hands_are_entered_name_by_name_and_stand_in_the_minutes(cast, meeting):
    note_presence(by=cast.by(cast.igor), at=THERE, meeting=meeting, person=cast.bea, organisation=cast.mosty)
    poll = opened(cast, meeting)
    dach, mosty = line_of(poll, cast.dach), line_of(poll, cast.mosty)
    with pytest.raises(Refused):
        actions.enter_hands(by=cast.by(cast.ada), at=THERE, poll=poll, choices={dach.pk: FOR})
    actions.enter_hands(by=cast.by(cast.igor), at=THERE, poll=poll, choices={dach.pk: FOR, mosty.pk: FOR})
    actions.enter_hands(by=cast.by(cast.igor), at=THERE, poll=poll, choices={mosty.pk: ABSTAIN})
    actions.enter_hands(by=cast.by(cast.igor), at=THERE, poll=poll, choices={mosty.pk: None})
    closed = actions.close_poll(by=cast.by(cast.igor), at=THERE, poll=poll)
    assert closed.state == "failed" and closed.published["verdict"]["base"] == 2
    noted = Decision.objects.get()
    assert (noted.votes_for, noted.votes_against, noted.abstained) == (1, 0, 0)
    assert noted.text.startswith("Czy przyjmujemy plan? Odrzucono.")


def test_one_of_those_present_asks_for_a_secret_vote_before_anybody_voted(cast, meeting):
    note_presence(by=cast.by(cast.igor), at=THERE, meeting=meeting, person=cast.bea, organisation=cast.mosty)
    poll = opened(cast, meeting, choices=PRESENT | {"secrecy": Secrecy.ON_REQUEST})
    with pytest.raises(Refused):
        actions.ask_secrecy(by=cast.by(cast.bea), at=THERE, voter=line_of(poll, cast.dach))
    poll = actions.ask_secrecy(by=cast.by(cast.ada), at=THERE, voter=line_of(poll, cast.dach))
    assert poll.decision.is_secret
    with pytest.raises(Refused) as refused:
        actions.enter_hands(by=cast.by(cast.igor), at=THERE, poll=poll, choices={})
    assert codes(refused) == {"hands_are_no_secret"}
    for somebody, party in ((cast.ada, cast.dach), (cast.bea, cast.mosty)):
        actions.cast(by=cast.by(somebody), at=THERE, voter=line_of(poll, party), choice=FOR)
    closed = actions.close_poll(by=cast.by(cast.igor), at=THERE, poll=poll)
    assert closed.published["counts"] == {"for": 2, "against": 0, "abstain": 0}
    assert recount(closed.published)[2] and Urn.objects.get().in_favour == 2


def test_after_the_first_vote_it_is_too_late_to_ask(cast, meeting):
    poll = opened(cast, meeting, choices=PRESENT | {"secrecy": Secrecy.ON_REQUEST})
    actions.cast(by=cast.by(cast.ada), at=THERE, voter=line_of(poll, cast.dach), choice=FOR)
    with pytest.raises(Refused) as refused:
        actions.ask_secrecy(by=cast.by(cast.ada), at=THERE, voter=line_of(poll, cast.dach))
    assert codes(refused) == {"nobody_voted"}


def test_a_meeting_that_is_over_freezes_nobody(cast, meeting):
    poll = at_meeting(cast, meeting)
    meeting.state = "held"
    meeting.held_at = NOW
    meeting.save()
    with pytest.raises(Refused):
        actions.open_poll(by=cast.by(cast.igor), at=THERE, poll=poll)
