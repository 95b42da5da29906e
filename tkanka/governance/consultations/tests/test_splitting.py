"""A pasted text as paragraphs."""

import pytest

from tkanka.governance.consultations.splitting import LONGEST, MOST, BadDocument, Fault, split


def units(text):
    return [(piece.unit, piece.text) for piece in split(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jeden wiersz", [("¶ 1", "Jeden wiersz")]),
        ("Wiersz\nzłamany\n\nDrugi", [("¶ 1", "Wiersz złamany"), ("¶ 2", "Drugi")]),
        ("§ 1.\nTreść pod numerem", [("§ 1", "Treść pod numerem")]),
        ("§1 Raz\n§ 2. Dwa\r\n§ 3a Trzy", [("§1", "Raz"), ("§ 2", "Dwa"), ("§ 3a", "Trzy")]),
        ("§ 4\n1. Raz\n2) Dwa\na) trzy", [("§ 4", ""), ("§ 4 ust. 1", "Raz"), ("§ 4 ust. 1 pkt 2", "Dwa"),
                                          ("§ 4 ust. 1 lit. a", "trzy")]),
        ("Art. 7 Raz\nust. 2 Dwa", [("Art. 7", "Raz"), ("ust. 2", "Dwa")]),
        ("1.1 Raz\n1.2.3. Dwa", [("1.1", "Raz"), ("1.2.3", "Dwa")]),
        ("3. Trzy\n3. Znów trzy\n1. Raz", [("ust. 3", "Trzy"), ("ust. 3", "Znów trzy"), ("ust. 1", "Raz")]),
        ("- raz\n• dwa", [("¶ 1", "raz"), ("¶ 2", "dwa")]),
        ("W 2026 r. było 12 spotkań\ni 3 wyjazdy", [("¶ 1", "W 2026 r. było 12 spotkań i 3 wyjazdy")]),
        ("7.\n", [("¶ 1", "x")]),
    ],
)  # fmt: skip
def test_where_a_paragraph_begins(text, found):
    if text == "7.\n":
        with pytest.raises(BadDocument):
            split(text)
        return
    assert units(text) == found


def test_headings_stand_by_themselves():
    first, second = split("# Cele\nDługi tekst")
    assert (first.heading, first.text, second.heading, second.text) == (True, "Cele", False, "Długi tekst")


@pytest.mark.parametrize("text", ["", "  \n\n\t", "\0"])
def test_an_empty_text_is_no_document(text):
    with pytest.raises(BadDocument) as bad:
        split(text)
    assert bad.value.fault == Fault.EMPTY


def test_two_thousand_paragraphs_are_taken_and_not_one_more():
    text = "\n".join(f"§ {n} Treść" for n in range(1, MOST + 1))
    assert len(split(text)) == MOST
    with pytest.raises(BadDocument) as bad:
        split(f"{text}\n§ 9999 O jeden za dużo")
    assert bad.value.fault == Fault.TOO_MANY


def test_a_paragraph_that_is_too_long_is_named():
    with pytest.raises(BadDocument) as bad:
        split(f"§ 1 Krótki\n§ 2 {'a' * (LONGEST + 1)}")
    assert (bad.value.fault, bad.value.unit) == (Fault.TOO_LONG, "§ 2")
