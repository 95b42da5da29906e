"""The agenda, materials and what is handed in before a meeting."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import DAY, NOW, belongs
from tkanka.governance.meetings import actions, jobs, queries
from tkanka.governance.meetings.models import Item, Meeting
from tkanka.ground.notices.models import Message
from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import MeetingAudience, MeetingForm, MeetingKind
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from .makers import START, body, called, drafted, fields, seat

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kept_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_member_proposes_and_the_organiser_answers_with_a_reason(cast):
    meeting = called(cast)
    item = actions.propose_item(by=cast.by(cast.ada), at=NOW, meeting=meeting, title="Zima", minutes=20)
    assert item.state == "proposed"
    assert set(Message.objects.filter(cause__startswith="item.proposed").values_list("name", flat=True)) == {
        "Halina", "Igor",
    }  # fmt: skip
    with pytest.raises(Refused):
        actions.settle_item(by=cast.by(cast.bea), at=NOW, item=item, step="accept")
    with pytest.raises(Refused):
        actions.settle_item(by=cast.by(cast.igor), at=NOW, item=item, step="decline")
    item = actions.settle_item(by=cast.by(cast.igor), at=NOW, item=item, step="decline", reason="Nie zdążymy")
    told = Message.objects.get(cause__startswith="item.settled", name="Ada")
    assert "Nie zdążymy" in told.text
    actions.settle_item(by=cast.by(cast.igor), at=NOW, item=item, step="accept")
    assert [one.title for _, one in queries.agenda_of(meeting)] == ["Zima"]


@pytest.mark.norm("R-06-10")
def test_items_of_directors_meetings_are_settled_by_the_advisory_group(cast):
    seat(body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza"), cast.ada, cast.dach)
    meeting = drafted(cast, kind=MeetingKind.DIRECTORS, audience=MeetingAudience.DIRECTORS, decision="Tak")
    item = actions.propose_item(by=cast.by(cast.igor), at=NOW, meeting=meeting, title="Budżet")
    assert item.state == "proposed"
    with pytest.raises(Refused):
        actions.settle_item(by=cast.by(cast.halina), at=NOW, item=item, step="accept")
    assert actions.settle_item(by=cast.by(cast.ada), at=NOW, item=item, step="accept").state == "accepted"


def test_the_agenda_has_an_order_and_hours(cast):
    meeting, by = called(cast), cast.by(cast.igor)
    items = [actions.propose_item(by=by, at=NOW, meeting=meeting, title=t, minutes=15) for t in ("A", "B", "C")]
    actions.move_item(by=by, at=NOW, item=items[2], up=True)
    found = queries.agenda_of(meeting)
    assert [(i.title, at - START) for at, i in found] == [
        ("A", timedelta(0)), ("C", timedelta(minutes=15)), ("B", timedelta(minutes=30)),
    ]  # fmt: skip


def test_only_ones_own_proposal_is_taken_back(cast):
    item = actions.propose_item(by=cast.by(cast.ada), at=NOW, meeting=called(cast), title="Zima")
    with pytest.raises(Refused):
        actions.withdraw_item(by=cast.by(cast.bea), at=NOW, item=item)
    assert actions.withdraw_item(by=cast.by(cast.ada), at=NOW, item=item).state == "withdrawn"
    assert Item.objects.count() == 1


@pytest.mark.norm("R-06-33", "R-06-34")
def test_materials_are_recalled_to_organisers_and_sent_with_the_invitation_and_the_day_before(cast):
    meeting, by = drafted(cast), cast.by(cast.igor)
    jobs.recall_meetings(START - timedelta(days=6))
    assert not Message.objects.exists()
    jobs.recall_meetings(START - timedelta(days=5))
    jobs.recall_meetings(START - timedelta(days=4))
    assert sorted(Message.objects.values_list("name", flat=True)) == ["Halina", "Igor"]
    paper = SimpleUploadedFile("porządek.pdf", b"%PDF-1.7 x")
    actions.add_material(by=by, at=NOW, meeting=meeting, title="Projekt zmiany", file=paper, languages=["pl"])
    actions.call_meeting(by=by, at=NOW, meeting=meeting)
    assert "Projekt zmiany" in Message.objects.get(cause__startswith="meeting.called", name="Ada").text
    jobs.recall_meetings(START - timedelta(days=1))
    assert "Projekt zmiany" in Message.objects.get(cause__startswith="meeting.tomorrow", name="Ada").text


@pytest.mark.norm("W-01-02")
def test_plans_are_handed_in_counted_recalled_and_late_ones_marked(cast, warmia):
    office = Standing(offices=cast.by(cast.igor).offices, system="tests")
    belongs(cast.dach, warmia)
    belongs(cast.mosty, warmia)
    meeting = actions.draft_meeting(
        by=office, at=NOW, network=warmia,
        **fields(kind=MeetingKind.PLENARY, form=MeetingForm.IN_PERSON, place="Olsztyn"),
    )  # fmt: skip
    assert meeting.asks_for == ["action_plan", "diagnosis"]
    meeting = actions.call_meeting(by=office, at=NOW, meeting=meeting)
    ada, bea = cast.by(cast.ada, warmia), cast.by(cast.bea, warmia)
    for kind in meeting.asks_for:
        made = actions.hand_in(by=ada, at=NOW, meeting=meeting, organisation=cast.dach, kind=kind, text="Plan")
        assert not made.late
    assert queries.delivered(queries.deliveries(meeting, DAY)) == (1, 2)
    jobs.recall_meetings(NOW)
    assert list(Message.objects.filter(cause__startswith="submission.due").values_list("name", flat=True)) == ["Bea"]
    late = START - timedelta(days=1)
    made = actions.hand_in(by=bea, at=late, meeting=meeting, organisation=cast.mosty, kind="diagnosis", text="Opis")
    assert made.late
    again = actions.hand_in(by=ada, at=late, meeting=meeting, organisation=cast.dach, kind="diagnosis", text="Nowy")
    assert not again.late
    with pytest.raises(Refused):
        actions.hand_in(by=bea, at=NOW, meeting=meeting, organisation=cast.dach, kind="diagnosis", text="Nie nasze")
    assert Meeting.objects.get(pk=meeting.pk).submissions_due == START.date() - timedelta(days=7)
