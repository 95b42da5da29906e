"""Consultations: opening, remarking, answering, closing; what a change of the charter needs behind it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tkanka.rules import consultations as rules
from tkanka.rules.bodies import BodyKind
from tkanka.rules.consultations import CONSULTATION, Asking, ConsultationState, DocumentKind, Gates, Party
from tkanka.rules.ruling import Refused

from .cast import (
    COORDINATOR,
    FORUM,
    MOST,
    RAZEM,
    SECRETARIAT,
    SIEC,
    SOMEBODY,
    STRANGER,
    TRATWA,
    WARMIA,
    codes,
    ground,
    of,
)

DAY = date(2026, 11, 20)
NOBODY, SITS, LEADS, GUEST = Party(), Party(sits=True), Party(sits=True, keeps_body=True), Party(guest=True)
STRATEGY = Asking(
    DocumentKind.STRATEGY, members=True, bodies=1, opens_on=DAY, closes_on=DAY + timedelta(days=6)
)  # fmt: skip
CHARTER = replace(STRATEGY, kind=DocumentKind.CHARTER, closes_on=DAY + timedelta(days=13))
OPEN = replace(STRATEGY, state=ConsultationState.OPEN, announced=True)
ANSWERING = replace(OPEN, state=ConsultationState.ANSWERING)
INSIDE = replace(OPEN, within=True, members=False, bodies=0)


def opening(book=RAZEM, by=SECRETARIAT, asked=STRATEGY, party=NOBODY, plan="Odpowiemy na każdą.", paragraphs=3,
            missing=0):  # fmt: skip
    return rules.may_open(
        book, by, asked=asked, party=party, plan=plan, paragraphs=paragraphs, missing=missing, today=DAY
    )


def test_steps_lead_from_a_draft_to_the_end_and_no_further():
    state = ConsultationState.DRAFT
    for step in ("open", "end_remarks", "close"):
        state = CONSULTATION.after(state, step)
    assert CONSULTATION.is_over(state)
    with pytest.raises(Refused):
        CONSULTATION.after(ConsultationState.DRAFT, "close")


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({}, set()),
        ({"by": COORDINATOR}, set()),
        ({"by": of(MOST)}, {"secretariat_prepares_consultation"}),
        ({"plan": "  "}, {"plan_published"}),
        ({"paragraphs": 0}, {"document_has_paragraphs"}),
        ({"asked": replace(STRATEGY, members=False, bodies=0)}, {"somebody_asked"}),
        ({"asked": replace(STRATEGY, members=False, bodies=0, guests=1)}, set()),
        ({"asked": replace(STRATEGY, opens_on=None)}, {"period_lies_ahead"}),
        ({"asked": replace(STRATEGY, opens_on=DAY - timedelta(days=1))}, {"period_lies_ahead"}),
        ({"asked": replace(STRATEGY, closes_on=DAY - timedelta(days=1))}, {"period_lies_ahead"}),
        ({"asked": replace(STRATEGY, closes_on=DAY)}, set()),
        ({"asked": replace(STRATEGY, closes_on=DAY + timedelta(days=366))}, {"period_not_endless"}),
        ({"asked": replace(STRATEGY, within=True), "by": of(MOST), "party": LEADS}, set()),
        ({"asked": replace(STRATEGY, within=True), "by": of(MOST), "party": SITS}, {"leads_consult_their_body"}),
        ({"asked": replace(STRATEGY, within=True)}, {"leads_consult_their_body"}),
    ],
)
def test_what_a_consultation_needs_to_open(change, lacks):
    assert codes(opening(**change)) == lacks


@pytest.mark.norm("R-11-04")
def test_the_plan_of_a_consultation_on_the_charter_rests_on_its_paragraph():
    ruling = opening(asked=CHARTER, plan="")
    assert codes(ruling) == {"plan_published"}
    assert ground(ruling, "plan_published").cite == "§11"
    assert ground(ruling, "secretariat_prepares_consultation").cite == "§11"


@pytest.mark.norm("R-11-02")
def test_a_change_of_the_charter_asks_every_open_body():
    assert rules.bodies_asked(RAZEM) == (BodyKind.ADVISORY, BodyKind.TECHNICAL, BodyKind.WORKING)
    assert opening(asked=CHARTER)
    ruling = opening(asked=CHARTER, missing=2)
    assert codes(ruling) == {"bodies_asked_on_charter"}
    assert ground(ruling, "bodies_asked_on_charter").cite == "§11"


@pytest.mark.norm("R-11-03")
def test_a_change_of_the_charter_asks_all_members_for_fourteen_days_at_least():
    ruling = opening(asked=replace(CHARTER, members=False))
    assert codes(ruling) == {"members_asked_on_charter"}
    assert ground(ruling, "members_asked_on_charter").cite == "§11"
    short = opening(asked=replace(CHARTER, closes_on=DAY + timedelta(days=12)))
    assert codes(short) == {"period_long_enough"}
    found = ground(short, "period_long_enough")
    assert found.facts == {"days": 14} and found.default and not found.cite


@pytest.mark.parametrize("book", [WARMIA, SIEC, FORUM])
def test_where_the_charter_is_silent_on_its_change_all_members_are_asked_and_no_body_must_be(book):
    assert rules.bodies_asked(book) == ()
    assert opening(book, asked=CHARTER)
    assert codes(opening(book, asked=replace(CHARTER, members=False))) == {"members_asked_on_charter"}


@pytest.mark.norm("W-16-01", "R-05-02")
def test_a_consultation_rests_on_what_the_charter_says_of_such_documents():
    assert rules.basis_of(WARMIA, DocumentKind.OUTSIDE).cite == "FP 16"
    assert rules.basis_of(RAZEM, DocumentKind.STRATEGY).cite == "§5"
    assert rules.basis_of(SIEC, DocumentKind.RESEARCH).cite == "¶2"
    assert rules.basis_of(RAZEM, DocumentKind.OTHER) is None


@pytest.mark.parametrize(
    ("by", "asked", "party", "organisation", "lacks"),
    [
        (of(MOST), OPEN, NOBODY, MOST, set()),
        (of(MOST), OPEN, NOBODY, TRATWA, {"speaks_for_the_remarker", "asked_in_this_consultation"}),
        (of(MOST), OPEN, NOBODY, None, {"speaks_for_the_remarker", "asked_in_this_consultation"}),
        (SOMEBODY, OPEN, SITS, None, set()),
        (of(MOST, member=False), OPEN, NOBODY, MOST, {"asked_in_this_consultation"}),
        (of(MOST, member=False), replace(OPEN, observers=True), NOBODY, MOST, set()),
        (of(MOST), replace(OPEN, members=False), NOBODY, MOST, {"asked_in_this_consultation"}),
        (of(MOST), replace(OPEN, members=False), SITS, MOST, set()),
        (of(MOST), INSIDE, NOBODY, MOST, {"asked_in_this_consultation"}),
        (of(MOST), INSIDE, SITS, MOST, set()),
        (STRANGER, OPEN, GUEST, None, set()),
        (STRANGER, ANSWERING, GUEST, None, {"remarks_are_open"}),
        (of(MOST), replace(OPEN, opens_on=DAY + timedelta(days=1)), NOBODY, MOST, {"remarks_are_open"}),
        (of(MOST), replace(OPEN, opens_on=DAY - timedelta(days=9), closes_on=DAY), NOBODY, MOST, set()),
        (of(MOST), replace(OPEN, closes_on=DAY - timedelta(days=1)), NOBODY, MOST, {"remarks_are_open"}),
        (of(MOST), ANSWERING, NOBODY, MOST, {"remarks_are_open"}),
        (of(MOST), STRATEGY, NOBODY, MOST, {"remarks_are_open"}),
    ],
)
def test_who_may_remark_for_whom_and_when(by, asked, party, organisation, lacks):
    assert codes(rules.may_remark(by, asked=asked, party=party, organisation=organisation, today=DAY)) == lacks


@pytest.mark.parametrize(
    ("by", "asked", "party", "sees"),
    [
        (STRANGER, OPEN, NOBODY, False),
        (STRANGER, replace(OPEN, public=True), NOBODY, True),
        (STRANGER, OPEN, GUEST, True),
        (of(MOST), OPEN, NOBODY, True),
        (of(MOST), STRATEGY, NOBODY, False),
        (of(MOST), replace(STRATEGY, announced=True), NOBODY, True),
        (SECRETARIAT, STRATEGY, NOBODY, True),
        (of(MOST, member=False), OPEN, NOBODY, False),
        (of(MOST, member=False), replace(OPEN, observers=True), NOBODY, True),
        (SECRETARIAT, INSIDE, NOBODY, False),
        (of(MOST), replace(INSIDE, public=True), NOBODY, False),
        (of(MOST), INSIDE, SITS, True),
    ],
)
def test_who_may_see_it(by, asked, party, sees):
    assert bool(rules.may_see(by, asked=asked, party=party)) is sees


@pytest.mark.parametrize(
    ("asked", "own", "answered", "lacks"),
    [
        (OPEN, True, False, set()),
        (OPEN, False, False, {"own_remark"}),
        (OPEN, True, True, {"remark_not_answered"}),
        (ANSWERING, True, False, {"remarks_are_open"}),
    ],
)
def test_own_remarks_may_be_changed_until_the_end(asked, own, answered, lacks):
    assert codes(rules.may_change_remark(asked=asked, own=own, answered=answered, today=DAY)) == lacks


@pytest.mark.parametrize(
    ("by", "asked", "who", "lacks"),
    [
        (SECRETARIAT, OPEN, True, set()),
        (SECRETARIAT, ANSWERING, True, set()),
        (SECRETARIAT, OPEN, False, {"remark_has_its_author"}),
        (SECRETARIAT, STRATEGY, True, {"consultation_under_way"}),
        (of(MOST), OPEN, True, {"secretariat_prepares_consultation"}),
    ],
)
def test_the_secretariat_enters_what_came_on_paper(by, asked, who, lacks):
    assert codes(rules.may_enter_for(RAZEM, by, asked=asked, party=NOBODY, who=who)) == lacks


@pytest.mark.parametrize(
    ("by", "asked", "more", "lacks"),
    [
        (SECRETARIAT, ANSWERING, {}, set()),
        (of(MOST), ANSWERING, {}, {"secretariat_prepares_consultation"}),
        (SECRETARIAT, OPEN, {}, {"remarks_are_answered_now"}),
        (SECRETARIAT, replace(ANSWERING, state=ConsultationState.CLOSED), {}, {"remarks_are_answered_now"}),
        (SECRETARIAT, ANSWERING, {"explained": False}, {"position_explained"}),
        (SECRETARIAT, ANSWERING, {"withdrawn": True}, {"remark_not_withdrawn"}),
        (SECRETARIAT, ANSWERING, {"seen": False}, {"nobody_answered_meanwhile"}),
    ],
)
def test_every_answer_has_its_reason_and_nobody_writes_over_another(by, asked, more, lacks):
    said = {"withdrawn": False, "explained": True, "seen": True} | more
    assert codes(rules.may_answer(RAZEM, by, asked=asked, party=NOBODY, **said)) == lacks


@pytest.mark.norm("R-11-04", "R-06-08", "B-02-06")
def test_it_is_closed_only_when_every_remark_is_answered():
    def closing(book, asked, unanswered):
        return rules.may_close(book, SECRETARIAT, asked=asked, party=NOBODY, unanswered=unanswered)

    assert closing(RAZEM, ANSWERING, 0)
    assert codes(closing(RAZEM, ANSWERING, 1)) == {"every_remark_answered"}
    research = closing(SIEC, replace(ANSWERING, kind=DocumentKind.RESEARCH), 2)
    assert ground(research, "every_remark_answered").cite == "¶2"
    charter = closing(RAZEM, replace(ANSWERING, kind=DocumentKind.CHARTER), 2)
    assert ground(charter, "every_remark_answered").default


def test_remarks_end_with_their_last_day_and_not_before():
    def ending(today):
        return rules.may_end(RAZEM, SECRETARIAT, asked=OPEN, party=NOBODY, today=today)

    assert codes(ending(OPEN.closes_on)) == {"period_is_over"}
    assert ending(OPEN.closes_on + timedelta(days=1))


def test_a_published_version_stays_and_the_next_waits_for_the_end_of_remarks():
    keeps = {"asked": STRATEGY, "party": NOBODY}
    assert rules.may_change_text(RAZEM, SECRETARIAT, published=False, **keeps)
    assert codes(rules.may_change_text(RAZEM, SECRETARIAT, published=True, **keeps)) == {"version_still_a_draft"}

    def publishing(**more):
        said = {"running": False, "paragraphs": 4, "explained": True} | more
        return codes(rules.may_publish_version(RAZEM, SECRETARIAT, **keeps, **said))

    assert publishing() == set()
    assert publishing(running=True) == {"no_remarks_coming_in"}
    assert publishing(paragraphs=0) == {"document_has_paragraphs"}
    assert publishing(explained=False) == {"changes_explained"}


def test_grouping_and_calling_off():
    said = {"asked": OPEN, "party": NOBODY}
    assert rules.may_group(RAZEM, SECRETARIAT, fits=True, **said)
    assert codes(rules.may_group(RAZEM, SECRETARIAT, fits=False, **said)) == {"remarks_fit_together"}
    assert codes(rules.may_call_off(RAZEM, SECRETARIAT, explained=False, **said)) == {"calling_off_explained"}


@pytest.mark.norm("R-11-02", "R-11-03")
@pytest.mark.parametrize(
    ("book", "gates", "lacks"),
    [
        (RAZEM, Gates(True, True, True), set()),
        (RAZEM, Gates(False, True, True), {"bodies_asked_on_charter"}),
        (RAZEM, Gates(True, False, True), {"members_asked_on_charter"}),
        (RAZEM, Gates(True, True, False), {"consultation_is_closed"}),
        (RAZEM, Gates(True, True, False, 3), {"consultation_is_closed", "every_remark_answered"}),
        (RAZEM, Gates(), {"bodies_asked_on_charter", "members_asked_on_charter", "consultation_is_closed"}),
        (WARMIA, Gates(False, True, True), set()),
    ],
)
def test_a_change_of_the_charter_needs_its_consultation(book, gates, lacks):
    assert codes(rules.passed_consultation(book, gates)) == lacks
