import pytest

from tkanka.network.directory.vcards import escaped, folded, tel, vcard


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kowalska, Anna; dr", "Kowalska\\, Anna\\; dr"),
        ("a\\b", "a\\\\b"),
        ("dwie\r\nlinie", "dwie\\nlinie"),
        ("x\nEND:VCARD\nBEGIN:VCARD", "x\\nEND:VCARD\\nBEGIN:VCARD"),
        ("zero\0bell\x07", "zerobell"),
    ],
)
def test_text_cannot_end_its_line(text, written):
    assert escaped(text) == written


@pytest.mark.parametrize("line", ["ORG:" + "ż" * 200, "N:" + "abc" * 100, "X:" + "🧵" * 60, "short"])
def test_long_lines_are_folded_between_letters(line):
    written = folded(line)
    assert written.endswith("\r\n")
    assert all(len(part.encode()) <= 75 for part in written.split("\r\n"))
    assert written.replace("\r\n ", "").rstrip() == line


def test_a_card_leaves_out_what_is_empty():
    assert vcard([("FN", "A"), ("EMAIL", "")]) == "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD\r\n"


def test_a_telephone_is_a_uri_of_digits():
    assert tel("+48 22 123-45 67;ext=1") == "tel:+482212345671"
