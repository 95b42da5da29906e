"""Meetings called, moved, called off and held; who is told and who may know of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from tests.cast import DAY, NOW, SYSTEM, organisation, person
from tkanka.governance.calendar.models import Event
from tkanka.governance.meetings import actions, queries
from tkanka.governance.meetings.models import Meeting
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.meetings import MeetingAudience, MeetingForm, MeetingKind
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity, Standing

from .makers import START, body, called, drafted, fields, joins, seat

pytestmark = pytest.mark.django_db


def letters(what):
    return {m.name: m for m in Message.objects.filter(cause__startswith=what)}


def seen(cast, by):
    return set(queries.visible_meetings(cast.razem, by, DAY).values_list("title", flat=True))


@pytest.mark.norm("R-05-07")
def test_the_secretariat_calls_members_who_get_a_letter_with_the_calendar(cast):
    meeting = called(cast, title="Spotkanie Forum", about="O zimie", join_link="https://spotkanie.example/tajne")
    told = letters("meeting.called")
    assert set(told) == {"Ada", "Bea"}
    event = Calendar.from_ical(told["Ada"].calendar).events[0]
    assert (str(event["UID"]), event["SEQUENCE"], str(event["SUMMARY"])) == (meeting.uid, 0, "Spotkanie Forum")
    assert event["DTSTART"].dt == START
    assert "METHOD:REQUEST" in told["Ada"].calendar
    assert "tajne" not in told["Ada"].calendar + told["Ada"].text
    assert Record.objects.get(verb="meeting.called").cites == ["§5"]
    assert Event.objects.get().source_key == str(meeting.pk)


@pytest.mark.norm("W-01-04")
def test_who_hosts_with_another_is_named_beside_it_in_the_letter_and_on_the_page(cast, client):
    council = organisation("Rada Organizacji Pozarządowych")
    meeting = called(cast, host=cast.dach, cohosts=[council])
    assert (meeting.host, list(meeting.cohosts.all())) == (cast.dach, [council])
    assert "- Rada Organizacji Pozarządowych" in letters("meeting.called")["Ada"].text
    client.force_login(cast.ada)
    page = client.get(reverse("meetings:meeting", args=[cast.razem.slug, meeting.pk])).content.decode()
    assert "Rada Organizacji Pozarządowych" in page.replace("\u00a0", " ")
    actions.change_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting, cohosts=[])
    assert not meeting.cohosts.exists()


def test_a_member_may_not_call_the_network_and_a_draft_is_nobodys_letter(cast):
    with pytest.raises(Refused):
        drafted(cast, cast.by(cast.ada))
    drafted(cast)
    assert not Message.objects.exists()
    assert seen(cast, cast.by(cast.ada)) == set()


def test_moving_tells_everybody_and_keeps_one_event(cast):
    meeting = called(cast)
    later = START + timedelta(hours=3)
    meeting = actions.change_meeting(
        by=cast.by(cast.igor), at=NOW, meeting=meeting, starts_at=later, ends_at=later + timedelta(hours=1)
    )
    told = letters("meeting.moved")
    assert set(told) == {"Ada", "Bea"}
    event = Calendar.from_ical(told["Bea"].calendar).events[0]
    assert (str(event["UID"]), event["SEQUENCE"], event["DTSTART"].dt) == (meeting.uid, 1, later)
    assert Event.objects.get().starts_at == later
    actions.change_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting, about="Bez listu")
    assert len(letters("meeting.moved")) == 2


def test_calling_off_says_why_and_crosses_the_event_out(cast):
    meeting = actions.cancel_meeting(by=cast.by(cast.igor), at=NOW, meeting=called(cast), reason="Choroba")
    told = letters("meeting.cancelled")
    assert "Choroba" in told["Ada"].text
    assert "METHOD:CANCEL" in told["Ada"].calendar
    assert Event.objects.get().cancelled_at == NOW
    with pytest.raises(Refused):
        actions.call_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting)


def test_a_meeting_is_held_from_its_day_on(cast):
    meeting = called(cast)
    with pytest.raises(Refused):
        actions.close_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting)
    assert actions.close_meeting(by=cast.by(cast.igor), at=START, meeting=meeting).state == "held"


@pytest.mark.norm("R-05-23", "R-05-24")
def test_the_coordinator_is_told_of_the_advisory_group_without_a_seat(cast):
    group = body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza")
    seat(group, cast.ada, cast.dach)
    told = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group}
    meeting = called(cast, cast.by(cast.ada), **told)
    assert set(letters("meeting.called")) == {"Ada", "Halina"}
    assert not queries.gathering_for(meeting, cast.by(cast.halina), DAY).sits


@pytest.mark.norm("R-06-09", "R-06-11")
def test_directors_are_called_by_the_advisory_group_and_stand_ins_told_why(cast):
    seat(body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza"), cast.ada, cast.dach)
    joins(person("dyrektorka"), cast.dach, Capacity.DIRECTOR)
    meeting = drafted(cast, kind=MeetingKind.DIRECTORS, audience=MeetingAudience.DIRECTORS, decision="Z 12 listopada")
    for somebody in (cast.igor, cast.halina, cast.bea):
        with pytest.raises(Refused):
            actions.call_meeting(by=cast.by(somebody), at=NOW, meeting=meeting)
    actions.call_meeting(by=cast.by(cast.ada), at=NOW, meeting=meeting)
    told = letters("meeting.called")
    assert set(told) == {"Dyrektorka", "Bea"}
    assert "nie wskazano" in told["Bea"].text
    assert "nie wskazano" not in told["Dyrektorka"].text


@pytest.mark.norm("R-09-20")
def test_a_group_first_meets_after_its_announcement_and_openly(cast):
    group = body(cast.razem)
    seat(group, cast.ada, cast.dach, Role.LEAD)
    told = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group}
    meeting = drafted(cast, cast.by(cast.ada), **told)
    with pytest.raises(Refused) as refused:
        actions.call_meeting(by=cast.by(cast.ada), at=NOW, meeting=meeting)
    assert {g.code for g in refused.value.ruling.failed} == {"group_announced", "first_meeting_open"}
    group.announced_at = NOW
    group.save()
    open_one = actions.change_meeting(by=cast.by(cast.ada), at=NOW, meeting=meeting, open_to_members=True)
    actions.call_meeting(by=cast.by(cast.ada), at=NOW, meeting=open_one)
    invited = letters("meeting.called")
    assert set(invited) == {"Ada", "Bea"}
    for letter in invited.values():
        assert "METHOD:REQUEST" in letter.calendar and "DTSTART" in letter.calendar
        assert f"/n/razem/bodies/{group.pk}/" in letter.text and "pierwsze spotkanie nowej grupy" in letter.text
    with pytest.raises(Refused):
        actions.change_meeting(
            by=cast.by(cast.ada), at=NOW, meeting=open_one, starts_at=NOW + timedelta(days=1),
            ends_at=NOW + timedelta(days=1, hours=1),
        )  # fmt: skip
    second = START + timedelta(days=30)
    called(cast, cast.by(cast.ada), **told, starts_at=second, ends_at=second + timedelta(hours=1))
    assert queries.first_meeting(group).pk == meeting.pk


@pytest.mark.norm("R-09-20")
def test_a_group_announced_long_ago_still_calls_its_first_meeting_in_time(cast):
    group = body(cast.razem, announced_at=NOW - timedelta(days=90))
    seat(group, cast.ada, cast.dach, Role.LEAD)
    meeting = drafted(
        cast, cast.by(cast.ada), kind=MeetingKind.BODY, audience=MeetingAudience.BODY, body=group, open_to_members=True
    )
    with pytest.raises(Refused) as refused:
        actions.call_meeting(by=cast.by(cast.ada), at=START - timedelta(days=4), meeting=meeting)
    assert {g.code for g in refused.value.ruling.failed} == {"time_to_join"}
    meeting = actions.call_meeting(by=cast.by(cast.ada), at=START - timedelta(days=7), meeting=meeting)
    at = START - timedelta(days=2)
    assert actions.change_meeting(by=cast.by(cast.ada), at=at, meeting=meeting, place="Rynek 1").place == "Rynek 1"


def test_a_closed_body_meets_no_more(cast):
    group = body(cast.razem, BodyKind.SUBREGIONAL, "Wschód", state="closed", closed_on=DAY, closing_summary="Koniec")
    told = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group}
    with pytest.raises(Refused) as refused:
        drafted(cast, **told)
    assert {g.code for g in refused.value.ruling.failed} == {"body_not_closed"}


@pytest.mark.norm("R-08-09")
def test_an_observer_sees_a_meeting_only_when_invited(cast):
    meeting = called(cast, title="Otwarte")
    assert seen(cast, cast.by(cast.olga)) == set()
    actions.invite(by=cast.by(cast.igor), at=NOW, meeting=meeting, organisation=cast.observer)
    assert seen(cast, cast.by(cast.olga)) == {"Otwarte"}
    assert "Olga" in letters("meeting.called")


def test_a_hidden_group_is_hidden_from_all_but_its_seats(cast):
    group = body(cast.razem, BodyKind.CLOSED, "Skryta", hidden=True)
    seat(group, cast.ada, cast.dach, Role.LEAD)
    called(cast, cast.by(cast.ada), title="Skryte", kind=MeetingKind.BODY, audience=MeetingAudience.BODY, body=group)
    assert seen(cast, cast.by(cast.ada)) == {"Skryte"}
    for by in (cast.by(cast.halina), cast.by(cast.bea), Standing()):
        assert seen(cast, by) == set()
    assert str(group.pk) in Message.objects.get(cause__startswith="meeting.called").cause


@pytest.mark.norm("W-08-02")
def test_standing_guests_are_on_the_list_and_left_out_only_with_a_reason(cast, warmia):
    office = Standing(offices=cast.by(cast.igor).offices, system="tests")
    meeting = actions.draft_meeting(
        by=office, at=NOW, network=warmia, **fields(kind=MeetingKind.PLENARY, form=MeetingForm.IN_PERSON)
    )
    [guest] = queries.invitees_of(meeting)
    assert guest.standing == "forum_pelnomocnikow"
    with pytest.raises(Refused):
        actions.leave_out(by=office, at=NOW, invitee=guest)
    actions.invite(by=office, at=NOW, meeting=meeting, standing="forum_pelnomocnikow", email="fp@example.org")
    [guest] = queries.invitees_of(meeting)
    assert (guest.email, guest.left_out_at) == ("fp@example.org", None)
    left = actions.leave_out(by=office, at=NOW, invitee=guest, reason="Sprawy wewnętrzne")
    assert left.left_out_at == NOW
    actions.call_meeting(by=office, at=NOW, meeting=meeting)
    assert not Message.objects.filter(email="fp@example.org").exists()


@pytest.mark.norm("B-03-02")
def test_workshops_held_are_counted_of_six(cast, siec):
    office = Standing(offices=cast.by(cast.igor).offices, system="tests")
    told = fields(kind=MeetingKind.WORKSHOP, form=MeetingForm.IN_PERSON, place="Lublin", starts_at=NOW,
                  ends_at=NOW + timedelta(hours=6))  # fmt: skip
    meeting = actions.call_meeting(
        by=office, at=NOW, meeting=actions.draft_meeting(by=office, at=NOW, network=siec, **told)
    )
    book = queries.counted(siec, _book(siec))[0]
    assert (book[0], book[1].held, book[1].of) == (MeetingKind.WORKSHOP, 0, 6)
    actions.close_meeting(by=office, at=NOW, meeting=meeting)
    assert queries.counted(siec, _book(siec))[0][1].held == 1
    assert queries.places_used(siec, MeetingKind.WORKSHOP) == ["Lublin"]


def _book(network):
    from tkanka.network.networks.queries import rulebook_of

    return rulebook_of(network, DAY)


@pytest.mark.norm("R-06-32")
def test_a_missing_meeting_of_the_advisory_group_is_noticed(cast):
    def due():
        found = queries.gaps_of(cast.razem, _book(cast.razem), DAY, cast.razem.charter_versions.get().in_force_from)
        return [(gap.rhythm.kind, gap.due) for gap in found if gap.rhythm.body_kind]

    assert due() == []
    group = body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza")
    seat(group, cast.ada, cast.dach)
    assert due() == [(MeetingKind.BODY, datetime(2026, 11, 30, tzinfo=UTC).date())]
    at = datetime(2026, 11, 25, 9, tzinfo=UTC)
    told = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group, "starts_at": at}
    called(cast, cast.by(cast.ada), **told, ends_at=at + timedelta(hours=1))
    assert due() == []


def test_queries_for_other_rooms(cast):
    group = body(cast.razem, announced_at=NOW - timedelta(days=90))
    seat(group, cast.ada, cast.dach, Role.LEAD)
    told = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group, "open_to_members": True}
    meeting = called(cast, cast.by(cast.ada), **told)
    assert queries.next_meetings(group, NOW) == [meeting]
    assert queries.last_meeting(group, NOW) is None
    assert queries.last_meeting(group, START) == meeting
    assert list(queries.upcoming_for(cast.razem, cast.by(cast.bea), DAY, NOW)) == [meeting]
    assert list(queries.past_meetings(cast.razem, cast.by(cast.bea), DAY, START + timedelta(days=1))) == [meeting]
    assert Meeting.objects.count() == 1


def test_who_came_in_by_an_invited_organisation_takes_part(cast):
    guests = organisation("Goście")
    meeting = called(cast, audience=MeetingAudience.INVITED, kind=MeetingKind.OTHER)
    somebody = person("gość")
    joins(somebody, guests, Capacity.MAIN)
    actions.invite(by=cast.by(cast.igor), at=NOW, meeting=meeting, organisation=guests)
    by = cast.by(somebody)
    assert queries.gathering_for(meeting, by, DAY).invited
    assert not queries.gathering_for(meeting, replace(by, mandates=frozenset(), person=SYSTEM.person), DAY).invited
