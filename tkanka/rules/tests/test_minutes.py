"""Minutes and tasks: merging what two write, who may do what, and when."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tkanka.rules import books
from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import Gathering, MeetingAudience, MeetingKind, MeetingState
from tkanka.rules.minutes import (
    ApprovalBasis,
    MinutesState,
    Owner,
    TaskState,
    Work,
    comment_until,
    is_overdue,
    may_approve,
    may_correct,
    may_give_task,
    may_keep_minutes,
    may_open_minutes,
    may_read,
    may_remark,
    may_reopen_task,
    may_settle_task,
    merged,
    reminder_due,
)
from tkanka.rules.rulebook import read_rulebook
from tkanka.rules.standing import Capacity, Mandate, Office, Standing

RAZEM, WARMIA = (read_rulebook(books.rulebook_text(name)) for name in ("razem_2023", "warmia_mazury"))
DAY = date(2026, 11, 20)
PARTY = uuid4()
MEMBER = Standing(person=uuid4(), mandates=frozenset({Mandate(PARTY, Capacity.MAIN)}), members=frozenset({PARTY}))
SECRETARY = Standing(person=uuid4(), offices=frozenset({Office.SECRETARIAT}))
STRANGER = Standing(person=uuid4())
VISITOR = Standing()
OPEN = Gathering(MeetingKind.MEMBERS_ONLINE, MeetingAudience.MEMBERS)
ADVISORY = Gathering(MeetingKind.BODY, MeetingAudience.BODY, BodyKind.ADVISORY)
HIDDEN = Gathering(MeetingKind.BODY, MeetingAudience.BODY, BodyKind.CLOSED, hidden=True)
DRAFT, COMMENT, APPROVED = (Work(state) for state in MinutesState)
ASKED = replace(COMMENT, until=DAY)

lines = st.lists(st.text("abc", max_size=2), max_size=7).map("\n".join)


def codes(ruling):
    return {ground.code for ground in ruling.failed}


@given(lines, lines)
def test_who_writes_alone_is_taken_as_they_wrote(base, mine):
    assert merged(base, mine, base).text == mine
    assert merged(base, base, mine).text == mine
    assert merged(base, mine, mine).text == mine


@given(lines, lines, lines)
def test_both_orders_give_the_same_and_no_new_line_of_anybody_is_lost(base, mine, theirs):
    found, other_way = merged(base, mine, theirs).text, merged(base, theirs, mine).text
    assert found == other_way
    if found is not None:
        kept, before = set(found.split("\n")), set(base.split("\n"))
        assert (set(mine.split("\n")) | set(theirs.split("\n"))) - before <= kept


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=3, max_size=8, unique=True), st.data())
def test_lines_that_do_not_touch_are_both_changed(base, data):
    first = data.draw(st.integers(0, len(base) - 3))
    second = data.draw(st.integers(first + 2, len(base) - 1))
    mine = [*base[:first], "MINE", *base[first + 1 :]]
    theirs = [*base[:second], "THEIRS", *base[second + 1 :]]
    both = [*mine[:second], "THEIRS", *mine[second + 1 :]]
    assert merged("\n".join(base), "\n".join(mine), "\n".join(theirs)).text == "\n".join(both)


@pytest.mark.parametrize(
    ("mine", "theirs"), [("A1\nb\nc", "A2\nb\nc"), ("a\nb\nc\nd", "a\nb\nc\ne"), ("A\nb\nc", "a\nB\nc")]
)
def test_lines_that_touch_are_left_to_whoever_wrote_second(mine, theirs):
    assert merged("a\nb\nc", mine, theirs).text is None


def test_minutes_begin_with_the_meeting_and_belong_to_whoever_prepares_it():
    called = {"state": MeetingState.CALLED}
    assert may_open_minutes(RAZEM, SECRETARY, OPEN, begun=True, **called)
    assert codes(may_open_minutes(RAZEM, SECRETARY, OPEN, begun=False, **called)) == {"meeting_begun"}
    assert not may_open_minutes(RAZEM, MEMBER, OPEN, begun=True, **called)


@pytest.mark.norm("K-10-02")
def test_the_named_note_taker_keeps_the_minutes_and_nobody_else_of_the_members():
    assert may_keep_minutes(RAZEM, MEMBER, OPEN, replace(DRAFT, notes=True))
    assert codes(may_keep_minutes(RAZEM, MEMBER, OPEN, DRAFT)) == {"note_taker"}
    assert not may_keep_minutes(RAZEM, STRANGER, OPEN, replace(DRAFT, notes=True))


def test_what_a_closed_body_left_is_read_by_those_who_kept_it_and_changed_by_nobody():
    closed = replace(OPEN, closed=True)
    for by, work in ((SECRETARY, DRAFT), (MEMBER, replace(DRAFT, notes=True))):
        assert codes(may_keep_minutes(RAZEM, by, closed, work)) == {"body_not_closed"}
        assert may_read(RAZEM, by, closed, work)
    told = {"organisation": next(iter(MEMBER.members)), "today": DAY}
    asked = replace(COMMENT, until=DAY)
    assert may_remark(RAZEM, MEMBER, OPEN, asked, **told)
    assert codes(may_remark(RAZEM, MEMBER, closed, asked, **told)) == {"body_not_closed"}


@pytest.mark.norm("R-06-12")
@pytest.mark.parametrize(
    ("by", "of", "work", "read"),
    [
        (MEMBER, OPEN, DRAFT, False),
        (SECRETARY, OPEN, DRAFT, True),
        (MEMBER, OPEN, COMMENT, True),
        (STRANGER, OPEN, COMMENT, False),
        (MEMBER, ADVISORY, COMMENT, False),
        (MEMBER, ADVISORY, APPROVED, True),
        (STRANGER, ADVISORY, APPROVED, False),
        (VISITOR, OPEN, APPROVED, False),
        (SECRETARY, HIDDEN, APPROVED, False),
        (MEMBER, HIDDEN, APPROVED, False),
        (MEMBER, replace(HIDDEN, sits=True), APPROVED, True),
    ],
)
def test_who_reads_when(by, of, work, read):
    assert bool(may_read(RAZEM, by, of, work)) is read


@pytest.mark.norm("W-ZA-05")
def test_where_cooperation_is_transparent_approved_minutes_are_public_and_hidden_ones_are_not():
    found = may_read(WARMIA, VISITOR, OPEN, APPROVED)
    assert found and found.cites == ("Zasady",)
    assert not may_read(WARMIA, VISITOR, OPEN, COMMENT)
    assert not may_read(WARMIA, VISITOR, HIDDEN, APPROVED)


@pytest.mark.norm("B-b5-01")
def test_remarks_are_taken_for_an_organisation_until_their_day():
    assert comment_until(RAZEM, DAY) == DAY + timedelta(days=14)
    said = {"organisation": PARTY, "today": DAY}
    assert may_remark(RAZEM, MEMBER, OPEN, ASKED, **said)
    late = may_remark(RAZEM, MEMBER, OPEN, ASKED, **said | {"today": DAY + timedelta(days=1)})
    assert codes(late) == {"remarks_taken"}
    assert codes(may_remark(RAZEM, MEMBER, OPEN, DRAFT, **said)) == {"remarks_taken"}
    other = may_remark(RAZEM, MEMBER, OPEN, ASKED, organisation=uuid4(), today=DAY)
    assert codes(other) == {"acts_for_organisation"}


def test_approval_waits_for_the_last_day_and_for_every_answer():
    after = DAY + timedelta(days=1)
    said = {"basis": ApprovalBasis.MEETING, "later": True, "where": "", "today": after}
    assert may_approve(RAZEM, SECRETARY, OPEN, ASKED, **said)
    early = may_approve(RAZEM, SECRETARY, OPEN, ASKED, **said | {"today": DAY})
    assert codes(early) == {"remarks_over"}
    assert codes(may_approve(RAZEM, SECRETARY, OPEN, replace(ASKED, unanswered=1), **said)) == {"remarks_answered"}
    assert codes(may_approve(RAZEM, SECRETARY, OPEN, ASKED, **said | {"later": False})) == {"later_meeting"}
    own = said | {"basis": ApprovalBasis.OWN_RULE, "later": False}
    assert codes(may_approve(RAZEM, SECRETARY, OPEN, ASKED, **own)) == {"own_rule_told"}
    assert may_approve(RAZEM, SECRETARY, OPEN, ASKED, **own | {"where": "prowadząca, po 7 dniach"})


def test_only_approved_minutes_are_corrected_and_with_a_reason():
    assert may_correct(RAZEM, SECRETARY, OPEN, APPROVED, reason="literówka w nazwie")
    assert codes(may_correct(RAZEM, SECRETARY, OPEN, APPROVED, reason=" ")) == {"reason_given"}
    assert codes(may_correct(RAZEM, SECRETARY, OPEN, ASKED, reason="x")) == {"minutes_approved"}


@pytest.mark.norm("R-06-18")
def test_tasks_are_given_to_somebody_of_the_network():
    assert may_give_task(RAZEM, SECRETARY, OPEN, DRAFT, known=True)
    refused = may_give_task(RAZEM, SECRETARY, OPEN, DRAFT, known=False)
    assert codes(refused) == {"owner_in_network"}
    assert not may_give_task(RAZEM, MEMBER, OPEN, DRAFT, known=True)


def test_a_task_is_done_by_its_owner_and_dropped_with_a_reason():
    def settled(owner, state, note=""):
        return codes(may_settle_task(RAZEM, MEMBER, OPEN, DRAFT, owner=owner, state=state, note=note))

    assert settled(Owner(owns=True), TaskState.DONE) == set()
    assert settled(Owner(stands_in=True), TaskState.DONE) == set()
    assert settled(Owner(), TaskState.DONE) == {"task_owner"}
    assert settled(Owner(owns=True), TaskState.DROPPED) == {"reason_given"}
    again = may_reopen_task(RAZEM, MEMBER, OPEN, DRAFT, owner=Owner(stands_in=True), note="jeszcze nie")
    assert codes(again) == {"task_owner"}


def test_a_task_is_late_the_day_after_and_near_three_days_before():
    def facts(**told):
        return {"state": TaskState.OPEN, "due": DAY, "today": DAY} | told

    assert not is_overdue(**facts())
    assert is_overdue(**facts(today=DAY + timedelta(days=1)))
    assert not is_overdue(**facts(today=DAY + timedelta(days=9), state=TaskState.DONE))
    assert not is_overdue(**facts(due=None))
    assert reminder_due(**facts(today=DAY - timedelta(days=3)))
    assert not reminder_due(**facts(today=DAY - timedelta(days=4)))
