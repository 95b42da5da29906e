from html.parser import HTMLParser

import pytest

from tkanka.ground.kit.markdown import LONGEST_REMEMBERED, _remembered, plain, rendered


class Seen(HTMLParser):
    """The tags and attributes a browser would find."""

    def __init__(self):
        super().__init__()
        self.tags, self.given = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.given += attrs


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<img src=x onerror="alert(1)">',
        "![x](http://tracker.example/p.png)",
        '<a href="https://a.example" onclick="x()">a</a>',
        "[a](https://a.example 'x\" onmouseover=\"y')",
        "<iframe src=//evil.example></iframe>",
    ],
)
def test_nothing_that_runs_or_fetches_gets_through(text):
    seen = Seen()
    seen.feed(rendered(text))
    assert seen.tags <= {"p", "a"}
    assert {name for name, _ in seen.given} <= {"href", "title", "rel"}
    assert all(value.startswith(("https://", "http://")) for name, value in seen.given if name == "href")


def test_marks_become_structure_below_the_headings_of_the_page():
    html = rendered("# Cele\n\n- **raz**\n- dwa\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert "<h3>Cele</h3>" in html
    assert "<strong>raz</strong>" in html
    assert "<td>1</td>" in html


def test_links_go_out_without_telling_where_from_or_vouching():
    assert 'rel="noopener nofollow ugc"' in rendered("[strona](https://example.org)")


def test_deep_nesting_does_not_break_the_reader():
    assert rendered(">" * 3000 + " dno")


def test_the_plain_form_is_words_on_one_line():
    assert plain("# Cele\n\nTo **ważne** i [tu](https://a.example) & <b>") == "Cele To ważne i tu & <b>"


def test_a_text_is_the_same_however_often_it_is_read_and_long_ones_are_not_remembered():
    _remembered.cache_clear()
    assert rendered("**tak**") == rendered("**tak**") == "<p><strong>tak</strong></p>\n"
    assert _remembered.cache_info().hits == 1
    rendered("tak " * LONGEST_REMEMBERED)
    assert _remembered.cache_info().currsize == 1
