"""Reading another country's units: our own CSV, or any HXL file, whose areas are taken by the path of their names."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.utils.translation import gettext as _

from .area_files import Unreadable
from .facts import UnitFacts

REQUIRED, OPTIONAL = (
    ("code", "name", "level"),
    ("parent_code", "population", "area_km2", "lat", "lon", "name_en", "name_uk"),
)
LEVELS = {"country": 0, "admin0": 0, "admin1": 1, "admin2": 2, "admin3": 3, "0": 0, "1": 1, "2": 2, "3": 3}
LONGEST, MOST_PEOPLE = 200, 2_000_000_000
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row as the person sees it in the sheet, the column at fault, and the reason."""

    row: int
    column: str
    reason: str


@dataclass(slots=True)
class UnitFile:
    rows: int = 0
    facts: list[UnitFacts] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


class Wrong(Exception):
    def __init__(self, column: str, reason: str):
        super().__init__(reason)
        self.column, self.reason = column, reason


def read_table(path: Path) -> list[tuple[int, list[str]]]:
    """Line number and cells of each row that has any. Raises Unreadable."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1250", errors="replace")
    if "\0" in text:
        raise Unreadable(_("Plik nie jest tekstem CSV."))
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        rows = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise Unreadable(_("Plik nie jest poprawnym CSV: %(error)s") % {"error": error}) from error
    return [(number, cells) for number, cells in rows if any(cells)]


def read_units(table: list[tuple[int, list[str]]], known: Mapping[str, int]) -> UnitFile:
    """Our CSV: `code,name,level,parent_code,population,area_km2,lat,lon,name_en,name_uk`.

    `known` are the units the scheme has already: code → level. A row is taken whole or refused with its reason;
    what stands under a refused row is refused too.
    """
    header = [cell.lower() for cell in table[0][1]] if table else []
    if missing := [name for name in REQUIRED if name not in header]:
        raise Unreadable(_("W nagłówku brakuje kolumn: %(columns)s.") % {"columns": ", ".join(missing)})
    found = UnitFile(rows=len(table) - 1)
    parsed: dict[str, tuple[int, UnitFacts]] = {}
    for number, cells in table[1:]:
        try:
            facts = _facts(dict(zip(header, cells, strict=False)))
            if facts.code in parsed:
                raise Wrong("code", _("Kod jest już w wierszu %(row)s.") % {"row": parsed[facts.code][0]})
            parsed[facts.code] = (number, facts)
        except Wrong as wrong:
            found.refused.append(Refusal(number, wrong.column, wrong.reason))
    _take(parsed, known, found)
    return found


def _take(parsed: Mapping[str, tuple[int, UnitFacts]], known: Mapping[str, int], found: UnitFile) -> None:
    levels = dict(known)
    for number, facts in sorted(parsed.values(), key=lambda pair: pair[1].level):
        if facts.parent and facts.parent not in levels:
            reason = _("Nie ma jednostki nadrzędnej „%(code)s”.") % {"code": facts.parent}
        elif facts.parent and levels[facts.parent] >= facts.level:
            reason = _("Jednostka nadrzędna „%(code)s” nie stoi wyżej.") % {"code": facts.parent}
        else:
            levels[facts.code] = facts.level
            found.facts.append(facts)
            continue
        found.refused.append(Refusal(number, "parent_code", reason))
    found.refused.sort(key=lambda refusal: refusal.row)


def _facts(row: Row) -> UnitFacts:
    level = LEVELS.get(row["level"].lower()) if row.get("level") else None
    if level is None:
        raise Wrong("level", _("Poziom to liczba od 0 (kraj) do 3."))
    lat, lon = _number(row, "lat", 90), _number(row, "lon", 180)
    if (lat is None) != (lon is None):
        raise Wrong("lat" if lat is None else "lon", _("Podaj obie współrzędne albo żadnej."))
    if level == 0 and row.get("parent_code"):
        raise Wrong("parent_code", _("Kraj nie ma jednostki nadrzędnej."))
    return UnitFacts(
        code=_text(row, "code", needed=True),
        name=_text(row, "name", needed=True),
        level=level,
        parent=_text(row, "parent_code"),
        name_en=_text(row, "name_en"),
        name_uk=_text(row, "name_uk"),
        population=_people(row),
        area_km2=_area(row),
        lat=lat,
        lon=lon,
    )


def _text(row: Row, column: str, needed: bool = False) -> str:
    value = row.get(column, "")
    if needed and not value:
        raise Wrong(column, _("Pole jest puste."))
    if len(value) > LONGEST:
        raise Wrong(column, _("Najwyżej %(limit)s znaków.") % {"limit": LONGEST})
    return value


def _people(row: Row) -> int | None:
    value = row.get("population", "").replace(" ", "").replace("\xa0", "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or int(value[:12]) > MOST_PEOPLE:
        raise Wrong("population", _("Liczba ludności to liczba całkowita, nie ujemna."))
    return int(value)


def _area(row: Row) -> Decimal | None:
    value = row.get("area_km2", "").replace(",", ".")
    try:
        area = Decimal(value).quantize(Decimal("0.1")) if value else None
    except InvalidOperation:
        area = Decimal(0)
    if area is not None and not 0 < area < 100_000_000:
        raise Wrong("area_km2", _("Powierzchnia to dodatnia liczba kilometrów kwadratowych."))
    return area


def _number(row: Row, column: str, limit: int) -> float | None:
    value = row.get(column, "").replace(",", ".")
    if not value:
        return None
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if not -limit <= number <= limit:
        raise Wrong(column, _("Współrzędna to liczba stopni od −%(limit)s do %(limit)s.") % {"limit": limit})
    return number
