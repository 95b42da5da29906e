"""Files and cells as they come from the world."""

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tkanka.coordination.activities.sheets.cells import armoured, count_of, day_of, restored
from tkanka.coordination.activities.sheets.fields import FIELDS, field_of_heading, field_of_tag
from tkanka.coordination.activities.sheets.files import MOST_ROWS, TableFile
from tkanka.coordination.activities.sheets.opening import opened
from tkanka.coordination.activities.sheets.problems import CellProblem, FileProblem

from .sheet_makers import HEAD, applied, brought, csv_of, reasons, row, xlsx_of


def packed(**files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b" \n\n", "no_rows"),
        (packed(readme="a"), "other_archive"),
        (b"PK\x03\x04 broken", "other_archive"),
        (xlsx_of([HEAD, HEAD])[:900], "other_archive"),
        (packed(**{"xl/workbook.xml": "<x/>"}), "damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"%PDF-1.7", "picture"),
        (LOCKED, "locked"),
        (LOCKED[:300], "old_excel"),
        (b"<html><body>not here</body></html>", "not_a_table"),
        (b"Organizacja;Powiat", "nothing_below_headings"),
        (xlsx_of([]), "no_rows"),
        (bytes(range(1, 32)) * 40, "not_a_table"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(content, code):
    with pytest.raises(FileProblem) as refused:
        opened(content)
    assert refused.value.code == code


def test_a_file_of_thirty_megabytes_is_refused_before_it_is_read():
    with pytest.raises(FileProblem) as refused:
        TableFile(b"a;b\n" * 7_500_000)
    assert refused.value.code == "too_big"


def test_a_hundred_thousand_rows_are_read_and_more_than_the_most_are_refused():
    lines = b"Organizacja;Powiat\n" + b"Dach;x\n" * 100_000
    assert sum(1 for _ in opened(lines).rows()) == 100_000
    with pytest.raises(FileProblem) as refused:
        list(opened(lines + b"Dach;x\n" * (MOST_ROWS - 99_999)).rows())
    assert refused.value.code == "too_many_rows"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1250"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_files_are_read_however_they_were_saved(encoding, delimiter):
    content = csv_of(row(Powiat="świdnicki", Województwo="łódzkie"), delimiter=delimiter, encoding=encoding)
    assert next(opened(content).rows())[1][2:4] == ["łódzkie", "świdnicki"]


def test_western_files_keep_their_letters():
    content = "Organizacja;Powiat\nAgronomes et Vétérinaires Sans Frontières à côté;Sør\n".encode("cp1252")
    assert next(opened(content).rows())[1][0] == "Agronomes et Vétérinaires Sans Frontières à côté"


def test_rows_bear_the_numbers_people_see():
    table = opened(xlsx_of([["Raport 2026"], [], list(HEAD), [], ["a"] * 9, [], ["b"] * 9]))
    assert [number for number, _ in table.rows()] == [5, 7]


def test_headings_that_were_merged_are_put_together():
    above = ["Organizacja", "Usługa", "Miejsce", "", "Dla kogo"]
    table = opened(xlsx_of([["Zestawienie"], above, ["", "", "Województwo", "Powiat", ""], ["a", "b", "c", "d", "e"]]))
    assert set(table.head.columns) >= {"organisation", "service", "adm1_name", "adm2_name", "group"}
    assert table.head.headers[2:4] == ["Województwo", "Powiat"]


def test_the_sheet_that_looks_like_the_register_is_taken_and_hidden_ones_are_not_offered():
    content = xlsx_of(
        [HEAD, ["x"] * 9], before=[("Notatki", [["a", "b"], ["c", "d"]])], hidden=[("Listy", [HEAD, HEAD])]
    )
    table = opened(content)
    assert [one.name for one in table.file.tables] == ["Notatki", "Działania"]
    assert table.table.name == "Działania"
    assert opened(content, sheet="Notatki").table.name == "Notatki"


def test_tags_of_any_of_the_first_rows_lead():
    content = b"Raport\nA,B,C\n#org +name,#adm2 +code,#meta +x\nDach,0264,z\n"
    assert opened(content).head.columns == {"organisation": 0, "adm2_code": 1}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.code)
def test_every_column_is_known_by_its_tag_and_its_names(field):
    assert field_of_tag(field.tag) == field.code
    assert {field_of_heading(name) for name in field.names} == {field.code}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-05-06", date(2026, 5, 6)),
        ("6.05.2026", date(2026, 5, 6)),
        ("06.05.2026 r.", date(2026, 5, 6)),
        ("13/06/2026", date(2026, 6, 13)),
        ("06/13/2026", date(2026, 6, 13)),
        ("6 maja 2026", date(2026, 5, 6)),
        ("May 6, 2026", date(2026, 5, 6)),
        ("6 травня 2026", date(2026, 5, 6)),
        (46148.0, date(2026, 5, 6)),
        ("46148", date(2026, 5, 6)),
        (datetime(2026, 5, 6, 12), date(2026, 5, 6)),
        ("2026-05", date(2026, 5, 1)),
    ],
)
def test_days_are_read_as_they_are_written(cell, day):
    assert day_of(cell) == day


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31.02.2026", "no_such_day"),
        ("2026-13-01", "no_such_day"),
        ("05/06/2026", "day_unclear"),
        ("wkrótce", "not_a_day"),
        ("2026", "not_a_day"),
        ("٠٦.٠٥.2026²", "not_a_day"),
    ],
)
def test_days_that_cannot_be_are_refused(cell, code):
    with pytest.raises(CellProblem) as refused:
        day_of(cell)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("cell", "number"),
    [(12.0, 12), ("12", 12), ("1 234", 1234), ("1\u00a0234", 1234), ("12,0", 12), ("-3", -3), ("\u22123", -3)],
)
def test_numbers_are_read_as_they_are_written(cell, number):
    assert count_of(cell) == number


@pytest.mark.parametrize(
    ("cell", "code"),
    [("1.234", "number_unclear"), ("12,5", "not_whole"), (12.5, "not_whole"), ("ok. 50", "not_a_number"),
     ("=1+1", "not_a_number"), ("²", "not_a_number"), ("١٢", "not_a_number"), (float("nan"), "not_a_number")],
)  # fmt: skip
def test_numbers_that_are_unclear_are_refused(cell, code):
    with pytest.raises(CellProblem) as refused:
        count_of(cell)
    assert refused.value.code == code


@given(st.text(max_size=40))
def test_what_is_made_harmless_comes_back_as_it_was(text):
    made = armoured(text)
    assert restored(made) == text
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r"))


BAD_CELLS = [
    ({"Województwo": "", "Powiat": "świdnicki"}, "area_ambiguous"),
    ({"Powiat": "Nibylandia"}, "area_unknown"),
    ({"Województwo": "mazowieckie"}, "area_outside"),
    ({"Osoby objęte": "-5"}, "negative_people"),
    ({"Osoby objęte": "99999999999"}, "too_many_people"),
    ({"Koniec": "2026-01-01"}, "ends_before_start"),
    ({"Początek": "31.02.2026"}, "no_such_day"),
    ({"Początek": "05/06/2026"}, "day_unclear"),
    ({"Usługa": "Kurs polskiegoo"}, "word_like"),
    ({"Usługa": "Zupełnie co innego"}, "word_unknown"),
    ({"Usługa": ""}, "service_missing"),
    ({"Organizacja": ""}, "organisation_missing"),
    ({"Organizacja": "Fundacja Jedna Dach"}, "organisation_like"),
    ({"Stan": "jakoś tam"}, "not_in_list"),
    ({"Odpłatność": "odpłatnie"}, "price"),
    ({"E-mail": "nie adres"}, "not_an_email"),
    ({"Szerokość": "51,1"}, "half_a_point"),
    ({"Szerokość": "951", "Długość": "17"}, "not_a_place_on_earth"),
    ({"Działanie": "x" * 201}, "too_long"),
]


@pytest.mark.parametrize(("cells", "code"), BAD_CELLS, ids=[code for _, code in BAD_CELLS])
def test_a_cell_that_cannot_be_taken_refuses_its_row_with_the_reason(razem, cells, code):
    run = brought(razem, csv_of(row(**cells), row()))
    assert code in reasons(run)[2]
    assert run.counts["created"] == 1


@pytest.mark.parametrize("code", ["201011", 201011.0, "0201011"])
def test_a_teryt_code_that_lost_its_zero_is_found_or_asked_about(razem, code):
    head = ["Organizacja", "Usługa", "Kod gminy"]
    run = brought(razem, xlsx_of([head, ["Fundacja Jeden Dach", "Kursy języka polskiego", code]]), name="a.xlsx")
    found = run.results.get()
    assert found.outcome == "created" or found.problems[0][1] == "area_ambiguous"


def test_a_code_beside_the_name_of_another_place_is_refused(razem):
    run = brought(razem, csv_of(row(**{"Powiat": "Legnica", "Kod powiatu": "0264"})))
    assert reasons(run) == {2: ["area_code_and_name"]}


def test_all_that_is_wrong_with_a_row_is_said_at_once(razem):
    run = brought(razem, csv_of(row(Powiat="Nibylandia", Początek="31.02.2026", Usługa="Zupełnie co innego")))
    assert sorted(reasons(run)[2]) == ["area_unknown", "no_such_day", "word_unknown"]


def test_a_formula_in_a_text_file_stays_text(razem):
    applied(razem, csv_of(row(Działanie="=HYPERLINK(1)")))
    from tkanka.coordination.activities.models import Activity

    assert Activity.objects.get().title == "=HYPERLINK(1)"
