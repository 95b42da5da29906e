"""How groups begin to meet, rest and end."""

from datetime import timedelta

import pytest
import time_machine

from tests.cast import DAY, LONG_AGO, NOW
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.groups import actions, jobs, queries
from tkanka.governance.groups.models import SupportRequest
from tkanka.governance.meetings.actions import call_meeting, draft_meeting
from tkanka.governance.meetings.models import Meeting
from tkanka.ground.notices.models import Message
from tkanka.network.networks.queries import active_membership
from tkanka.rules.bodies import Basis, BodyKind
from tkanka.rules.groups import SupportKind
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from .made import FULL, advisory, opened
from .test_living import CHARGE, codes, led, told

pytestmark = pytest.mark.django_db


def meeting_on(cast, body, days, state="called"):
    at = NOW + timedelta(days=days)
    return Meeting.objects.create(
        network=cast.razem, body=body, kind="body", audience="body", form="online",
        title=f"Spotkanie {days}", state=state,
        starts_at=at,
        ends_at=at + timedelta(hours=1), created_at=NOW, called_at=NOW,
    )  # fmt: skip


def test_closing_says_what_is_open_and_calls_off_what_was_planned(cast, client, today):
    body = led(cast)
    Seat.objects.create(body=body, person=cast.bea, organisation=cast.mosty, basis=Basis.JOINED, since=LONG_AGO)
    coming, draft, past = (
        meeting_on(cast, body, 10), meeting_on(cast, body, 20, "draft"), meeting_on(cast, body, -10)
    )  # fmt: skip
    asked = actions.ask_support(
        by=cast.by(cast.ada), at=NOW, body=body, kind=SupportKind.TRANSLATION, text="Dwie godziny tłumaczenia"
    )
    client.force_login(cast.ada)
    page = client.get(f"/n/razem/groups/{body.pk}/close/").content.decode()
    for said in ("Spotkanie 10", "Spotkanie 20", "Spotkanie -10", "Dwie godziny tłumaczenia"):
        assert said in page
    sent = {"summary": "Dwanaście wzorów pism."}
    assert client.post(f"/n/razem/groups/{body.pk}/close/", sent).status_code == 302
    assert [Meeting.objects.get(pk=one.pk).state for one in (coming, draft, past)] == [
        "cancelled", "cancelled", "called",
    ]  # fmt: skip
    assert told("meeting.cancelled") == {"ada@example.org", "bea@example.org"}
    assert SupportRequest.objects.get(pk=asked.pk).state == "withdrawn"


def test_the_secretariat_closes_a_working_group_with_meetings_it_could_not_call_off_alone(cast):
    body = led(cast)
    coming = meeting_on(cast, body, 10)
    actions.close_group(by=cast.by(cast.igor), at=NOW, body=body, summary="Nikt już nie przychodzi.")
    assert Meeting.objects.get(pk=coming.pk).state == "cancelled"


@pytest.mark.norm("R-07-12")
def test_a_technical_group_is_closed_by_the_coordinator_with_a_note_to_the_advisory_group(cast, client, today):
    advisory(cast)
    body = led(cast, "Dane", BodyKind.TECHNICAL)
    client.force_login(cast.ada)
    assert client.get(f"/n/razem/groups/{body.pk}/close/").status_code == 403
    client.force_login(cast.halina)
    sent = {"summary": "Ankieta gotowa."}
    assert client.post(f"/n/razem/groups/{body.pk}/close/", sent).status_code == 302
    letter = Message.objects.get(cause__startswith="group.closed:")
    assert letter.email == "bea@example.org" and "Ankieta gotowa." in letter.text


def test_what_a_closed_group_left_is_read_and_not_changed(cast, client, today):
    body = led(cast)
    actions.hand_in_terms(by=cast.by(cast.ada), at=NOW, body=body, **CHARGE)
    body = actions.close_group(by=cast.by(cast.ada), at=NOW, body=body, summary="Koniec.")
    for act, said in (
        (actions.hand_in_terms, CHARGE),
        (actions.post_update, {"done": "x"}),
        (actions.file_result, {"title": "x", "text": "x"}),
        (actions.ask_support, {"kind": SupportKind.TRANSLATION, "text": "x"}),
    ):
        with pytest.raises(Refused) as refused:
            act(by=cast.by(cast.igor), at=NOW, body=body, **said)
        assert "group_not_closed" in codes(refused), act
    with pytest.raises(Refused) as refused:
        actions.close_group(by=cast.by(cast.igor), at=NOW, body=body, summary="Drugi raz")
    client.force_login(cast.bea)
    assert FULL["meetings"] in client.get(f"/n/razem/groups/{body.pk}/terms/").content.decode()
    assert client.get(f"/n/razem/groups/{body.pk}/close/").status_code == 403


@pytest.mark.norm("R-09-19", "R-09-20")
def test_every_member_gets_the_opening_with_a_way_in_and_then_the_first_meeting_with_its_calendar_file(cast):
    body = opened(cast)
    opening = {one.email: one for one in Message.objects.filter(cause__startswith="group.announced:")}
    assert set(opening) == {"ada@example.org", "bea@example.org"}
    for letter in opening.values():
        assert f"/n/razem/bodies/{body.pk}/" in letter.url and not letter.calendar
    at = NOW + timedelta(days=5)
    by, start = cast.by(cast.ada), at + timedelta(days=14)
    meeting = draft_meeting(
        by=by, at=at, network=cast.razem, body=body, kind="body", audience="body", form="online", title="Pierwsze",
        open_to_members=True, starts_at=start, ends_at=start + timedelta(hours=1),
    )  # fmt: skip
    call_meeting(by=by, at=at, meeting=meeting)
    invited = {one.email: one for one in Message.objects.filter(cause__startswith="meeting.called:")}
    assert set(invited) == set(opening)
    for letter in invited.values():
        assert "METHOD:REQUEST" in letter.calendar and f"/n/razem/bodies/{body.pk}/" in letter.text
    assert queries.first_meeting_of(body) == start.date()


@pytest.mark.norm("R-09-08")
def test_a_long_silence_proposes_rest_and_nothing_rests_by_itself(cast, client, today):
    body = led(cast, opened_on=DAY)
    jobs.remind_leads(NOW + timedelta(days=400))
    letter = Message.objects.get(cause__startswith="group.dormant:")
    assert letter.email == "ada@example.org" and "/n/razem/" in letter.url and str(body.pk) in letter.url
    assert Body.objects.get(pk=body.pk).state == "open"
    client.force_login(cast.ada)
    assert 'value="rest"' in client.get(f"/n/razem/bodies/{body.pk}/").content.decode()
    assert client.post(f"/n/razem/bodies/{body.pk}/step/", {"step": "rest"}).status_code == 302
    assert Body.objects.get(pk=body.pk).state == "dormant"


@pytest.mark.norm("R-09-24")
def test_at_the_end_of_the_time_frame_leads_find_going_on_and_closing(cast, client):
    body = led(cast, opened_on=DAY)
    actions.hand_in_terms(by=cast.by(cast.ada), at=NOW, body=body, **CHARGE | {"ends_on": DAY + timedelta(days=10)})
    later = NOW + timedelta(days=11)
    jobs.remind_leads(later)
    letter = Message.objects.get(cause__startswith="group.end:")
    assert str(body.pk) in letter.url
    with time_machine.travel(later, tick=False):
        client.force_login(cast.ada)
        page = client.get(f"/n/razem/bodies/{body.pk}/").content.decode()
        assert f"/n/razem/groups/{body.pk}/close/" in page and f"/n/razem/groups/{body.pk}/terms/edit/" in page
        on = {"aims": "Dalej", "ends_on": "2027-06-30"}
        assert client.post(f"/n/razem/groups/{body.pk}/terms/edit/", on).status_code == 302
    jobs.remind_leads(later + timedelta(days=1))
    assert Message.objects.filter(cause__startswith="group.end:").count() == 1


def test_the_seat_of_a_lead_whose_organisation_leaves_counts_no_more_and_the_office_learns_of_it(cast):
    body = led(cast)
    assert [seat.person for seat in queries.leads_of(body, DAY)] == [cast.ada]
    membership = active_membership(cast.razem, cast.dach, DAY)
    type(membership).objects.filter(pk=membership.pk).update(until=DAY)
    assert not queries.leads_of(body, DAY + timedelta(days=1))
    with pytest.raises(Refused):
        actions.post_update(by=cast.by(cast.ada), at=NOW + timedelta(days=1), body=body, done="x")
    actions.remind_leads(
        by=Standing(system="groups"), at=NOW + timedelta(days=1), body=body, about="update", day=DAY,
    )  # fmt: skip
    assert told("group.update:") == {"halina@example.org", "igor@example.org"}
