"""Units out of an HXL file: `#country`, `#adm1`–`#adm3` (`+name`, `+code`), `#lat_deg` and `#lon_deg` or `#geo`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from .facts import UnitFacts
from .folding import folded
from .unit_files import LONGEST, Refusal, UnitFile, Wrong

TAGS = ("#country", "#adm1", "#adm2", "#adm3")
LAT, LON = ("#lat_deg", "#geo+lat", "#lat"), ("#lon_deg", "#geo+lon", "#lon")
HEADER_ROWS = 25
Table = list[tuple[int, list[str]]]
Point = tuple[float, float]


def tag_row(table: Table) -> int | None:
    """Where the row of tags stands, if this is an HXL file."""
    for at, (_number, cells) in enumerate(table[:HEADER_ROWS]):
        filled = [cell for cell in cells if cell]
        if len(filled) > 1 and all(cell.startswith("#") for cell in filled):
            return at
    return None


@dataclass(slots=True)
class Columns:
    names: list[int | None]
    codes: list[int | None]
    lat: int | None
    lon: int | None


@dataclass(slots=True)
class Gathered:
    units: dict[str, UnitFacts] = field(default_factory=dict)
    points: dict[str, set[Point]] = field(default_factory=lambda: defaultdict(set))


def read_hxl(table: Table, known: Mapping[str, str]) -> UnitFile:
    """One unit a distinct path of names. Codes are the file's, or made of the names ("mali/gao").

    `known` are the names of units the scheme has: code → name; they stay. A unit's point is the mean of the points
    of its rows. Rows without any area are counted, and refused with the reason.
    """
    start = tag_row(table) or 0
    columns, gathered = _columns(table[start][1]), Gathered()
    found = UnitFile(rows=len(table) - start - 1)
    for number, cells in table[start + 1 :]:
        try:
            _gather(cells, columns, gathered)
        except Wrong as wrong:
            found.refused.append(Refusal(number, wrong.column, wrong.reason))
    for code, facts in gathered.units.items():
        points = gathered.points[code]
        middle = [round(sum(p[i] for p in points) / len(points), 5) for i in (0, 1)] if points else (None, None)
        found.facts.append(replace(facts, name=known.get(code, facts.name), lat=middle[0], lon=middle[1]))
    return found


def _columns(tags: list[str]) -> Columns:
    bare = [tag.lower().replace(" ", "") for tag in tags]

    def find(tag: str, code: bool) -> int | None:
        fitting = [i for i, t in enumerate(bare) if t.split("+")[0] == tag and ("+code" in t) == code]
        return min(fitting, key=lambda i: "+name" not in bare[i], default=None)

    return Columns(
        names=[find(tag, code=False) for tag in TAGS],
        codes=[find(tag, code=True) for tag in TAGS],
        lat=next((i for i, tag in enumerate(bare) if tag in LAT), None),
        lon=next((i for i, tag in enumerate(bare) if tag in LON), None),
    )


def _gather(cells: list[str], columns: Columns, gathered: Gathered) -> None:
    parent, gap = "", ""
    top = next((level for level, name in enumerate(columns.names) if name is not None), 0)
    for level, (name_at, code_at) in enumerate(zip(columns.names, columns.codes, strict=True)):
        name, given = _cell(cells, name_at), _cell(cells, code_at)
        if not name and not given:
            gap = gap or (TAGS[level] if level >= top else "")
            continue
        if gap:
            raise Wrong(gap, _("Brakuje jednostki nadrzędnej (%(tag)s).") % {"tag": gap})
        code = given or "/".join(part for part in (parent, folded(name).replace(" ", "-")) if part)
        if len(code) > LONGEST or len(name) > LONGEST or not folded(name or given):
            raise Wrong(TAGS[level], _("Nazwy „%(name)s” nie da się przyjąć.") % {"name": name[:60]})
        gathered.units.setdefault(code, UnitFacts(code=code, name=name or given, level=level, parent=parent))
        parent = code
    if not parent:
        raise Wrong(TAGS[top], _("Wiersz nie podaje żadnej jednostki."))
    if point := _point(_cell(cells, columns.lat), _cell(cells, columns.lon)):
        gathered.points[parent].add(point)


def _cell(cells: list[str], at: int | None) -> str:
    return " ".join(cells[at].split()) if at is not None and at < len(cells) else ""


def _point(lat: str, lon: str) -> Point | None:
    """A point on the earth, or nothing: a place does not fall with its coordinates."""
    try:
        point = float(lat.replace(",", ".")), float(lon.replace(",", "."))
    except ValueError:
        return None
    return point if -90 <= point[0] <= 90 and -180 <= point[1] <= 180 else None
