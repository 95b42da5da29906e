"""Places, the queue, guests, needs, presence."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from tests.cast import DAY, NOW, full_cast, organisation, person
from tkanka.governance.meetings import actions, jobs, queries
from tkanka.governance.meetings.actions.attendance import settle_list
from tkanka.governance.meetings.models import Attendance, Meeting, PresenceSnapshot, Registration
from tkanka.governance.meetings.tokens import invitee_of, token_of
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks.queries import standing_of
from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import MeetingAudience, MeetingForm, MeetingKind
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity, Standing

from .makers import START, body, called, joins, seat

GUEST = Standing(system="guest")


def register(cast, meeting, who, at=NOW, **more):
    by = cast.by(who)
    party = more.pop("party", None) or {cast.ada: cast.dach, cast.bea: cast.mosty}.get(who)
    return actions.register(by=by, at=at, meeting=meeting, organisation=party, **more)


def states(meeting):
    return {r.person.name: r.state for r in Registration.objects.filter(meeting=meeting).order_by("registered_at")}


def fresh(meeting):
    return Meeting.objects.get(pk=meeting.pk)


@pytest.mark.django_db
def test_a_full_meeting_queues_and_offers_the_freed_place_in_order(cast):
    third = person("celina")
    joins(third, cast.dach, Capacity.ALTERNATE)
    meeting = called(cast, capacity=1, answer_hours=24)
    first = register(cast, meeting, cast.ada)
    register(cast, meeting, cast.bea, NOW + timedelta(minutes=1))
    last = register(cast, meeting, third, NOW + timedelta(minutes=2), party=cast.dach)
    assert states(meeting) == {"Ada": "registered", "Bea": "waiting", "Celina": "waiting"}
    assert queries.queue_place(last) == 2
    actions.give_up_place(by=cast.by(cast.ada), at=NOW + timedelta(hours=1), registration=first)
    assert states(meeting)["Bea"] == "offered"
    assert Message.objects.filter(cause__startswith="place.offered", name="Bea").exists()
    late = NOW + timedelta(hours=26)
    jobs.lapse_offers(late)
    assert states(meeting) == {"Ada": "cancelled", "Bea": "lapsed", "Celina": "offered"}
    last.refresh_from_db()
    assert actions.confirm_place(by=cast.by(third), at=late, registration=last).state == "registered"


@pytest.mark.django_db
def test_an_offer_is_taken_only_in_time_and_by_the_one_it_was_made_to(cast):
    meeting = called(cast, capacity=1, answer_hours=24)
    first = register(cast, meeting, cast.ada)
    second = register(cast, meeting, cast.bea, NOW + timedelta(minutes=1))
    actions.give_up_place(by=cast.by(cast.ada), at=NOW, registration=first)
    second.refresh_from_db()
    for by, at in ((cast.by(cast.ada), NOW), (cast.by(cast.bea), NOW + timedelta(hours=24))):
        with pytest.raises(Refused):
            actions.confirm_place(by=by, at=at, registration=second)


@pytest.mark.django_db
@pytest.mark.norm("B-03-03")
def test_one_organisation_takes_no_more_places_than_it_may(cast):
    third = person("celina")
    joins(third, cast.dach, Capacity.ALTERNATE)
    meeting = called(cast, per_organisation=1)
    register(cast, meeting, cast.ada)
    with pytest.raises(Refused):
        register(cast, meeting, third, party=cast.dach)
    assert register(cast, meeting, cast.bea).state == "registered"


@pytest.mark.django_db
def test_more_places_are_offered_to_those_who_wait(cast):
    meeting = called(cast, capacity=1)
    register(cast, meeting, cast.ada)
    register(cast, meeting, cast.bea)
    actions.change_meeting(by=cast.by(cast.igor), at=NOW, meeting=meeting, capacity=2)
    assert states(meeting)["Bea"] == "offered"


@pytest.mark.django_db
def test_nobody_registers_twice_or_for_others_or_too_late(cast):
    meeting = called(cast)
    register(cast, meeting, cast.ada)
    for who, more in ((cast.ada, {}), (cast.bea, {"party": cast.dach}), (cast.bea, {"at": START})):
        with pytest.raises(Refused):
            register(cast, meeting, who, **more)


@pytest.fixture
def last_place(transactional_db):
    """Everybody, and a meeting with one place."""
    cast = full_cast()
    return cast, called(cast, capacity=1)


def test_two_who_want_the_last_place_at_once_get_it_once(last_place, own_connection):
    cast, meeting = last_place
    together = Barrier(2)

    def take(who, party):
        with own_connection():
            by = standing_of(who, cast.razem, DAY, acting_for=party.pk)
            together.wait(30)
            return actions.register(by=by, at=NOW, meeting=meeting, organisation=party).state

    with ThreadPoolExecutor(2) as pool:
        found = [pool.submit(take, *pair) for pair in ((cast.ada, cast.dach), (cast.bea, cast.mosty))]
        assert sorted(one.result() for one in found) == ["registered", "waiting"]


@pytest.mark.django_db
def test_needs_are_for_the_organiser_and_are_deleted_after_the_meeting(cast):
    meeting = called(cast)
    register(cast, meeting, cast.ada, needs="Tłumaczenie migowe")
    assert "migowe" not in " ".join(Message.objects.values_list("text", flat=True))
    jobs.clear_needs(meeting.ends_at + timedelta(days=2))
    assert Registration.objects.get().needs
    jobs.clear_needs(meeting.ends_at + timedelta(days=3))
    assert Registration.objects.get().needs == ""
    assert fresh(meeting).needs_cleared_at


@pytest.mark.django_db
def test_a_guest_answers_by_the_letter_without_an_account(cast):
    meeting = called(cast, audience=MeetingAudience.INVITED, kind=MeetingKind.OTHER, capacity=1)
    guest = actions.invite(by=cast.by(cast.igor), at=NOW, meeting=meeting, email="gosc@example.org", name="Gość")
    letter = Message.objects.get(email="gosc@example.org")
    token = letter.url.rstrip("/").rpartition("/")[2]
    assert invitee_of(token) == guest.pk
    assert invitee_of(token[:-2] + "xx") is None
    made = actions.register(by=GUEST, at=NOW, meeting=meeting, invitee=guest)
    assert made.state == "registered"
    with pytest.raises(Refused):
        actions.invite(by=cast.by(cast.igor), at=NOW, meeting=meeting, email="GOSC@example.org", name="Gość")
    with pytest.raises(Refused):
        actions.give_up_place(by=cast.by(cast.ada), at=NOW, registration=made)
    assert actions.give_up_place(by=GUEST, at=NOW, registration=made).state == "cancelled"


@pytest.mark.django_db
def test_the_address_goes_on_the_day_to_those_with_a_place_only(cast):
    meeting = called(cast, join_link="https://spotkanie.example/tajne")
    register(cast, meeting, cast.ada)
    jobs.recall_meetings(START - timedelta(days=1))
    assert set(Message.objects.filter(cause__startswith="meeting.tomorrow").values_list("name", flat=True)) == {
        "Ada", "Bea",
    }  # fmt: skip
    assert not Message.objects.filter(text__contains="tajne").exists()
    jobs.recall_meetings(START - timedelta(hours=3))
    jobs.recall_meetings(START - timedelta(hours=2))
    assert list(Message.objects.filter(text__contains="tajne").values_list("name", flat=True)) == ["Ada"]


# -- presence ---------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.norm("B-b1-02")
def test_people_say_with_the_code_that_they_are_there_and_organisations_are_counted_once(cast):
    third = person("celina")
    joins(third, cast.dach, Capacity.ALTERNATE)
    meeting = called(cast)
    for who, party in ((cast.ada, cast.dach), (third, cast.dach), (cast.bea, cast.mosty)):
        actions.check_in(by=cast.by(who), at=START, meeting=meeting, code=meeting.check_in_code, organisation=party)
    actions.check_in(by=cast.by(cast.halina), at=START, meeting=meeting, code=meeting.check_in_code)
    found = queries.presence_of(meeting)
    assert (found.organisations, found.people) == (2, 4)
    assert Attendance.objects.get(person=cast.halina).capacity == "office"
    with pytest.raises(Refused):
        actions.check_in(by=cast.by(cast.ada), at=START, meeting=meeting, code="12345x")


@pytest.mark.django_db
def test_a_frozen_presence_does_not_change_when_somebody_leaves(cast):
    meeting = called(cast)
    for who, party in ((cast.ada, cast.dach), (cast.bea, cast.mosty)):
        actions.check_in(by=cast.by(who), at=START, meeting=meeting, code=meeting.check_in_code, organisation=party)
    frozen = actions.take_snapshot(by=cast.by(cast.igor), at=START, meeting=meeting, purpose="Spór 2/2026")
    left = Attendance.objects.get(person=cast.bea)
    actions.note_leaving(by=cast.by(cast.bea), at=START + timedelta(minutes=45), attendance=left)
    assert queries.presence_of(meeting).organisations == 1
    kept = PresenceSnapshot.objects.get(pk=frozen.pk)
    assert set(kept.organisations) == {str(cast.dach.pk), str(cast.mosty.pk)}
    with pytest.raises(Refused):
        actions.take_snapshot(by=cast.by(cast.ada), at=START, meeting=meeting)


@pytest.mark.django_db
@pytest.mark.norm("R-05-23", "R-06-31")
def test_who_came_is_shown_by_seat_and_the_coordinator_has_none(cast):
    group = body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza")
    seat(group, cast.ada, cast.dach)
    seat(group, cast.bea, cast.mosty)
    for days in (0, 30, 60):
        at = START + timedelta(days=days)
        told = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group, "starts_at": at}
        meeting = called(cast, cast.by(cast.ada), **told, ends_at=at + timedelta(hours=1))
        for who in (cast.ada, cast.halina):
            actions.note_presence(by=cast.by(cast.ada), at=at, meeting=meeting, person=who)
        actions.close_meeting(by=cast.by(cast.ada), at=at, meeting=meeting)
    _, records = queries.attendance_history(group, DAY, START + timedelta(days=90))
    assert {r.seat.person.name: r.came for r in records} == {"Ada": [True] * 3, "Bea": [False] * 3}
    assert set(Attendance.objects.filter(person=cast.halina).values_list("capacity", flat=True)) == {"office"}


@pytest.mark.django_db
def test_a_hybrid_meeting_knows_who_comes_from_afar(cast):
    meeting = called(cast, form=MeetingForm.HYBRID, place="Lublin, ul. Długa 1")
    assert register(cast, meeting, cast.ada, online=True).online
    assert token_of(meeting.pk) != token_of(organisation("Inna").pk)


def noted(cast, meeting, at, **told):
    return actions.note_presence(by=cast.by(cast.igor), at=at, meeting=meeting, **told)


@pytest.mark.django_db
def test_who_was_there_is_added_after_the_meeting_too_and_the_ledger_tells(cast):
    meeting = called(cast)
    with pytest.raises(Refused, match="meeting_day_come"):
        noted(cast, meeting, NOW, person=cast.ada, organisation=cast.dach)
    actions.close_meeting(by=cast.by(cast.igor), at=meeting.ends_at, meeting=meeting)
    added = noted(cast, meeting, START + timedelta(days=3), person=cast.ada, organisation=cast.dach)
    assert (added.capacity, added.way, added.came_at) == ("member", "list", meeting.ends_at)
    record = Record.objects.get(verb="presence.noted")
    assert (record.person, record.at) == (cast.igor.pk, START + timedelta(days=3))
    assert queries.presence_of(meeting).organisations == 1
    with pytest.raises(Refused, match="could_take_part"):
        noted(cast, meeting, START + timedelta(days=3), person=cast.stranger)
    with pytest.raises(Refused, match="secretariat_organises"):
        actions.note_presence(by=cast.by(cast.ada), at=START, meeting=meeting, person=cast.bea)


@pytest.mark.django_db
def test_a_list_that_is_settled_stays_as_it_is(cast):
    meeting = called(cast)
    there = noted(cast, meeting, START, person=cast.ada, organisation=cast.dach)
    settle_list(meeting, START + timedelta(days=20))
    with pytest.raises(Refused, match="list_not_settled"):
        noted(cast, meeting, START + timedelta(days=21), person=cast.bea, organisation=cast.mosty)
    for who in (cast.igor, cast.ada):
        with pytest.raises(Refused, match="list_not_settled"):
            actions.note_leaving(by=cast.by(who), at=START + timedelta(days=21), attendance=there)
