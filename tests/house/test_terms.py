"""Whatever a charter fixes, a reader can read: every term has a name, every value its words, in three languages."""

import re
from datetime import date

import pytest
from django.utils.translation import override

from tkanka.ground.kit.wording.terms import is_quoted, name_of, words_of
from tkanka.ground.kit.wording.terms import reading as words
from tkanka.rules import books
from tkanka.rules.defaults import every_default
from tkanka.rules.rulebook import Exclusion, known_paths, read_rulebook, terms_of

SAME = {"e-mail", "online", "newsletter", "Newsletter", "Motto", "region", "subregion", "powiat"}  # words of all


def terms():
    return [
        pytest.param(path, term.value, id=f"{book}:{path}")
        for book in books.NAMES
        for path, term in terms_of(read_rulebook(books.rulebook_text(book)))
    ]


def ids_in(value):
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, Exclusion):
            yield from (one.who, one.kind)
        elif isinstance(one, str) and not re.fullmatch(r"\d{4}-\d{2}", one):
            yield one


def test_every_term_a_charter_may_fix_has_a_name():
    assert [path for path in sorted(known_paths()) if name_of(path) == path] == []


def test_every_default_has_a_name():
    assert [d.term for d in every_default() if name_of(d.term) == d.term] == []


@pytest.mark.parametrize("default", [pytest.param(d, id=d.term) for d in every_default()])
def test_every_default_is_told_in_three_languages(default):
    told = {default.told(language) for language in ("pl", "en", "uk")}
    assert len(told) == 3
    assert all(says and why for says, why in told)


def test_no_name_is_left_behind():
    known = (
        known_paths()
        | {default.term for default in every_default()}
        | {f"{p.split('.')[0]}.*.{p.split('.')[2]}" for p in known_paths() if p.count(".") == 2}
    )
    assert set(words.LABELS) <= known
    assert set(words.FIGURES) <= known


@pytest.mark.parametrize(("path", "value"), terms())
def test_every_value_has_words(path, value):
    if is_quoted(path):
        assert words_of(path, value)
        return
    for one in ids_in(value):
        assert words._worded(path, one) != one or one in SAME, one


@pytest.mark.parametrize("language", ["en", "uk"])
def test_names_and_values_are_translated(language):
    groups = [words.LABELS, words.VALUES, words.KINDS, words.work.CHAPTERS, *words.IN_PLACE.values()]
    every = [said for group in groups for said in group.values()]
    with override("pl"):
        polish = [str(said) for said in every]
    with override(language):
        assert {a for a, b in zip(polish, every, strict=True) if a == str(b)} <= SAME


@pytest.mark.parametrize(
    ("path", "value", "language", "said"),
    [
        ("working_groups.min_proposers", 2, "pl", "najmniej 2 organizacje"),
        ("working_groups.min_proposers", 5, "pl", "najmniej 5 organizacji"),
        ("working_groups.min_proposers", 2, "en", "at least 2 organisations"),
        ("working_groups.min_proposers", 2, "uk", "щонайменше 2 організації"),
        ("membership.fee", 0, "pl", "udział nic nie kosztuje"),
        ("reports.every_months", 3, "pl", "co 3 miesiące"),
        ("advisory_group.meetings_every_months", 1, "uk", "щомісяця"),
        ("meetings.plenary.host_changes_every_months", 12, "en", "once a year"),
        ("host.is_member", True, "pl", "tak"),
        ("host.guaranteed_until", date(2023, 12, 31), "en", "31 December 2023"),
        ("advisory_group.first_term_until", "2023-10", "pl", "października 2023"),
        ("decisions.separation.exclusions", (Exclusion("seat_of_host", "no_vote"),), "pl",
         "miejsce Organizacji Goszczącej: nie głosuje"),
        ("roles.host", "Organizacja Goszcząca", "en", "Organizacja Goszcząca"),
        ("membership.kinds", ("foundation",), "en", "foundation"),
    ],
)  # fmt: skip
def test_values_read_as_people_say_them(path, value, language, said):
    with override(language):
        assert [word.replace("\u00a0", " ") for word in words_of(path, value)] == [said]


def test_a_decision_and_a_meeting_are_named_with_their_kind():
    assert name_of("meetings.plenary.form") == "Spotkania ogólne: forma"
    assert name_of("decisions.separation.passes") == "Rozstanie z gospodarzem: ile głosów potrzeba"


def test_what_nobody_worded_is_shown_as_it_is():
    assert words_of("membership.kinds", ("from_another_planet",)) == ["from_another_planet"]
    assert name_of("nothing.of_this_name") == "nothing.of_this_name"
