import gzip
import re
import tomllib
from pathlib import Path

import pytest
from fontTools.subset import parse_unicodes

from tkanka.ground import kit
from tools.build_assets import ROOT, inner, minified, unicode_range

STATIC = Path(kit.__file__).parent / "static" / "kit"
SHEET = (STATIC / "tkanka.css").read_text("utf8")


def light_values():
    found = re.findall(r"(--[\w-]+): light-dark\((#\w+), #\w+\)", SHEET)
    assert len(found) > 25
    return dict(found)


def test_phones_before_light_dark_get_the_same_light_values():
    block = re.search(r"@supports not \(color: light-dark\(#000, #fff\)\) \{ :root \{(.*?)\} \}", SHEET)[1]
    assert dict(re.findall(r"(--[\w-]+): (#\w+)", block)) == light_values()


def test_every_colour_that_is_used_is_defined():
    used, defined = set(re.findall(r"var\((--[\w-]+)[),]", SHEET)), set(re.findall(r"(--[\w-]+):", SHEET))
    assert used - defined == {"--focus"} - defined


def test_the_small_sheet_says_the_same_in_less():
    sheet = """/* note */ a { content: ", : ;" ; color: red; & b:hover { margin: 0 -1px } }
    @media (width > 4rem) { p { background: url(a.svg) 50% 0 } }"""
    small = 'a{content:", : ;";color:red;& b:hover{margin:0 -1px}}@media (width > 4rem){p{background:url(a.svg) 50% 0}}'
    assert minified(sheet) == small


def test_the_sheet_keeps_every_rule_when_it_is_made_small():
    small = minified(SHEET)
    assert [small.count(sign) for sign in "{}"] == [re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S).count(s) for s in "{}"]
    assert "/*" not in small
    assert len(gzip.compress(small.encode(), 9)) < 10_000


@pytest.mark.parametrize("name", ["inter-latin", "inter-polish", "inter-cyrillic"])
def test_each_cut_of_the_font_has_the_range_the_sheet_promises(name):
    assert unicode_range(name).startswith("U+")


def test_polish_and_ukrainian_letters_are_in_the_font():
    names = ("inter-latin", "inter-polish", "inter-cyrillic")
    kept = {code for name in names for code in parse_unicodes(unicode_range(name).replace(" ", ""))}
    letters = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–ґєіїҐЄІЇʼ«»§№"
    assert [letter for letter in letters if ord(letter) not in kept] == []


def test_an_icon_is_taken_without_its_frame():
    assert inner('<svg width="24">\n  <path d="m1 1" />\n</svg>') == '<path d="m1 1"/>'


def test_every_icon_a_template_asks_for_is_in_the_sprite():
    names = set(tomllib.loads((ROOT / "tools" / "icons.toml").read_text()))
    asked = set()
    for template in (ROOT / "tkanka").rglob("*.html"):
        text = template.read_text("utf8")
        asked |= set(re.findall(r'\{% ico "(\w+)" %\}', text)) | set(re.findall(r'<c-\w+[^>]*? icon="(\w+)"', text))
    assert asked - names == set()
