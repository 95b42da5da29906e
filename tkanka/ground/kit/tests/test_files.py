import csv
import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from python_calamine import CalamineWorkbook

from tkanka.ground.kit.downloads import BOM, csv_answer, file_answer, xlsx_answer
from tkanka.ground.kit.uploads import PICTURES, SHEETS, Checked, Sort, safe_name, sort_of

COLUMNS = ["Nazwa", "=HYPERLINK()"]
DANGEROUS = ["=1+1", "+48 600 100 200", "-2", "@SUM(A1)", "\tx", "\u201eok\u201d"]


def archive(**parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return held.getvalue()


XLSX = archive(xl__workbook_dot_xml="<x/>")


def test_no_cell_of_a_csv_is_a_formula():
    answer = csv_answer("lista", COLUMNS, [[text, None] for text in DANGEROUS])
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith(BOM)
    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))
    assert rows[0] == ["Nazwa", "'=HYPERLINK()"]
    assert [row[0] for row in rows[1:]] == [f"'{text}" for text in DANGEROUS[:5]] + [DANGEROUS[5]]


def test_numbers_days_and_nothing_keep_their_nature_in_a_csv():
    at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    line = b"".join(csv_answer("x", ["a"], [[-5, 1.5, date(2026, 1, 2), at, True, None]]).streaming_content).decode()
    assert line.splitlines()[1] == "-5,1.5,2026-01-02,2026-11-20 10:00,1,"


def test_a_spreadsheet_holds_text_as_text_and_days_as_days():
    answer = xlsx_answer("lista", COLUMNS, [["=1+1", date(2026, 1, 2)], ["+48 600", 7]])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[1:] == [["=1+1", date(2026, 1, 2)], ["+48 600", 7.0]]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_file_is_handed_out_to_be_kept_never_to_be_shown():
    answer = file_answer(io.BytesIO(b"<script>alert(1)</script>"), 'zły "plik".html')
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        (b"%PDF-1.7 ...", Sort.PDF),
        (b"\x89PNG\r\n\x1a\n....", Sort.PNG),
        (b"\xff\xd8\xff\xe0", Sort.JPEG),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Sort.WEBP),
        (XLSX, Sort.XLSX),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Sort.ODS),
        ("Nazwa;Gdzie\nNić;Łódź".encode("cp1250"), Sort.TEXT),
        (archive(xl__workbook_dot_xml="", xl__vbaProject_dot_bin="x"), None),
        (archive(anything="x"), None),
        (b"PK\x03\x04 broken", None),
        (b"<svg onload=alert(1)>", None),
        (b"  <html>", None),
        (b"MZ\x00\x00", None),
        (b"", None),
    ],
)
def test_a_file_is_what_is_in_it(content, sort):
    assert sort_of(ContentFile(content)) == sort


def test_an_archive_made_to_burst_is_not_taken(monkeypatch):
    monkeypatch.setattr("tkanka.ground.kit.uploads.UNPACKED_AT_MOST", 1000)
    assert sort_of(ContentFile(archive(xl__workbook_dot_xml="0" * 5000))) is None


@pytest.mark.parametrize(
    ("check", "content", "name", "code"),
    [
        (Checked(), b"", "a.pdf", "empty"),
        (Checked(most=3), b"%PDF-1", "a.pdf", "too_big"),
        (Checked(PICTURES), b"%PDF-1", "a.pdf", "sort"),
        (Checked(SHEETS), XLSX, "a.pdf", "ending"),
        (Checked(SHEETS), b"MZ\x00", "a.xlsx", "sort"),
    ],
)
def test_an_upload_that_is_not_taken_is_told_why(check, content, name, code):
    with pytest.raises(ValidationError) as refused:
        check(ContentFile(content, name=name))
    assert refused.value.code == code


@pytest.mark.parametrize(("content", "name"), [(XLSX, "spis.XLSX"), (b"a;b\n", "spis.csv"), (b"a,b\n", "bez-konca")])
def test_a_good_upload_passes(content, name):
    Checked(SHEETS)(ContentFile(content, name=name))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\raport.pdf", "raport.pdf"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("\x00", "plik"),
        ("  Źródło łąki.docx ", "Źródło łąki.docx"),
        ("a" * 500 + ".pdf", "a" * 116 + ".pdf"),
        (".pdf", "pdf"),
    ],
)
def test_a_name_is_only_a_name(name, safe):
    assert safe_name(name) == safe
