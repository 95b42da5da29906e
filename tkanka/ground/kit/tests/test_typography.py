import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from tkanka.ground.kit import cites, typography
from tkanka.ground.kit.templatetags.kit import initials, lang_of, plural

N = "\u00a0"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("pomoc w domu i w szkole", f"pomoc w{N}domu i{N}w{N}szkole"),
        ("O czym mowa", f"O{N}czym mowa"),
        ("zgodnie z § 9", f"zgodnie z{N}§{N}9"),
        ("do 27 listopada", f"do 27{N}listopada"),
        ("школа й дім у Києві", f"школа й{N}дім у{N}Києві"),
        ("kawa bez zmian", "kawa bez zmian"),
    ],
)
def test_small_words_stay_with_what_follows(text, bound):
    assert typography.bound(text) == bound


def test_markup_is_left_alone_and_plain_text_is_escaped():
    assert typography.bound_html(mark_safe('<a title="i w">i w</a>')) == f'<a title="i w">i{N}w</a>'
    assert typography.bound_html("<b>a b</b>") == f"&lt;b&gt;a{N}b&lt;/b&gt;"


@pytest.mark.parametrize(
    ("value", "lang", "said"),
    [
        (1234, "pl", "1234"),
        (12345, "pl", "12\u202f345"),
        (0.5, "pl", "0,5"),
        (0.5, "en", "0.5"),
        (-3, "pl", "−3"),
        ("abc", "pl", "abc"),
        ("NaN", "pl", "NaN"),
        ("1e308", "pl", "1e308"),
        (None, "pl", "None"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(value, lang, said):
    with translation.override(lang):
        assert typography.number(value) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "dzień"),
        (2, "dni"),
        (5, "dni wiele"),
        (12, "dni wiele"),
        (22, "dni"),
        (112, "dni wiele"),
        (0, "dni wiele"),
    ],
)
def test_polish_nouns_take_the_form_of_their_number(number, said):
    assert typography.counted(number, "dzień", "dni", "dni wiele", "pl") == said


@pytest.mark.parametrize(("number", "said"), [(1, "день"), (21, "день"), (11, "днів"), (3, "дні"), (15, "днів")])
def test_ukrainian_nouns_take_the_form_of_their_number(number, said):
    assert typography.counted(number, "день", "дні", "днів", "uk") == said


def test_a_template_asks_for_forms_in_one_string():
    with translation.override("pl"):
        assert [plural(n, "osoba,osoby,osób") for n in (1, 3, 7, None)] == ["osoba", "osoby", "osób", "osób"]


@pytest.mark.parametrize(
    ("cite", "shown", "anchor"),
    [
        ("§9", f"§{N}9", "p9"),
        ("§ 9", f"§{N}9", "p9"),
        ("¶3", f"¶{N}3", "ust-3"),
        ("FP 4", f"FP{N}4", "fp-4"),
        ("Koordynacja", "Koordynacja", "koordynacja"),
        ("§6, §9", f"§{N}6,{N}§{N}9", "p6"),
    ],
)
def test_a_cite_is_shown_unbroken_and_addressed(cite, shown, anchor):
    assert (cites.shown(cite), cites.anchor_of(cite)) == (shown, anchor)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Stowarzyszenie Trzy Mosty", "TM"),
        ("Olena Marczuk", "OM"),
        ("Ініціатива «Світлиця»", "І"),
        ("", ""),
        ("nić", "N"),
    ],
)
def test_a_patch_has_the_letters_of_the_name(name, letters):
    assert initials(name) == letters


def test_only_a_foreign_name_is_marked_with_its_language():
    with translation.override("pl"):
        assert (lang_of("uk"), lang_of("pl"), lang_of("")) == (' lang="uk"', "", "")
