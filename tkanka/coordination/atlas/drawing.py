"""The map as SVG: areas in classes, a legend, and the window of one voivodeship."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tkanka.network.places.models import Level
from tkanka.network.places.queries import svg_paths

from .outlines import joined, window

Parts = Mapping[str, Collection[str]]
CLASSES = ("m-w", "m1", "m2", "m3")


@dataclass(frozen=True, slots=True)
class Shape:
    """One area of the map: its code, its class, and what it says when pointed at."""

    code: str
    path: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the legend: the class, its limits in words, and how many areas are in it."""

    kind: str
    said: str
    areas: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws. Without geometry there are no shapes: the table alone is shown.

    `outlines` are the network's own subregions, drawn over the areas; `within` are the powiats inside coloured
    subregions, as lines.
    """

    view_box: str
    shapes: Sequence[Shape]
    borders: str
    outline: str
    legend: Sequence[Step]
    attribution: str | Promise
    chosen: str = ""
    outlines: Sequence[str] = ()
    within: str = ""

    def drawn(self, base: str = "", query: str = "") -> SafeString:
        """The areas as SVG, each a link to its page below `base` if that is given. Written here: 380 are many for a
        template. The links are for the pointer; the table has them for everybody."""
        return mark_safe("".join(_written(shape, base, escape(query)) for shape in self.shapes))  # noqa: S308 - escaped


def _written(shape: Shape, base: str, query: str) -> str:
    path = f'<path class="{shape.kind}" d="{shape.path}"><title>{escape(shape.title)}</title></path>'
    return f'<a href="{base}{shape.code}/{query}" tabindex="-1">{path}</a>' if base else path


def limits_of(values: Sequence[int]) -> tuple[int, int]:
    """Where the second and the third class begin: about a third of the areas that have any, in each."""
    some = sorted(value for value in values if value > 0)
    if not some:
        return 2, 3
    second = max(2, _round(some[len(some) // 3]))
    return second, max(second + 1, _round(some[2 * len(some) // 3]))


def _round(value: int) -> int:
    """A limit people can remember: two digits, then noughts."""
    size: int = 10 ** max(0, len(str(value)) - 2)
    return -(-value // size) * size


def class_of(value: int, limits: tuple[int, int]) -> str:
    return CLASSES[0] if value <= 0 else CLASSES[1 + (value >= limits[0]) + (value >= limits[1])]


def legend_of(values: Sequence[int], limits: tuple[int, int]) -> list[Step]:
    """Four lines, from nothing to most."""
    second, third = limits
    first = "1" if second == 2 else f"1–{second - 1}"
    middle = f"{second}" if third == second + 1 else f"{second}–{third - 1}"
    kinds = [class_of(value, limits) for value in values]
    said = dict(zip(CLASSES, ("0", first, middle, f"{third}+"), strict=True))
    return [Step(kind, said[kind], kinds.count(kind)) for kind in CLASSES]


def picture(
    values: Mapping[str, int],
    titles: Mapping[str, str],
    by: Level,
    inside: Collection[str] | None = None,
    chosen: str = "",
    parts: Parts | None = None,
) -> Picture:
    """The map coloured by values (code → number), of some areas or all, with one in a ring and `parts` outlined."""
    drawing = svg_paths(by)
    paths = {code: path for code, path in drawing.paths.items() if inside is None or code in inside}
    limits, legend = _classes([values.get(code, 0) for code in paths])
    shapes = [
        Shape(code, path, class_of(values.get(code, 0), limits), titles.get(code, code)) for code, path in paths.items()
    ]
    return Picture(
        view_box=window(tuple(paths.values())) if inside is not None and paths else drawing.view_box,
        shapes=shapes,
        borders=drawing.lines.get("voivodeship", ""),
        outline=drawing.lines.get("country", ""),
        legend=legend,
        attribution=drawing.attribution,
        chosen=paths.get(chosen, ""),
        outlines=list(_outlined(paths, parts or {}).values()),
    )


def picture_of_parts(values: Mapping[str, int], titles: Mapping[str, str], parts: Parts) -> Picture:
    """The same for areas that are put together of powiats: name → number, name → words, name → codes of powiats."""
    drawing = svg_paths(Level.POWIAT)
    paths = _outlined(drawing.paths, parts)
    limits, legend = _classes([values.get(name, 0) for name in paths])
    inner = [drawing.paths[code] for name in paths for code in parts[name] if code in drawing.paths]
    return Picture(
        view_box=window(tuple(paths.values())) if paths else drawing.view_box,
        shapes=[Shape(name, path, class_of(values.get(name, 0), limits), titles[name]) for name, path in paths.items()],
        borders=drawing.lines.get("voivodeship", ""),
        outline=drawing.lines.get("country", ""),
        legend=legend,
        attribution=drawing.attribution,
        outlines=list(paths.values()),
        within="".join(inner),
    )


def _classes(numbers: Sequence[int]) -> tuple[tuple[int, int], list[Step]]:
    limits = limits_of(numbers)
    return limits, legend_of(numbers, limits)


def _outlined(paths: Mapping[str, str], parts: Parts) -> dict[str, str]:
    """The outline of every part of which anything is drawn."""
    known = {name: tuple(paths[code] for code in sorted(codes) if code in paths) for name, codes in parts.items()}
    return {name: joined(drawn) for name, drawn in known.items() if drawn}
