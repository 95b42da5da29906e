"""From a skeleton to approved minutes and their corrections."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from tests.cast import DAY, NOW, full_cast
from tkanka.governance.bodies.models import Body
from tkanka.governance.meetings.actions import note_presence
from tkanka.governance.meetings.tests.makers import body, seat
from tkanka.governance.minutes import actions, queries
from tkanka.governance.minutes.models import Minutes, Section, Version, Writing
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.ground.search.models import Entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.meetings import MeetingAudience, MeetingKind
from tkanka.rules.minutes import ApprovalBasis, DecisionKind, MinutesState
from tkanka.rules.ruling import Refused

from .makers import met, on_agenda, opened, part, sent_out, task_for, was_there, written

pytestmark = pytest.mark.django_db


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(cause):
    return set(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


def test_the_skeleton_comes_from_agenda_and_attendance(cast):
    meeting = met(cast.razem)
    for number, title in enumerate(["Plan roku", "Wolne głosy"]):
        on_agenda(meeting, title, order=number, owner="Igor")
    was_there(meeting, cast.ada, cast.dach)
    minutes = actions.open_minutes(by=cast.by(cast.igor), at=NOW, meeting=meeting)
    sections = queries.sections_of(minutes)
    kinds = [section.kind for section in sections]
    assert len({section.title for section in sections}) == len(sections)
    assert kinds == ["opening", "attendance", "item", "item", "tasks", "other"]
    assert "1 organizacja członkowska" in part(minutes, "attendance").text
    assert "Fundacja Jeden Dach" in part(minutes, "attendance").text
    assert "Ada" not in part(minutes, "attendance").text
    with pytest.raises(Refused) as refused:
        actions.open_minutes(by=cast.by(cast.igor), at=NOW, meeting=meeting)
    assert codes(refused) == {"no_minutes_yet"}


def test_who_is_added_to_the_list_stands_in_the_minutes_until_they_are_approved(cast):
    minutes = sent_out(cast)
    by = {"by": cast.by(cast.igor), "meeting": minutes.meeting}
    note_presence(**by, at=NOW, person=cast.bea, organisation=cast.mosty)
    assert cast.mosty.name not in part(minutes, "attendance").text
    actions.approve(by=by["by"], at=NOW, minutes=minutes, basis=ApprovalBasis.OWN_RULE, where="Zarząd")
    assert "2 organizacje członkowskie" in part(minutes, "attendance").text
    assert cast.mosty.name in Version.objects.latest("number").parts[1]["text"]
    with pytest.raises(Refused) as refused:
        note_presence(**by, at=NOW, person=cast.halina)
    assert codes(refused) == {"list_not_settled"}


def test_what_somebody_wrote_on_attendance_is_not_written_over(cast):
    minutes = opened(cast)
    written(cast, minutes)
    section = part(minutes, "attendance")
    actions.write_section(by=cast.by(cast.igor), at=NOW, section=section, revision=0, text="Kworum: 1.")
    actions.send_out(by=cast.by(cast.igor), at=NOW, minutes=minutes)
    assert part(minutes, "attendance").text == "Kworum: 1."


def test_two_who_write_in_other_lines_both_keep_their_words(cast):
    section = written(cast, opened(cast), "jeden\ndwa\ntrzy")
    first = section.revision
    by = cast.by(cast.igor)
    actions.write_section(by=by, at=NOW, section=section, revision=first, text="jeden!\ndwa\ntrzy")
    both = actions.write_section(by=by, at=NOW, section=section, revision=first, text="jeden\ndwa\ntrzy!")
    assert both.text == "jeden!\ndwa\ntrzy!"


def test_two_who_write_the_same_line_are_told_and_nothing_is_lost(cast):
    section = written(cast, opened(cast), "jeden\ndwa")
    first, by = section.revision, cast.by(cast.igor)
    actions.write_section(by=by, at=NOW, section=section, revision=first, text="moje\ndwa")
    with pytest.raises(actions.Clash) as clash:
        actions.write_section(by=by, at=NOW, section=section, revision=first, text="Twoje\ndwa")
    assert (clash.value.theirs, clash.value.revision) == ("moje\ndwa", first + 1)
    section.refresh_from_db()
    assert section.text == "moje\ndwa"


@pytest.fixture
def one_section(transactional_db):
    """Everybody, and a section of three lines."""
    cast = full_cast()
    return cast, written(cast, opened(cast), "jeden\ndwa\ntrzy")


@pytest.mark.parametrize("theirs", ["jeden\ndwa\nich", "ich\ndwa\ntrzy"])
def test_two_who_save_at_the_same_moment_lose_nothing(one_section, own_connection, theirs):
    cast, section = one_section
    first, together = section.revision, Barrier(2)

    def save(who, text):
        with own_connection():
            own = Section.objects.get(pk=section.pk)
            together.wait(30)
            try:
                return actions.write_section(by=cast.by(who), at=NOW, section=own, revision=first, text=text).text
            except actions.Clash as clash:
                return clash.theirs

    with ThreadPoolExecutor(2) as pool:
        mine = "mój\ndwa\ntrzy"
        saved = [pool.submit(save, *pair) for pair in ((cast.igor, mine), (cast.halina, theirs))]
        said = {one.result() for one in saved}
    if theirs.startswith("jeden"):
        assert "mój\ndwa\nich" in said  # other lines: whoever came second wrote both down
    else:
        assert said in ({mine}, {theirs})  # the same line: whoever came second was shown what the first wrote


def test_saving_while_writing_is_recorded_once_in_ten_minutes_for_each_writer(cast):
    minutes = opened(cast)
    section = part(minutes)

    def write(who, text, after):
        at = NOW + timedelta(minutes=after)
        section.refresh_from_db()
        actions.write_section(by=cast.by(who), at=at, section=section, revision=section.revision, text=text)
        return Record.objects.filter(verb="minutes.written").count()

    assert [write(cast.igor, "a", 0), write(cast.igor, "ab", 1), write(cast.igor, "abc", 9)] == [1, 1, 1]
    assert write(cast.halina, "abcd", 9) == 2
    assert write(cast.igor, "abcde", 11) == 3
    assert section.writings.count() == 6
    with pytest.raises(Refused):
        write(cast.ada, "x", 11)
    other = part(minutes, "other")
    actions.write_section(
        by=cast.by(cast.igor), at=NOW + timedelta(minutes=12), section=other, revision=0, text="Inna część."
    )
    assert Record.objects.filter(verb="minutes.written").count() == 4


def test_whoever_may_no_longer_write_is_refused_in_the_same_ten_minutes(cast):
    minutes = opened(cast)
    actions.name_note_taker(by=cast.by(cast.igor), at=NOW, minutes=minutes, person=cast.ada)
    by, section = cast.by(cast.ada), part(minutes)
    section = actions.write_section(by=by, at=NOW, section=section, revision=0, text="Notuję.")
    actions.name_note_taker(by=cast.by(cast.igor), at=NOW, minutes=minutes, person=None)
    with pytest.raises(Refused):
        actions.write_section(by=by, at=NOW, section=section, revision=section.revision, text="Dalej.")
    assert part(minutes).text == "Notuję."


@pytest.mark.norm("K-10-02")
def test_the_note_taker_was_there_and_may_write(cast):
    minutes = opened(cast)
    with pytest.raises(Refused) as refused:
        actions.name_note_taker(by=cast.by(cast.igor), at=NOW, minutes=minutes, person=cast.bea)
    assert codes(refused) == {"note_taker_was_there"}
    with pytest.raises(Refused):
        actions.write_section(by=cast.by(cast.ada), at=NOW, section=part(minutes), revision=0, text="x")
    actions.name_note_taker(by=cast.by(cast.igor), at=NOW, minutes=minutes, person=cast.ada)
    actions.write_section(by=cast.by(cast.ada), at=NOW, section=part(minutes), revision=0, text="Notuję.")
    assert part(minutes).text == "Notuję."


def test_empty_minutes_are_not_sent_out(cast):
    with pytest.raises(Refused) as refused:
        actions.send_out(by=cast.by(cast.igor), at=NOW, minutes=opened(cast))
    assert codes(refused) == {"minutes_written"}


@pytest.mark.norm("B-b5-01")
def test_remarks_carry_the_organisation_and_are_answered_before_approval(cast):
    minutes = sent_out(cast, at=NOW - timedelta(days=16))
    assert minutes.remarks_until == DAY - timedelta(days=2)
    assert cast.ada.email in told("minutes.remarks_open")
    then = NOW - timedelta(days=10)
    said = actions.remark(
        by=cast.by(cast.ada), at=then, section=part(minutes), text="Brak dat.", organisation=cast.dach
    )
    assert cast.igor.email in told("minutes.remark:")
    by_rule = {"basis": ApprovalBasis.OWN_RULE, "where": "prowadząca"}
    with pytest.raises(Refused) as refused:
        actions.approve(by=cast.by(cast.igor), at=NOW, minutes=minutes, **by_rule)
    assert codes(refused) == {"remarks_answered"}
    actions.answer_remark(by=cast.by(cast.igor), at=NOW, remark=said, text="Dodane.", taken=True)
    assert told("minutes.remark_answered") == {cast.ada.email}
    with pytest.raises(Refused) as refused:
        actions.answer_remark(by=cast.by(cast.igor), at=NOW, remark=said, text="Jednak nie.", taken=False)
    assert codes(refused) == {"not_answered_yet"}
    actions.approve(by=cast.by(cast.igor), at=NOW, minutes=minutes, **by_rule)
    assert Minutes.objects.get().state == MinutesState.APPROVED


def test_a_later_meeting_approves_and_working_texts_are_gone(cast):
    minutes = sent_out(cast)
    by, said = cast.by(cast.igor), {"minutes": minutes, "basis": ApprovalBasis.MEETING}
    earlier = met(cast.razem, ago=60, title="Dawne")
    for wrong in (None, earlier):
        with pytest.raises(Refused) as refused:
            actions.approve(by=by, at=NOW, later=wrong, **said)
        assert codes(refused) == {"later_meeting"}
    later = met(cast.razem, ago=1, title="Następne")
    approved = actions.approve(by=by, at=NOW, later=later, **said)
    assert approved.approved_at_meeting == later and approved.version == 2
    assert not Writing.objects.exists()
    assert cast.ada.email in told("minutes.approved")
    assert Entry.objects.filter(kind="minutes", key=minutes.pk).exists()
    with pytest.raises(Refused) as refused:
        written(cast, approved, "Po fakcie.")
    assert codes(refused) == {"minutes_open"}


def test_a_correction_is_a_new_version_and_the_old_one_stays(cast):
    minutes = sent_out(cast)
    by = cast.by(cast.igor)
    actions.approve(by=by, at=NOW, minutes=minutes, basis=ApprovalBasis.OWN_RULE, where="prowadząca")
    actions.correct(by=by, at=NOW, section=part(minutes), text="Omówiono plan na rok 2027.", reason="Brak roku")
    versions = {version.number: version for version in Version.objects.all()}
    assert "2027" in str(versions[3].parts) and "2027" not in str(versions[2].parts)
    assert versions[3].reason == "Brak roku"


def test_a_version_holds_decisions_with_figures_and_tasks(cast):
    minutes = opened(cast)
    item = part(minutes).item
    actions.note_decision(
        by=cast.by(cast.igor), at=NOW, minutes=minutes, kind=DecisionKind.DECISION, text="Plan przyjęty.", item=item,
        votes=(24, 11, 6),
    )  # fmt: skip
    task_for(cast, minutes, organisation=cast.dach, due=DAY)
    written(cast, minutes)
    actions.send_out(by=cast.by(cast.igor), at=NOW, minutes=minutes)
    parts = {part["title"]: part["text"] for part in Version.objects.get().parts}
    assert "Za 24, przeciw 11, wstrzymało się 6." in parts["Plan roku"]
    assert "Zebrać uwagi (Fundacja Jeden Dach), do 20\xa0listopada 2026" in parts["Zadania"]


def read(cast, somebody):
    return queries.readable(cast.razem, cast.by(somebody), DAY, rulebook_of(cast.razem, DAY))


@pytest.mark.norm("R-06-12")
def test_members_read_what_the_advisory_group_approved_and_not_its_drafts(cast):
    group = body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza")
    seat(group, cast.bea, cast.mosty)
    closed = {"body": group, "kind": MeetingKind.BODY, "audience": MeetingAudience.BODY}
    meeting = met(cast.razem, ago=30, **closed)
    on_agenda(meeting, "Kwartał")
    by = cast.by(cast.bea)
    minutes = actions.open_minutes(by=by, at=NOW, meeting=meeting)
    actions.write_section(by=by, at=NOW, section=part(minutes), revision=0, text="Omówiono.")
    assert read(cast, cast.bea) and not read(cast, cast.ada)
    then = NOW - timedelta(days=20)
    actions.send_out(by=by, at=then, minutes=minutes)
    assert not read(cast, cast.ada)
    actions.approve(by=by, at=NOW, minutes=minutes, basis=ApprovalBasis.OWN_RULE, where="skład grupy")
    assert read(cast, cast.ada) and not read(cast, cast.stranger)


def test_of_a_hidden_body_nobody_outside_learns_anything(cast, client, time_machine_at_now):
    group = body(cast.razem, BodyKind.CLOSED, "Zespół cichy", hidden=True)
    seat(group, cast.ada, cast.dach, Role.LEAD)
    meeting = met(cast.razem, body=group, kind=MeetingKind.BODY, audience=MeetingAudience.BODY)
    minutes = actions.open_minutes(by=cast.by(cast.ada), at=NOW, meeting=meeting)
    assert read(cast, cast.ada)
    for somebody in (cast.bea, cast.igor, cast.halina):
        assert not read(cast, somebody)
    assert Body.objects.filter(hidden=True).exists() and minutes.pk
