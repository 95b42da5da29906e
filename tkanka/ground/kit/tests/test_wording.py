"""Grounds of rulings as sentences."""

from datetime import date

import pytest
from django.utils.translation import override

from tkanka.ground.kit import wording
from tkanka.rules.activities import ActivityState
from tkanka.rules.membership import RemovalState
from tkanka.rules.parties import Kind
from tkanka.rules.ruling import Ground, check
from tkanka.rules.terms import Term

SUBMIT = {"missing": ("intent_and_aims", "karta_zasad"), "count": 4}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "Podmiot tego rodzaju (firma) nie może należeć do\u00a0sieci."),
        ("en", "A\u00a0party of this kind (business) cannot belong to the network."),
        ("uk", "Суб'єкт такого виду (бізнес) не може належати до мережі."),
    ],
)
def test_a_failed_ground_is_the_reason_in_the_readers_language(language, said):
    with override(language):
        found = wording.sentence(Ground("kind_belongs", facts={"kind": "business"}))
    assert found.replace("\u00a0", " ") == said.replace("\u00a0", " ")


def test_a_met_ground_says_what_spoke_for_it():
    ground = Ground("kind_belongs", facts={"kind": Kind.FOUNDATION})
    with override("pl"):
        assert wording.sentence(ground, met=True) == "Podmiot tego rodzaju (fundacja) może należeć do sieci."


def test_ids_from_a_rulebook_are_named():
    with override("en"):
        said = wording.sentence(Ground("every_declaration_made", facts=SUBMIT))
    assert "agreement with the intent" in said and "Charter of Principles" in said
    assert "intent_and_aims" not in said


@pytest.mark.parametrize("until", [date(2026, 12, 4), "2026-12-04"])
def test_days_are_words_also_when_read_back_from_the_ledger(until):
    with override("pl"):
        said = wording.sentence(Ground("heard_or_time_passed", facts={"until": until, "days": 14}))
    assert said.replace("\u00a0", " ") == "Organizacja ma czas na odpowiedź do: 4 grudnia 2026."


def test_one_letter_words_do_not_end_a_line():
    with override("pl"):
        assert "z\u00a0organizacją" in wording.sentence(Ground("separation_decided"), met=True)


def test_a_ground_shows_what_it_rests_on():
    with override("pl"):
        assert wording.basis(Ground("kind_belongs", cite="§3")) == "§\u00a03"
        assert wording.basis(Ground("kind_belongs", default=True)).startswith("Zasady o\u00a0tym milczą")
        assert wording.basis(Ground("signed_in")) == ""


def test_a_way_forward_is_given_where_there_is_one():
    with override("pl"):
        assert "obserwatora" in wording.way(Ground("kind_belongs", facts={"kind": "business"}))
        assert wording.way(Ground("own_application")) == ""
        assert wording.way(Ground("from_older_days")) == ""


def test_reasons_are_told_once_each():
    ruling = check(False, "signed_in") & check(True, "own_application") & check(False, "signed_in", Term(1, "§1"))
    with override("en"):
        assert wording.reasons(ruling) == ["You need to sign in first."]


def test_states_and_kinds_have_names_and_strange_ids_stay_as_they_are():
    with override("uk"):
        assert wording.label(ActivityState.ONGOING) == "триває"
        assert wording.label(RemovalState.PREPARED) == "готується"
        assert wording.term_label("karta_zasad").startswith("Хартія")
        assert wording.term_label("of_ones_own") == "of_ones_own"
