"""What every letter looks like, whatever it says."""

import re

import pytest

from tkanka.ground.notices.mime import Shape, _frame

SHAPES = [
    Shape(language, network, button=True, reason=True, optional=optional)
    for language in ("pl", "en", "uk")
    for network in ("Forum Wspólny Próg", "")
    for optional in (True, False)
]


def laid_out(shape, kind="html"):
    return "".join(f"[{piece}]" if n % 2 else piece for n, piece in enumerate(_frame(shape, kind)))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_letter_asks_nobody_for_anything(shape):
    html = laid_out(shape)
    asked = re.findall(r"""(?:src|href|url|@import)\s*[=(]?\s*["'(]?\s*(https?:[^"')]+)""", html)
    assert asked == []
    assert "<img" not in html


@pytest.mark.parametrize("shape", SHAPES)
def test_a_letter_says_its_language_and_takes_the_dark_look(shape):
    html = laid_out(shape)
    assert f'lang="{shape.language}"' in html
    assert "prefers-color-scheme: dark" in html
    assert 'role="main"' in html


def test_a_letter_has_one_button_its_reason_and_a_way_out():
    html = laid_out(SHAPES[0])
    assert html.count('href="[url]"') == 1
    assert "[reason]" in html
    assert 'href="[leave]"' in html


def test_a_letter_of_office_offers_no_way_out_and_none_without_a_page_has_a_button():
    html = laid_out(Shape("pl", "Razem", button=False, reason=False, optional=False))
    for slot in ("[leave]", "[url]", "[reason]"):
        assert slot not in html


def test_a_name_of_a_network_cannot_bring_markup():
    html = laid_out(Shape("pl", '<b>"Razem"</b> </mj-text>', button=True, reason=True, optional=False))
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


def test_the_plain_part_names_the_page_behind_the_button():
    text = laid_out(SHAPES[0], "txt")
    assert "[label]:\n[url]" in text
    assert "\n-- \n" in text
