"""How the charter changes: its terms, its gates, its day."""

from datetime import date

import pytest

from tkanka.rules import amendments, books
from tkanka.rules.amendments import AMENDMENT, AmendmentState, NewTerm, amended, changed_terms, cites_nowhere
from tkanka.rules.consultations import Gates
from tkanka.rules.rulebook import BadRulebook, read_rulebook
from tkanka.rules.terms import Term
from tkanka.rules.texts import charter_texts

from .cast import MOST, RAZEM, SECRETARIAT, SOMEBODY, TRATWA, WARMIA, codes, ground, of

TEXT = books.rulebook_text("razem_2023")
ALL = Gates(bodies_invited=True, members_invited=True, closed=True, unanswered=0)
HELD = date(2027, 3, 4)


@pytest.mark.parametrize("name", books.NAMES)
def test_a_rulebook_written_anew_says_the_same(name):
    text = books.rulebook_text(name)
    assert read_rulebook(amended(text, [])) == read_rulebook(text)


def test_terms_are_set_anew_added_and_taken_out():
    new = read_rulebook(amended(TEXT, [
        NewTerm("working_groups.min_proposers", "3", "§9"), NewTerm("meetings.plenary.form", '"hybrid"', "§7"),
        NewTerm("decisions.separation.quorum", '">= 6"', "§6"), NewTerm("membership.fee", "", ""),
    ]))  # fmt: skip
    found = {one.path: (one.before, one.after) for one in changed_terms(RAZEM, new)}
    assert found["working_groups.min_proposers"] == (Term(2, "§9"), Term(3, "§9"))
    assert found["decisions.separation.quorum"] == (None, Term(">= 6", "§6"))
    assert set(found) <= {"working_groups.min_proposers", "meetings.plenary.form", "decisions.separation.quorum",
                          "membership.fee"}  # fmt: skip


@pytest.mark.parametrize(
    "new",
    [
        NewTerm("working_groups.nothing", "3", "§9"), NewTerm("working_groups.min_proposers", "three", "§9"),
        NewTerm("working_groups.min_proposers", '"three"', "§9"), NewTerm("working_groups.min_proposers", "3", " "),
        NewTerm("working_groups.min_proposers", "3\n[x]", "§9"), NewTerm("working_groups.min_proposers", "-3", "§9"),
        NewTerm("working_groups.min_proposers", "[" * 5_000, "§9"),
    ],
)  # fmt: skip
def test_what_is_no_term_is_refused(new):
    with pytest.raises(BadRulebook):
        amended(TEXT, [new])


def test_a_cite_without_its_paragraph_is_found():
    before = set(cites_nowhere(RAZEM, charter_texts("razem_2023")))
    draft = read_rulebook(amended(TEXT, [NewTerm("working_groups.min_proposers", "3", "§99")]))
    assert set(cites_nowhere(draft, charter_texts("razem_2023"))) - before == {"§99"}


@pytest.mark.parametrize(
    ("by", "advises", "organisation", "allowed"),
    [(SECRETARIAT, False, None, True), (SOMEBODY, True, None, True), (of(MOST), False, MOST, True),
     (of(MOST), False, TRATWA, False), (SOMEBODY, False, None, False)],
)  # fmt: skip
def test_who_starts_a_change(by, advises, organisation, allowed):
    ruling = amendments.may_start(RAZEM, by, advises=advises, organisation=organisation, charter=True)
    assert bool(ruling) is allowed and ground(ruling, "office_advisory_or_two_members").default
    lacking = amendments.may_start(RAZEM, by, advises=advises, organisation=organisation, charter=False)
    assert "there_is_a_charter" in codes(lacking)


@pytest.mark.parametrize(
    ("by", "organisation", "state", "missing"),
    [
        (of(TRATWA), TRATWA, "proposed", set()), (of(MOST), MOST, "proposed", {"another_member_seconds"}),
        (of(TRATWA), MOST, "proposed", {"another_member_seconds"}),
        (of(TRATWA), TRATWA, "open", {"amendment_waits_for_second"}),
    ],
)  # fmt: skip
def test_another_member_makes_it_two(by, organisation, state, missing):
    assert codes(amendments.may_second(by, state=state, mover=MOST, organisation=organisation)) == missing


@pytest.mark.norm("R-11-05")
@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, set()), ({"to_all": False}, {"all_members_invited"}), ({"held_on": None}, {"meeting_was_held"}),
        ({"consulted_on": date(2027, 3, 5)}, {"presented_after_consultation"}),
        ({"consulted_on": None}, {"presented_after_consultation"}), ({"state": "enacted"}, {"amendment_open"}),
    ],
)  # fmt: skip
def test_a_change_is_presented_to_all_members_after_its_consultation(more, missing):
    facts = {"state": "open", "to_all": True, "held_on": HELD, "consulted_on": date(2027, 3, 1)}
    ruling = amendments.may_present(RAZEM, SECRETARIAT, **facts | more)
    assert codes(ruling) == missing and ground(ruling, "all_members_invited").cite == "§11"
    assert not amendments.may_present(RAZEM, of(MOST), **facts)


ENACT = {
    "state": "open",
    "presented_on": HELD,
    "from_day": date(2027, 3, 5),
    "today": HELD,
    "differs": True,
    "astray": (),
}


@pytest.mark.norm("R-11-01", "R-11-02", "R-11-03", "R-11-04", "R-11-05")
@pytest.mark.parametrize(
    ("gates", "more", "missing"),
    [
        (ALL, {}, set()),
        (Gates(members_invited=True, closed=True), {}, {"bodies_asked_on_charter"}),
        (Gates(bodies_invited=True, closed=True), {}, {"members_asked_on_charter"}),
        (Gates(bodies_invited=True, members_invited=True), {}, {"consultation_is_closed"}),
        (Gates(True, True, True, 2), {}, {"every_remark_answered"}),
        (ALL, {"presented_on": None}, {"presented_at_a_meeting"}),
        (ALL, {"from_day": HELD}, {"in_force_later"}),
        (ALL, {"today": date(2027, 4, 1)}, {"in_force_later"}),
        (ALL, {"differs": False}, {"amendment_changes_something"}),
        (ALL, {"astray": ("§99",)}, {"cites_stand_in_the_text"}),
        (ALL, {"state": "withdrawn"}, {"amendment_open"}),
    ],
)
def test_without_its_gates_a_change_does_not_take_force(gates, more, missing):
    ruling = amendments.may_enact(RAZEM, SECRETARIAT, gates, **ENACT | more)
    assert codes(ruling) == missing
    assert ground(ruling, "presented_at_a_meeting").cite == "§11"
    assert not amendments.may_enact(RAZEM, of(MOST), gates, **ENACT | more)


def test_where_the_charter_asks_for_no_meeting_none_is_needed():
    assert not amendments.needs_presentation(WARMIA)
    facts = ENACT | {"presented_on": None, "from_day": HELD}
    assert amendments.may_enact(WARMIA, SECRETARIAT, ALL, **facts)


@pytest.mark.parametrize(
    ("by", "own", "state", "reason", "missing"),
    [
        (SOMEBODY, True, "open", "Nie trzeba", set()), (SECRETARIAT, False, "proposed", "Nie trzeba", set()),
        (SOMEBODY, False, "open", "Nie trzeba", {"mover_or_office_withdraws"}),
        (SOMEBODY, True, "enacted", "Nie trzeba", {"amendment_open"}),
        (SOMEBODY, True, "open", " ", {"amendment_withdrawn_why"}),
    ],
)  # fmt: skip
def test_taking_a_change_back(by, own, state, reason, missing):
    assert codes(amendments.may_withdraw(by, own=own, state=state, reason=reason)) == missing


def test_what_is_presented_is_not_drafted_any_more():
    assert amendments.may_draft(RAZEM, SECRETARIAT, state="open", presented=False)
    assert codes(amendments.may_draft(RAZEM, SECRETARIAT, state="open", presented=True)) == {"not_presented_yet"}
    assert {one for one in AmendmentState if AMENDMENT.is_over(one)} == {"enacted", "withdrawn"}
