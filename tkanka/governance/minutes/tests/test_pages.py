"""Pages of minutes and tasks, as people use them."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW
from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.tests.makers import body, fields, seat
from tkanka.governance.minutes import actions, jobs, queries
from tkanka.governance.minutes.models import Minutes, Task
from tkanka.ground.notices.models import Message
from tkanka.network.networks.models import Membership
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.meetings import MeetingAudience, MeetingKind
from tkanka.rules.minutes import ApprovalBasis
from tkanka.rules.ruling import Refused

from .makers import met, opened, part, sent_out, task_for, written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("time_machine_at_now")]


def page(minutes, *more):
    return "/".join(["/n/razem/minutes", str(minutes.pk), *map(str, more), ""])


def test_the_secretariat_begins_writes_and_asks_for_remarks(cast, client):
    meeting = met(cast.razem)
    client.force_login(cast.igor)
    client.post(f"/n/razem/meetings/{meeting.pk}/minutes/open/")
    minutes = Minutes.objects.get()
    section = part(minutes, "other")
    sent = {"text": "Zaproszenie do Olsztyna.", "revision": section.revision}
    assert client.post(page(minutes, "sections", section.pk), sent).status_code == 302
    assert client.post(page(minutes, "send-out")).status_code == 302
    client.force_login(cast.ada)
    shown = client.get(page(minutes)).content.decode()
    assert "Zaproszenie do Olsztyna." in shown and "Dodaj uwagę" in shown
    assert "#minutes" in client.get(f"/n/razem/meetings/{meeting.pk}/").content.decode()


def test_saving_on_the_way_tells_the_new_revision_and_stops_where_another_wrote(cast, client):
    section = written(cast, opened(cast))
    client.force_login(cast.igor)
    address = page(section.minutes, "sections", section.pk, "save")
    saved = client.post(address, {"text": "Nowe.", "revision": section.revision}).content.decode()
    assert f'value="{section.revision + 1}"' in saved and "Zapisano o" in saved
    stopped = client.post(address, {"text": "Inne.", "revision": section.revision}).content.decode()
    assert "Ktoś inny" in stopped
    section.refresh_from_db()
    assert section.text == "Nowe."


def test_both_texts_are_shown_where_both_wrote_in_one_line(cast, client):
    section = written(cast, opened(cast), "jeden")
    first = section.revision
    actions.write_section(by=cast.by(cast.halina), at=NOW, section=section, revision=first, text="ich wersja")
    client.force_login(cast.igor)
    answer = client.post(page(section.minutes, "sections", section.pk), {"text": "moja wersja", "revision": first})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "ich wersja" in shown and "moja wersja" in shown and f'value="{first + 1}"' in shown
    assert "Halina" in shown


def test_a_member_remarks_and_reads_the_answer(cast, client):
    minutes = opened(cast)
    written(cast, minutes)
    actions.send_out(by=cast.by(cast.igor), at=NOW, minutes=minutes)
    client.force_login(cast.ada)
    address = page(minutes, "sections", part(minutes).pk, "remark")
    assert client.post(address, {"organisation": str(cast.dach.pk), "text": ""}).status_code == 422
    assert client.post(address, {"organisation": str(cast.dach.pk), "text": "Brak daty."}).status_code == 302
    client.force_login(cast.igor)
    remark = queries.remarks_of(minutes)[0]
    client.post(page(minutes, "remarks", remark.pk), {"taken": "1", "text": "Dodana."})
    client.force_login(cast.ada)
    assert "Dodana." in client.get(page(minutes)).content.decode()


def test_approval_is_written_down_with_the_meeting_and_versions_are_compared(cast, client):
    minutes = sent_out(cast)
    later = met(cast.razem, ago=2, title="Następne")
    client.force_login(cast.igor)
    assert client.post(page(minutes, "approve"), {"basis": "meeting", "later": ""}).status_code == 422
    assert client.post(page(minutes, "approve"), {"basis": "meeting", "later": str(later.pk)}).status_code == 302
    fixed = {"text": "Omówiono plan roku 2027.", "reason": "Brak roku"}
    assert client.post(page(minutes, "sections", part(minutes).pk, "correct"), fixed).status_code == 302
    shown = client.get(page(minutes, "versions")).content.decode()
    assert "<del>" in shown and "2027" in shown and "Brak roku" in shown


def test_papers_are_tagged_pdfs(cast, client):
    minutes = sent_out(cast)
    client.force_login(cast.ada)
    for name in ("minutes.pdf", "attendance.pdf"):
        answer = client.get(f"/n/razem/minutes/{minutes.pk}/{name}")
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-") and b"/StructTreeRoot" in answer.content


@pytest.mark.norm("W-CS-04")
def test_a_task_is_given_done_by_its_owner_and_leaves_the_desk(cast, client):
    minutes = opened(cast)
    client.force_login(cast.igor)
    given = {"title": "Zebrać uwagi", "owner": f"organisation:{cast.dach.pk}", "due": "2026-11-30"}
    wrong = given | {"owner": "", "party": "Nikt taki"}
    assert client.post(page(minutes, "tasks", "new"), wrong).status_code == 422
    assert client.post(page(minutes, "tasks", "new"), given).status_code == 302
    task = Task.objects.get()
    assert Message.objects.filter(cause__startswith="task.given", email=cast.ada.email).exists()
    client.force_login(cast.ada)
    assert "Zebrać uwagi" in client.get("/n/razem/desk/").content.decode()
    step = f"/n/razem/tasks/{task.pk}/step/"
    assert client.post(step, {"step": "drop", "note": ""}).status_code == 422
    assert client.post(step, {"step": "finish", "note": "Wysłane."}).status_code == 302
    assert "Zebrać uwagi" not in client.get("/n/razem/desk/").content.decode()
    assert "Wysłane." in client.get(f"/n/razem/tasks/{task.pk}/").content.decode()
    done = b"".join(client.get("/n/razem/tasks.csv?state=done").streaming_content).decode()
    assert "Zebrać uwagi" in done and "Fundacja Jeden Dach" in done


@pytest.mark.norm("R-06-18")
def test_a_task_may_be_given_to_a_seat_and_reminders_go_once(cast):
    group = body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza")
    held = seat(group, cast.bea, cast.mosty)
    meeting = met(cast.razem, body=group, kind=MeetingKind.BODY, audience=MeetingAudience.BODY)
    minutes = actions.open_minutes(by=cast.by(cast.bea), at=NOW, meeting=meeting)
    given = {"by": cast.by(cast.bea), "at": NOW, "minutes": minutes, "title": "Wesprzeć koordynatorkę"}
    actions.give_task(**given, to=actions.tasks.Given(seat=held), due=DAY + timedelta(days=2))
    for ahead in (0, 0, 4, 4):
        jobs.remind_of_tasks(NOW + timedelta(days=ahead))
    told = Message.objects.filter(email=cast.bea.email)
    assert told.filter(cause__startswith="task.near").count() == 1
    assert told.filter(cause__startswith="task.late").count() == 1


@pytest.mark.norm("K-09-02", "W-04-05")
def test_open_tasks_open_the_next_agenda_and_done_ones_do_not(cast, client):
    minutes = opened(cast)
    task_for(cast, minutes, organisation=cast.dach)
    done = task_for(cast, minutes, title="Już zrobione", organisation=cast.dach)
    actions.settle_task(by=cast.by(cast.ada), at=NOW, task=done, step="finish")
    at = NOW + timedelta(days=20)
    state = {"state": "called", "called_at": NOW, "check_in_code": "000000", "created_at": NOW}
    plan = fields(title="Następne", starts_at=at, ends_at=at + timedelta(hours=1))
    ahead = Meeting.objects.create(network=cast.razem, **plan, **state)
    client.force_login(cast.ada)
    shown = client.get(f"/n/razem/meetings/{ahead.pk}/").content.decode()
    assert "poprzednich spotkań" in shown
    assert "Zebrać uwagi" in shown and "Już zrobione" not in shown


def test_a_task_of_an_organisation_that_left_falls_to_the_leads(cast, client):
    group = body(cast.razem, BodyKind.WORKING, "Grupa")
    seat(group, cast.ada, cast.dach, Role.LEAD)
    seat(group, cast.bea, cast.mosty)
    meeting = met(cast.razem, body=group, kind=MeetingKind.BODY, audience=MeetingAudience.BODY)
    minutes = actions.open_minutes(by=cast.by(cast.ada), at=NOW, meeting=meeting)
    to = actions.tasks.Given(organisation=cast.mosty)
    task = actions.give_task(by=cast.by(cast.ada), at=NOW, minutes=minutes, title="Spis sal", to=to)
    assert not queries.duties_for(cast.razem, cast.by(cast.ada), DAY)
    Membership.objects.filter(organisation=cast.mosty).update(until=DAY - timedelta(days=1), state="resigned")
    assert queries.duties_for(cast.razem, cast.by(cast.ada), DAY) == [task]
    assert not queries.own_tasks(cast.razem, cast.by(cast.bea), DAY)
    client.force_login(cast.ada)
    assert "Zadanie bez właściciela" in client.get("/n/razem/desk/").content.decode()
    actions.settle_task(by=cast.by(cast.ada), at=NOW, task=task, step="finish", note="Zrobiłam.")


def test_tasks_go_to_nobody_from_elsewhere(cast):
    with pytest.raises(Refused) as refused:
        task_for(cast, opened(cast), person=cast.stranger)
    assert {ground.code for ground in refused.value.ruling.failed} == {"owner_in_network"}
    assert not Task.objects.exists()


def test_a_hidden_body_keeps_its_minutes_and_tasks_to_itself(cast, client):
    group = body(cast.razem, BodyKind.CLOSED, "Zespół cichy", hidden=True)
    seat(group, cast.ada, cast.dach, Role.LEAD)
    meeting = met(cast.razem, ago=30, body=group, kind=MeetingKind.BODY, audience=MeetingAudience.BODY)
    by = cast.by(cast.ada)
    minutes = actions.open_minutes(by=by, at=NOW - timedelta(days=20), meeting=meeting)
    actions.write_section(
        by=by, at=NOW - timedelta(days=20), section=part(minutes, "other"), revision=0, text="Cicha sprawa."
    )
    task = actions.give_task(
        by=by, at=NOW, minutes=minutes, title="Cicho", to=actions.tasks.Given(organisation=cast.dach)
    )
    actions.send_out(by=by, at=NOW - timedelta(days=20), minutes=minutes)
    actions.approve(by=by, at=NOW, minutes=minutes, basis=ApprovalBasis.OWN_RULE, where="prowadząca")
    for somebody in (cast.bea, cast.igor, cast.halina):
        client.force_login(somebody)
        assert client.get(page(minutes)).status_code == 404
        assert client.get(f"/n/razem/tasks/{task.pk}/").status_code == 404
        assert "cich" not in client.get("/n/razem/tasks/?state=all").content.decode().lower()
        assert "spotkanie członków" not in client.get("/n/razem/minutes/").content.decode().lower()
    causes = Message.objects.exclude(email=cast.ada.email).values_list("cause", flat=True)
    assert not [cause for cause in causes if str(minutes.pk) in cause or str(task.pk) in cause]
