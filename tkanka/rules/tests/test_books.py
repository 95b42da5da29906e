"""The books, norms, defaults and texts belong together."""

import csv
import keyword
import re

import pytest

from tkanka.rules import books, defaults
from tkanka.rules.rulebook import known_paths, terms_of
from tkanka.rules.texts import BadText, anchor_of, charter_texts, paragraph_of, read_texts, slug

from .cast import BOOKS, FORUM, RAZEM, SIEC, WARMIA, silent

BOOK_OF_NORM = {
    "R": "razem_2023",
    "A": "razem_2023",
    "K": "forum_integracji",
    "W": "warmia_mazury",
    "B": "siec_migrancka",
}
ENFORCEMENTS = {"block", "guard-with-ruling", "duty-with-date", "reminder", "record", "page/feature", "text-only"}
NORMS = list(csv.DictReader(books.text_of("norms.csv").splitlines()))


def split(cell):
    return [] if cell == "-" else cell.split(";")


def test_every_cite_leads_to_a_paragraph():
    for name, book in BOOKS.items():
        lost = [path for path, term in terms_of(book) if anchor_of(name, term.cite) is None]
        assert not lost, name


def test_every_norm_is_told_once_and_wholly():
    assert len({norm["id"] for norm in NORMS}) == len(NORMS) == 407
    assert not [norm["id"] for norm in NORMS if not all(norm.values())]
    assert {norm["enforcement"].split(": ")[0] for norm in NORMS} == ENFORCEMENTS


def test_every_norm_names_terms_of_its_book():
    for norm in NORMS:
        known = {path for path, _ in terms_of(BOOKS[BOOK_OF_NORM[norm["id"][0]]])} | {"book.in_force_from"}
        for name in split(norm["term"]):
            assert any(p == name or (name.endswith(".*") and p.startswith(name[:-1])) for p in known), norm["id"]


def test_every_term_rests_on_a_norm():
    for name, book in BOOKS.items():
        named = {t for norm in NORMS if BOOK_OF_NORM[norm["id"][0]] == name for t in split(norm["term"])}
        chapters = {t[:-2] for t in named if t.endswith(".*")}
        idle = [p for p, _ in terms_of(book) if p not in named and p.split(".")[0] not in chapters]
        assert not idle, name


def test_norms_name_feature_rows():
    assert all(1 <= int(row) <= 100 for norm in NORMS for row in split(norm["feature_row"]))


def test_a_default_stands_in_no_book_it_speaks_to():
    for name, book in BOOKS.items():
        fixed = {path for path, _ in terms_of(book)}
        assert not [d.term for d in defaults.every_default() if d.speaks_to(name) and d.term in fixed], name


def test_a_default_says_what_it_is_and_why():
    ids = {norm["id"] for norm in NORMS}
    for default in defaults.every_default():
        assert default.says and default.why and default.norms
        assert set(default.norms) <= ids, default.term


def test_a_default_to_reckon_with_can_be_written_into_a_charter():
    asked = {d.term for d in defaults.every_default() if d.value is not None and not d.term.startswith("book.")}
    assert asked <= known_paths()
    assert not [path for path in known_paths() if keyword.iskeyword(path.split(".")[-1])]


def test_what_holds_is_the_charter_and_else_the_default_which_cites_nothing():
    assert defaults.held(RAZEM, "membership.mode").cite == "§3"
    assert defaults.held(RAZEM, "membership.verification_max_workdays").value == 5
    assert defaults.held(RAZEM, "membership.verification_max_workdays").is_default
    assert defaults.held(SIEC, "membership.mode").value == "declared"
    assert defaults.held(FORUM, "membership.mode").value == "open"
    assert defaults.held(WARMIA, "amendments.gates").value == ("published_draft", "open_consultation")


def test_a_charter_of_ones_own_falls_back_on_the_first_default():
    assert defaults.held(silent(), "membership.freshness_months").value == 6
    assert defaults.held(silent(), "membership.mode").value == "declared"


def test_asking_for_a_term_without_a_default_is_a_mistake():
    with pytest.raises(KeyError):
        defaults.held(WARMIA, "advisory_group.seats")
    with pytest.raises(KeyError):
        books.rulebook_text("another")


@pytest.mark.parametrize("name", books.NAMES)
def test_every_paragraph_is_there_in_three_languages(name):
    for paragraph in charter_texts(name):
        titles = (paragraph.title.pl, paragraph.title.en, paragraph.title.uk)
        texts = (paragraph.text.pl, paragraph.text.en, paragraph.text.uk)
        assert all(titles)
        assert all(texts) or (not any(texts) and paragraph.level == 1)


@pytest.mark.parametrize("name", books.NAMES)
def test_anchors_are_safe_in_a_url_and_apart(name):
    anchors = [anchor for paragraph in charter_texts(name) for anchor in paragraph.anchors]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", anchor) for anchor in anchors)


@pytest.mark.parametrize(
    ("book", "cite", "anchor"),
    [
        ("razem_2023", "§9", "p9"),
        ("razem_2023", "O nas ¶9", "o-nas-9"),
        ("razem_2023", "O nas ¶11", "o-nas-9"),
        ("razem_2023", "O nas Śb", "o-nas-sa"),
        ("warmia_mazury", "FP 4", "fp-4"),
        ("warmia_mazury", "Cele szczegółowe", "cele-szczegolowe"),
        ("siec_migrancka", "b3", "b1"),
        ("forum_integracji", "¶10", "ust-10"),
        ("forum_integracji", "Nagłówek", "naglowek"),
        ("razem_2023", "§12", None),
    ],
)
def test_a_cite_leads_to_its_anchor(book, cite, anchor):
    assert anchor_of(book, cite) == anchor


def test_a_paragraph_comes_with_its_parts():
    parts = paragraph_of(charter_texts("razem_2023"), "§6")
    assert [p.anchor for p in parts] == ["p6", "p6--cel", "p6--role", "p6--proces", "p6--sklad-i-wybory"]
    assert [p.level for p in parts] == [1, 2, 2, 2, 2]
    assert paragraph_of(charter_texts("razem_2023"), "§99") == ()


def test_a_text_is_given_in_the_language_asked_for_and_else_in_polish():
    title = charter_texts("razem_2023")[2].title
    assert (title.to("en-gb"), title.to("uk"), title.to("de")) == ("Membership", "Членство", "Członkostwo")


def test_texts_of_a_book_nobody_keeps_are_a_mistake():
    with pytest.raises(KeyError):
        charter_texts("another")


WHOLE = "### §1 · Cel · Aim · Мета\n\n**pl** Raz.\n\n**en** One.\n\n**uk** Один.\n"


def test_a_network_may_bring_a_text_of_its_own():
    (paragraph,) = read_texts(WHOLE)
    assert (paragraph.anchor, paragraph.text.uk) == ("p1", "Один.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (WHOLE.replace("**uk** Один.", ""), "needed in pl, en, uk"),
        (WHOLE.replace(" · Мета", ""), "a title in each"),
        (WHOLE + WHOLE, "stands twice"),
        (WHOLE.replace("### §1", "####").replace("#### · ", "#### "), "without a paragraph"),
        (WHOLE.replace("§1", ", "), "is empty"),
    ],
)
def test_a_text_with_holes_is_refused(text, says):
    with pytest.raises(BadText, match=says):
        read_texts(text)


def test_a_slug_keeps_polish_letters_apart_from_nothing():
    assert slug("Cel główny") == "cel-glowny"
