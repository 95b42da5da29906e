"""What a single cell says: text, a day, a number. Raises CellProblem for what cannot be taken as it stands."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from tkanka.ground.kit.dates import MONTHS, SHORT_MONTHS
from tkanka.ground.kit.downloads import FORMULA_SIGNS
from tkanka.rules.names import folded

from .problems import CellProblem, Question

SERIAL_DAYS = range(20_000, 80_000)  # 1954 to 2119 as spreadsheets count days
FIRST_SERIAL = date(1899, 12, 30)
LONGEST_CELL = 10_000
EMPTY_SIGNS = frozenset({"-", "–", "—", "n/a", "#n/a", "nd", "nd.", "b/d", "brak danych"})
MONTH_OF = {
    folded(word): number
    for words in (*MONTHS.values(), *SHORT_MONTHS.values())
    for number, word in enumerate(words, start=1)
} | {
    folded(word): number
    for words in (
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    )
    for number, word in enumerate(words.split(), start=1)
}
ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$")
DAY_FIRST = re.compile(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s?r?\.?$")
SLASHED = re.compile(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$")
MONTH_ONLY = re.compile(r"^(\d{4})-(\d{1,2})$|^(\d{1,2})[./](\d{4})$")
WORDED = re.compile(r"^(\d{1,2})\.?\s+([^\W\d]+)\.?\s+(\d{4})\s?(?:r|р)?\.?$|^([^\W\d]+)\s+(\d{1,2}),?\s+(\d{4})$")
SPACES = re.compile(r"[\s\u00a0\u202f\u2009']+")
GROUPED = re.compile(r"^-?\d{1,3}(?:[.,]\d{3})+$")
WHOLE = re.compile(r"^[-+]?\d{1,12}(?:[.,]0+)?$")
DECIMAL = re.compile(r"^[-+]?\d{1,9}(?:[.,]\d{1,12})?$")
WITHHELD = re.compile(r"^<\s?\d{1,3}$")


def restored(text: str) -> str:
    """The text as it was before a file made it harmless; see `armoured`."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_SIGNS) else text


def armoured(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula; `restored` gives it back, whatever it was."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_SIGNS) else text


def text_of(cell: Any) -> str:
    """A cell as text: a whole number without its dot, a day as ISO, nothing as nothing."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return restored(str(cell).replace("\r\n", "\n").replace("\x00", "")[:LONGEST_CELL].strip(" \t\n\r\u00a0"))


def line_of(cell: Any) -> str:
    """One line of text, its spaces single."""
    return " ".join(text_of(cell).split())


def said(cell: Any) -> bool:
    """Whether the cell says anything: blanks and a lone dash do not."""
    text = line_of(cell)
    return bool(text) and text.lower() not in EMPTY_SIGNS


def day_of(cell: Any, order: str = "", *, end: bool = False) -> date:
    """A day. `order` is how 05/06/2026 is meant: dmy, mdy or not known; of a month alone its first or last day."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = line_of(cell)
    number = _serial(cell, text)
    if number is not None:
        return FIRST_SERIAL + timedelta(days=number)
    for shape, reading in READINGS:
        if found := shape.match(text):
            return reading([part for part in found.groups() if part], text, order, end)
    raise CellProblem("not_a_day", text=text[:60])


def _serial(cell: Any, text: str) -> int | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in SERIAL_DAYS:
        return int(cell)
    return int(text) if re.fullmatch(r"[0-9]{5}", text) and int(text) in SERIAL_DAYS else None


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as wrong:
        raise CellProblem("no_such_day", text=text[:60]) from wrong


def _iso(parts: list[str], text: str, order: str, end: bool) -> date:
    return _day(int(parts[0]), int(parts[1]), int(parts[2]), text)


def _dotted(parts: list[str], text: str, order: str, end: bool) -> date:
    return _day(int(parts[2]), int(parts[1]), int(parts[0]), text)


def _slashed(parts: list[str], text: str, order: str, end: bool) -> date:
    first, second, year = map(int, parts)
    if first <= 12 and second <= 12 and first != second and order not in ("dmy", "mdy"):
        raise CellProblem("day_unclear", Question("dates", "", (("dmy", ""), ("mdy", ""))), text=text[:60])
    month_first = second > 12 or (order == "mdy" and first <= 12)
    return _day(year, *((first, second) if month_first else (second, first)), text)


def _month(parts: list[str], text: str, order: str, end: bool) -> date:
    year, month = (int(part) for part in (parts if len(parts[0]) == 4 else parts[::-1]))
    first = _day(year, month, 1, text)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1) if end else first


def _worded(parts: list[str], text: str, order: str, end: bool) -> date:
    day, word = (parts[0], parts[1]) if parts[0].isdecimal() else (parts[1], parts[0])
    month = MONTH_OF.get(folded(word))
    if month is None:
        raise CellProblem("not_a_day", text=text[:60])
    return _day(int(parts[2]), month, int(day), text)


Reading = Callable[[list[str], str, str, bool], date]
READINGS: tuple[tuple[re.Pattern[str], Reading], ...] = (
    (ISO, _iso),
    (DAY_FIRST, _dotted),
    (SLASHED, _slashed),
    (MONTH_ONLY, _month),
    (WORDED, _worded),
)


def withheld(cell: Any) -> bool:
    """Whether a number was given out as "<5": it is not known here, and what is known of it stays."""
    return bool(WITHHELD.match(line_of(cell)))


def count_of(cell: Any) -> int:
    """A whole number, negative ones too (whoever asked says what is wrong with them)."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _whole(float(cell))
    shown = line_of(cell)[:60]
    text = SPACES.sub("", line_of(cell)).replace("\u2212", "-")
    if not text.isascii():
        raise CellProblem("not_a_number", text=shown)
    if GROUPED.match(text):
        raise CellProblem("number_unclear", text=shown)
    if not WHOLE.match(text):
        raise CellProblem("not_whole" if DECIMAL.match(text) else "not_a_number", text=shown)
    return int(re.split("[.,]", text)[0])


def _whole(number: float) -> int:
    if number != number or abs(number) > 1e12:
        raise CellProblem("not_a_number", text=str(number))
    if not number.is_integer():
        raise CellProblem("not_whole", text=f"{number:g}")
    return int(number)


def degrees_of(cell: Any, most: int) -> float:
    """A latitude (most 90) or longitude (most 180)."""
    text = SPACES.sub("", line_of(cell)).replace("\u2212", "-")
    if not text.isascii() or not re.fullmatch(r"[-+]?\d{1,3}(?:[.,]\d{1,17})?", text):
        raise CellProblem("not_a_place_on_earth", text=text[:60])
    number = float(text.replace(",", "."))
    if abs(number) > most:
        raise CellProblem("not_a_place_on_earth", text=text[:60])
    return number


YES = frozenset({"1", "tak", "yes", "true", "так", "y", "t", "x"})
NO = frozenset({"0", "nie", "no", "false", "ні", "n"})


def truth_of(cell: Any) -> bool:
    """Yes or no, in any of the languages."""
    text = line_of(cell).lower()
    if text in YES or text in NO:
        return text in YES
    raise CellProblem("not_yes_or_no", text=text[:60])
