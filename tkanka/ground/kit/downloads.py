"""Files that leave the house: what people uploaded, and lists as CSV and XLSX."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import IO, Any

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
BOM = "\ufeff"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
WIDEST = 60


def guarded(answer: HttpResponse | StreamingHttpResponse, name: str) -> Any:
    """The answer as a file to keep: never shown inside the page, never guessed at, kept by no cache on the way."""
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = POLICY
    answer["Cache-Control"] = "private, no-store"
    return answer


def file_answer(content: IO[bytes], name: str, content_type: str = "application/octet-stream") -> FileResponse:
    """A kept file under the name its readers know it by."""
    answer: FileResponse = guarded(FileResponse(content, content_type=content_type), name)
    return answer


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS):
        return f"'{cell}"
    return cell


def written(cell: object) -> object:
    """How a CSV writes a cell: days as ISO, yes and no as 1 and 0, nothing as nothing."""
    if isinstance(cell, datetime):
        cell = timezone.localtime(cell) if timezone.is_aware(cell) else cell
        return cell.replace(tzinfo=None).isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return int(cell)
    return "" if cell is None else harmless(cell if isinstance(cell, int | float | str) else str(cell))


class _Echo:
    def write(self, line: str) -> str:
        return line


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Comma-separated lines, UTF-8 with a mark that spreadsheets recognise."""
    writer = csv.writer(_Echo())
    yield BOM + writer.writerow([harmless(str(column)) for column in columns])
    for row in rows:
        yield writer.writerow([written(cell) for cell in row])


def csv_answer(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> StreamingHttpResponse:
    """A list as CSV, line by line, however long it is."""
    lines = StreamingHttpResponse(csv_lines(columns, rows), content_type="text/csv; charset=utf-8")
    answer: StreamingHttpResponse = guarded(lines, f"{name}.csv")
    return answer


def xlsx_answer(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A list as a spreadsheet with a heading that stays, filters and real dates. Text is text, never a formula."""
    import xlsxwriter

    held = BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    widths = [len(str(column)) for column in columns]
    for place, column in enumerate(columns):
        sheet.write_string(0, place, str(column), bold)
    last = 0
    for last, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            widths[place] = max(widths[place], min(WIDEST, len(str(cell))))
            _put(sheet, last, place, cell, day, moment)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width + 2)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, max(0, len(widths) - 1))
    book.close()
    answer: HttpResponse = guarded(HttpResponse(held.getvalue(), content_type=XLSX), f"{name}.xlsx")
    return answer


def _put(sheet: Any, line: int, place: int, cell: object, day: Any, moment: Any) -> None:
    if isinstance(cell, datetime):
        local = timezone.localtime(cell) if timezone.is_aware(cell) else cell
        sheet.write_datetime(line, place, local.replace(tzinfo=None), moment)
    elif isinstance(cell, date):
        sheet.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), day)
    elif isinstance(cell, bool | int | float):
        sheet.write(line, place, cell)
    elif cell is not None:
        sheet.write_string(line, place, str(cell)[:32_767])
