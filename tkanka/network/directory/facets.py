"""What somebody looks for in the directory, as it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

SORTS = ("name", "confirmed", "joined")
CONCEPTS = {
    "sector": ("sectors",),
    "service": ("services", "support_services"),
    "group": ("target_groups",),
    "language": ("languages",),
    "community": ("communities",),
}
LONGEST = 200
# How long an organisation has been at work, in whole years: from, and below.
YEARS = {"under_3": (0, 3), "from_3_to_9": (3, 10), "from_10_to_19": (10, 20), "from_20": (20, 2000)}


@dataclass(frozen=True, slots=True)
class Facets:
    """One value a facet, empty for no wish. `area` is the code of a unit, `subregion` a key; the rest are codes."""

    q: str = ""
    area: str = ""
    subregion: str = ""
    sector: str = ""
    service: str = ""
    group: str = ""
    language: str = ""
    community: str = ""
    kind: str = ""
    status: str = ""
    reach: str = ""
    size: str = ""
    years: str = ""
    led: str = ""
    sort: str = "name"

    def without(self, name: str) -> Facets:
        return replace(self, **{name: ""})

    @property
    def chosen(self) -> tuple[str, ...]:
        """The facets somebody set, by name."""
        return tuple(f.name for f in fields(self) if f.name != "sort" and getattr(self, f.name))

    @property
    def address(self) -> str:
        """The question as part of an address; what is not asked is left out."""
        asked = {f.name: getattr(self, f.name) for f in fields(self)}
        return urlencode({k: v for k, v in asked.items() if v and (k, v) != ("sort", "name")})


def founded_within(years: str, this_year: int) -> tuple[int, int]:
    """The first and the last year of founding that a span of years at work means; KeyError for no span."""
    least, below = YEARS[years]
    return this_year - below + 1, this_year - least


def years_at_work(founded: int | None, this_year: int) -> str:
    """The span an organisation founded in that year belongs to; "" where it does not say, or lies ahead."""
    if founded is None:
        return ""
    return next((name for name, (least, below) in YEARS.items() if least <= this_year - founded < below), "")


def read_facets(asked: Mapping[str, str]) -> Facets:
    """The facets of an address; NULs and endless values are cut, an unknown order is by name."""
    found = {f.name: asked.get(f.name, "").replace("\x00", "").strip()[:LONGEST] for f in fields(Facets)}
    if found["sort"] not in SORTS:
        found["sort"] = "name"
    return Facets(**found)
