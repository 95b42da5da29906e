"""A file as tables: what it is by its first bytes, its sheets, and their rows with the numbers people see."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from tkanka.ground.kit.uploads import Sort, sort_of

from .problems import FileProblem
from .texts import decoded, rows_of

MOST_ROWS = 150_000
MOST_COLUMNS = 300
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\x00", b"MM\x00*")
Cell = Any
"""What a cell holds: text, a number, a truth, a day or nothing ("")."""
NumberedRow = tuple[int, list[Cell]]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that is shown. `height` counts its rows, with the empty ones above; 0 where that is not known."""

    name: str
    height: int = 0


class TableFile:
    """An opened file. Raises FileProblem for whatever is no table that can be read."""

    def __init__(self, content: bytes, name: str = ""):
        if not content:
            raise FileProblem("empty_file")
        if len(content) > settings.MAX_UPLOAD_BYTES:
            raise FileProblem("too_big", size=len(content), most=settings.MAX_UPLOAD_BYTES)
        self.ending = PurePosixPath(name).suffix.lower().lstrip(".")
        self._book: CalamineWorkbook | None = None
        self._text = ""
        if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            self._book = self._opened(content)
        else:
            _expect_text(content)
            self._text = decoded(content)
        self.tables = self._shown()

    def _opened(self, content: bytes) -> CalamineWorkbook:
        if sort_of(ContentFile(content)) not in (Sort.XLSX, Sort.ODS):
            raise FileProblem("other_archive")
        if _is_locked(content):
            raise FileProblem("locked")
        try:
            return CalamineWorkbook.from_filelike(BytesIO(content))
        except PasswordError as wrong:
            raise FileProblem("locked") from wrong
        except (CalamineError, OSError, ValueError, RuntimeError) as wrong:
            raise FileProblem("damaged") from wrong

    def _shown(self) -> list[Table]:
        if self._book is None:
            return [Table("")]
        shown = [m.name for m in self._book.sheets_metadata if m.visible == SheetVisibleEnum.Visible]
        tables = [Table(name, self._sheet(name).total_height) for name in shown or self._book.sheet_names]
        found = [table for table in tables if table.height]
        if not found:
            raise FileProblem("no_rows")
        return found

    def _sheet(self, name: str) -> Any:
        assert self._book is not None
        try:
            return self._book.get_sheet_by_name(name)
        except (CalamineError, ValueError, KeyError) as wrong:
            raise FileProblem("damaged") from wrong

    def rows(self, table: str = "") -> Iterator[NumberedRow]:
        """Number (as the sheet shows it) and cells of every row that says anything. Raises FileProblem."""
        found = self._sheet_rows(table) if self._book else rows_of(self._text)
        said = 0
        for number, cells in enumerate(found, start=1):
            if len(cells) > MOST_COLUMNS:
                cells = cells[:MOST_COLUMNS]
            if any(cell != "" and cell is not None for cell in cells) and any(str(cell).strip() for cell in cells):
                said += 1
                if said > MOST_ROWS:
                    raise FileProblem("too_many_rows", most=MOST_ROWS)
                yield number, cells

    def _sheet_rows(self, table: str) -> Iterator[list[Cell]]:
        sheet = self._sheet(table or self.tables[0].name)
        before = [""] * (sheet.start[1] if sheet.start else 0)
        try:
            for cells in sheet.iter_rows():
                yield [*before, *cells]
        except (CalamineError, ValueError) as wrong:
            raise FileProblem("damaged") from wrong


def _expect_text(content: bytes) -> None:
    if content.startswith(OLD_OFFICE):
        raise FileProblem("locked" if LOCKED in content else "old_excel")
    if content.startswith(PICTURES) or content.startswith(b"%PDF"):
        raise FileProblem("picture")
    if content.lstrip()[:1] == b"<" or content.lstrip()[:1] == b"{":
        raise FileProblem("not_a_table")


def _is_locked(content: bytes) -> bool:
    """An open-document sheet under a password keeps its table of contents readable, and says so there."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if "META-INF/manifest.xml" not in archive.namelist():
                return False
            return b"encryption-data" in archive.open("META-INF/manifest.xml").read(200_000)
    except (zipfile.BadZipFile, OSError, RuntimeError, KeyError) as wrong:
        raise FileProblem("damaged") from wrong
