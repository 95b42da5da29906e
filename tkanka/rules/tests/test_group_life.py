"""The life of a group: terms of reference, support, results, technical groups."""

from datetime import date
from decimal import Decimal

import pytest

from tkanka.rules import groups
from tkanka.rules.groups import SupportKind

from .cast import COORDINATOR, MOST, RAZEM, SECRETARIAT, SIEC, SOMEBODY, WARMIA, codes, ground, of

FIVE = ["Dane", "Badania", "Rzecznictwo", "Standardy", "Komunikacja"]
PURPOSE = ["technical_reflection"]


@pytest.mark.norm("R-09-21")
@pytest.mark.parametrize(
    ("first", "due"),
    [
        (date(2026, 11, 4), date(2026, 12, 4)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2026, 11, 24), date(2026, 12, 24)),
        (None, None),
    ],
)
def test_terms_are_due_a_month_after_the_first_meeting(first, due):
    assert groups.terms_due(RAZEM, first) == due


@pytest.mark.norm("R-09-21")
@pytest.mark.parametrize(
    ("today", "last", "handed_in", "due"),
    [
        (date(2026, 11, 17), None, False, None),
        (date(2026, 11, 18), None, False, date(2026, 11, 18)),
        (date(2026, 11, 20), date(2026, 11, 18), False, None),
        (date(2026, 11, 29), date(2026, 11, 18), False, date(2026, 11, 29)),
        (date(2026, 12, 10), None, False, date(2026, 12, 4)),
        (date(2026, 12, 10), date(2026, 12, 4), False, None),
        (date(2026, 12, 10), None, True, None),
    ],
)
def test_reminders_come_after_14_25_and_30_days_and_stop(today, last, handed_in, due):
    first = date(2026, 11, 4)
    found = groups.terms_reminder_due(RAZEM, first, today=today, last_sent=last, handed_in=handed_in)
    assert found == due


@pytest.mark.norm("R-09-27")
@pytest.mark.parametrize(
    ("languages", "interpreted", "said"),
    [
        ({"pl", "en"}, True, set()),
        ({"pl", "en", "uk"}, True, set()),
        ({"pl"}, True, {"encouraged_languages"}),
        ({"pl"}, False, {"encouraged_languages", "encouraged_interpretation"}),
    ],
)
def test_polish_and_english_with_interpretation_are_encouraged(languages, interpreted, said):
    assert codes(groups.languages_encouraged(RAZEM, languages=languages, interpreted=interpreted)) == said


def test_a_silent_charter_encourages_nothing():
    assert groups.languages_encouraged(SIEC, languages={"uk"}, interpreted=False)


@pytest.mark.norm("R-09-08")
def test_a_short_update_is_asked_for_every_three_months():
    assert groups.update_due(RAZEM, date(2026, 11, 30)) == date(2027, 2, 28)


@pytest.mark.parametrize(("today", "rests"), [(date(2027, 5, 2), False), (date(2027, 5, 3), True)])
def test_rest_may_be_proposed_after_half_a_year_of_silence(today, rests):
    assert groups.seems_dormant(RAZEM, last_sign=date(2026, 11, 3), today=today) is rests


@pytest.mark.norm("R-09-24")
@pytest.mark.parametrize(("ends", "asks"), [(None, False), (date(2026, 11, 21), False), (date(2026, 11, 20), True)])
def test_the_end_of_the_time_frame_asks_whether_to_go_on(ends, asks):
    assert groups.asks_go_on(ends, today=date(2026, 11, 20)) is asks


@pytest.mark.norm("R-06-14", "R-05-27", "R-07-12")
@pytest.mark.parametrize(
    ("kind", "strategic", "goes", "cite"),
    [
        ("technical_group", False, True, "§5"),
        ("working_group", True, True, "§6"),
        ("working_group", False, False, "§6"),
    ],
)
def test_which_results_go_to_the_advisory_group(kind, strategic, goes, cite):
    ruling = groups.goes_to_advisory(RAZEM, kind=kind, strategic=strategic)
    assert bool(ruling) is goes and ruling.cites == (cite,)


@pytest.mark.norm("R-06-15")
def test_the_review_is_noted_by_seats_and_the_coordinator():
    assert groups.may_note_review(RAZEM, of(MOST), advises=True)
    assert groups.may_note_review(RAZEM, COORDINATOR, advises=False)
    assert not groups.may_note_review(RAZEM, SECRETARIAT, advises=False)


def test_a_closed_group_is_read_only():
    assert codes(groups.may_amend(RAZEM, SECRETARIAT, leads=True, closed=True)) == {"group_not_closed"}


@pytest.mark.norm("R-09-11", "R-09-12", "R-05-10")
@pytest.mark.parametrize(
    ("outcome", "explained", "strategic", "granted", "left", "missing"),
    [
        ("granted", False, False, "500", "500", set()),
        ("granted", False, False, "501", "500", {"within_the_pot"}),
        ("granted", False, False, "0", None, set()),
        ("partly", False, False, "100", "500", {"support_reason"}),
        ("refused", False, True, "0", "0", {"support_reason"}),
        ("refused", True, True, "0", "0", set()),
    ],
)
def test_answering_a_request(outcome, explained, strategic, granted, left, missing):
    ruling = groups.may_answer_support(
        RAZEM, SECRETARIAT, outcome=outcome, explained=explained, strategic=strategic, granted=Decimal(granted),
        left=Decimal(left) if left else None,
    )  # fmt: skip
    assert codes(ruling) == missing


@pytest.mark.norm("R-05-10")
def test_refusing_a_strategic_group_rests_on_the_duty_to_support_it():
    ruling = groups.may_answer_support(RAZEM, SECRETARIAT, outcome="refused", explained=False, strategic=True)
    assert ground(ruling, "support_reason").cite == "§5"
    assert groups.owed_first(RAZEM, strategic=True) and not groups.owed_first(RAZEM, strategic=False)


@pytest.mark.norm("R-05-09", "R-08-07", "R-09-22")
def test_leads_ask_for_what_the_charter_names_and_for_help_with_terms():
    assert set(groups.support_kinds(RAZEM)) == set(SupportKind)
    assert groups.may_ask_support(RAZEM, of(MOST), leads=True, closed=False, kind="help_with_terms")
    assert codes(groups.may_ask_support(RAZEM, SECRETARIAT, leads=False, closed=False, kind="translation")) == {
        "leads_ask_support"
    }
    assert codes(groups.may_ask_support(RAZEM, of(MOST), leads=True, closed=True, kind="money")) == {
        "group_not_closed", "support_kind_known",
    }  # fmt: skip
    assert groups.may_keep_pots(RAZEM, SECRETARIAT) and not groups.may_keep_pots(RAZEM, of(MOST))


@pytest.mark.norm("R-07-13")
@pytest.mark.parametrize(("running", "may"), [([], True), (FIVE[:4], True), (FIVE, False)])
def test_the_sixth_technical_group_is_refused_with_the_paragraph_and_the_five(running, may):
    ruling = groups.may_intend(RAZEM, COORDINATOR, purposes=PURPOSE, needed=True, running=running)
    assert bool(ruling) is may
    cap = ground(ruling, "technical_groups_at_most")
    assert cap.cite == "§7" and cap.facts == {"most": 5, "running": ", ".join(running)}


@pytest.mark.norm("R-07-01", "R-05-26", "R-07-02", "R-07-03", "R-07-04", "R-07-05")
@pytest.mark.parametrize(
    ("by", "purposes", "needed", "missing"),
    [
        (COORDINATOR, ["quality_of_secretariat"], True, set()),
        (COORDINATOR, ["technical_reflection", "outside_influence", "member_needs"], True, set()),
        (SECRETARIAT, PURPOSE, True, {"coordinator_convenes"}),
        (SOMEBODY, PURPOSE, True, {"coordinator_convenes"}),
        (COORDINATOR, [], True, {"purpose_of_the_list"}),
        (COORDINATOR, ["prestige"], True, {"purpose_of_the_list"}),
        (COORDINATOR, PURPOSE, False, {"need_stated"}),
    ],
)
def test_convening_is_the_coordinators_with_purposes_and_need(by, purposes, needed, missing):
    assert codes(groups.may_intend(RAZEM, by, purposes=purposes, needed=needed, running=[])) == missing


def test_a_charter_without_technical_groups_knows_none():
    ruling = groups.may_intend(WARMIA, COORDINATOR, purposes=PURPOSE, needed=True, running=[])
    assert codes(ruling) == {"technical_groups_known"}


@pytest.mark.norm("R-07-11")
@pytest.mark.parametrize(
    ("asked", "answers", "today", "may"),
    [
        (None, 0, date(2026, 11, 20), False),
        (date(2026, 11, 9), 0, date(2026, 11, 17), False),  # five working days, 11 November not counted
        (date(2026, 11, 9), 0, date(2026, 11, 18), True),
        (date(2026, 11, 9), 1, date(2026, 11, 9), True),
        (date(2026, 12, 22), 0, date(2026, 12, 31), False),
        (date(2026, 12, 22), 0, date(2027, 1, 1), True),
        (date(2026, 6, 2), 0, date(2026, 6, 10), False),  # Corpus Christi on the way
        (date(2026, 6, 2), 0, date(2026, 6, 11), True),
    ],
)
def test_the_advisory_group_is_consulted_by_answer_or_by_silence(asked, answers, today, may):
    ruling = groups.may_convene(
        RAZEM, COORDINATOR, purposes=PURPOSE, needed=True, others=[], asked=asked, answers=answers, today=today
    )
    assert codes(ruling) == (set() if may else {"advisory_group_consulted"})
