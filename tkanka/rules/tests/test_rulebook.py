"""Reading rulebooks: what stands in a charter gets in, anything else is refused with its place."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tkanka.rules import books
from tkanka.rules.rulebook import BadRulebook, Exclusion, known_paths, read_rulebook, term_at, terms_citing, terms_of
from tkanka.rules.terms import Term

from .cast import BOOKS, FORUM, RAZEM, SIEC, WARMIA

HEAD = '[book]\ntitle = "Zasady"\nin_force_from = 2026-01-01\n'


def test_a_term_has_its_value_and_its_paragraph():
    assert RAZEM.advisory_group.seats == Term(8, "§6")
    assert RAZEM.host.guaranteed_until == Term(date(2023, 12, 31), "§4")


def test_a_list_becomes_a_tuple():
    assert RAZEM.membership.observers == Term(("un_agency", "academic_centre"), "§8")


def test_what_the_charter_leaves_out_is_none():
    assert RAZEM.membership.verification_max_workdays is None
    assert WARMIA.membership.removal_by is None


def test_meetings_and_decisions_are_reached_by_their_kind():
    assert RAZEM.meetings.members_online.form == Term("online", "§8")
    assert RAZEM.decisions.separation.exclusions == Term((Exclusion("seat_of_host", "no_vote"),), "§6")
    assert RAZEM.meetings.plenary.hosted_with is None


@pytest.mark.parametrize(
    ("name", "count"), [("razem_2023", 185), ("warmia_mazury", 82), ("siec_migrancka", 35), ("forum_integracji", 32)]
)
def test_every_term_of_a_book_is_walked(name, count):
    walked = dict(terms_of(BOOKS[name]))
    assert len(walked) == count == books.rulebook_text(name).count("cite = ")
    assert all(term_at(BOOKS[name], path) == term for path, term in walked.items())


def test_the_terms_of_one_paragraph_are_found():
    found = dict(terms_citing(RAZEM, "§11"))
    assert set(found) == {
        "amendments.gates",
        "amendments.consulted",
        "amendments.process_by",
        "amendments.presented_at",
    }


def test_a_path_no_charter_can_have_is_a_mistake():
    assert "membership.verified_by" in known_paths()
    with pytest.raises(KeyError):
        term_at(RAZEM, "membership.verified_bye")


def test_a_report_binds_nobody():
    assert not FORUM.binding
    assert SIEC.binding


def test_the_same_text_is_read_once():
    text = books.rulebook_text("razem_2023")
    assert read_rulebook(text) is read_rulebook(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[book", "not TOML"),
        ("", r"\[book\] is missing"),
        ("book = 1", r"\[book\] is missing"),
        ('[book]\ntitle = "Zasady"', "no in_force_from"),
        ("[book]\nin_force_from = 2026-01-01", "no title"),
        ('[book]\ntitle = ""\nin_force_from = 2026-01-01', "book.title must be a text"),
        ('[book]\ntitle = "Z"\nin_force_from = "2026-01-01"', "book.in_force_from must be a day"),
        ('[book]\ntitle = "Z"\nin_force_from = 2026-01-01T10:00:00', "book.in_force_from must be a day"),
        ('[book]\ntitle = "Z"\nin_force_from = 2026-02-30', "not TOML"),
        (HEAD + "# \ud800", "not TOML"),
        (HEAD + "# \x00", "not TOML"),
        (HEAD + f"author = {'9' * 5000}", "not TOML"),
        (HEAD + f"author = {'[' * 9000}", "not TOML"),
        (HEAD + "author = 1", r"\[book\] knows no author"),
        (HEAD + "[pets]\n", r"\[pets\] is no chapter"),
        (HEAD + "[title]\n", r"\[title\] is no chapter"),
        ("membership = 3\n" + HEAD, "membership must be a table"),
        (HEAD + "[membership]\nfees = { value = 0, cite = '§3' }", r"\[membership\] knows no fees"),
        (HEAD + "[membership]\nfee = 0", "membership.fee must be a table"),
        (HEAD + "[membership]\nfee = { value = 0 }", "membership.fee cites no paragraph"),
        (HEAD + "[membership]\nfee = { value = 0, cite = ' ' }", "membership.fee cites no paragraph"),
        (HEAD + "[membership]\nfee = { value = 0, cite = 3 }", "membership.fee cites no paragraph"),
        (HEAD + "[membership]\nfee = { cite = '§3' }", "membership.fee has no value"),
        (HEAD + "[membership]\nfee = { value = 0, cite = '§3', note = 'x' }", "membership.fee knows no note"),
        (HEAD + "[membership]\nfee = { value = '0', cite = '§3' }", "membership.fee must be a whole number"),
        (HEAD + "[membership]\nfee = { value = true, cite = '§3' }", "membership.fee must be a whole number"),
        (HEAD + "[membership]\nfee = { value = -1, cite = '§3' }", "membership.fee must be a whole number"),
        (HEAD + "[membership]\nkinds = { value = 'ngo', cite = '§3' }", "membership.kinds must be a list"),
        (HEAD + "[membership]\nkinds = { value = [], cite = '§3' }", "membership.kinds must be a list"),
        (HEAD + "[membership]\nkinds = { value = ['ngo', 3], cite = '§3' }", r"membership.kinds\[1\] must be a text"),
        (HEAD + "[host]\nis_member = { value = 1, cite = '§4' }", "host.is_member must be true or false"),
        (HEAD + "[meetings.picnic]\n", r"\[meetings\] knows no picnic"),
        (HEAD + "[meetings]\nplenary = 3", "meetings.plenary must be a table"),
        (HEAD + "[decisions.separation]\nexclusions = { value = [3], cite = '§' }", r"exclusions\[0\] must be a table"),
        (HEAD + "[decisions.separation]\nexclusions = { value = [{ who = 'x' }], cite = '§' }", "kind must be a text"),
        (
            HEAD + "[decisions.separation]\nexclusions = { value = [{ who = 'x', kind = 'y' }], cite = '§' }",
            "kind must be one of no_vote",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_is_refused_with_its_place(text, says):
    with pytest.raises(BadRulebook, match=says):
        read_rulebook(text)


WORDS = st.sampled_from(
    ["[book]", "[membership]", "[meetings.plenary]", "fee", "title", "=", "{", "}", "value", "cite", "0"]
)


@given(st.lists(WORDS | st.text(max_size=5), max_size=12).map(" ".join))
def test_no_text_whatever_breaks_the_reader(text):
    with suppress(BadRulebook):
        assert read_rulebook(HEAD + text).title == "Zasady"
