"""The map as SVG: areas in classes, a legend, and the window of one voivodeship."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tkanka.network.places.models import Level
from tkanka.network.places.queries import svg_paths

CLASSES = ("m-w", "m1", "m2", "m3")
STEP = re.compile(r"[Ml]|-?\d+|z")


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
    """What the template draws. Without geometry there are no shapes: the table alone is shown."""

    view_box: str
    shapes: Sequence[Shape]
    borders: str
    outline: str
    legend: Sequence[Step]
    attribution: str
    chosen: str = ""

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
    values: Mapping[str, int], titles: Mapping[str, str], by: Level, inside: str = "", chosen: str = ""
) -> Picture:
    """The map coloured by values (code → number), of one voivodeship or all, with one area in a ring."""
    drawing = svg_paths(by)
    paths = {code: path for code, path in drawing.paths.items() if code.startswith(inside)}
    numbers = [values.get(code, 0) for code in paths]
    limits = limits_of(numbers)
    shapes = [
        Shape(code, path, class_of(values.get(code, 0), limits), titles.get(code, code)) for code, path in paths.items()
    ]
    return Picture(
        view_box=window(tuple(paths.values())) if inside and paths else drawing.view_box,
        shapes=shapes,
        borders=drawing.lines.get("voivodeship", ""),
        outline=drawing.lines.get("country", ""),
        legend=legend_of(numbers, limits),
        attribution=drawing.attribution,
        chosen=paths.get(chosen, ""),
    )


@lru_cache(maxsize=32)
def window(paths: tuple[str, ...]) -> str:
    """The viewBox that holds the paths, with a margin."""
    points = [point for path in paths for point in _points(path)]
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    width, height = max(x for x, _y in points) - left, max(y for _x, y in points) - top
    edge = max(width, height) // 20 + 2
    return f"{left - edge} {top - edge} {width + 2 * edge} {height + 2 * edge}"


def _points(path: str) -> list[tuple[int, int]]:
    """Where the path goes: `M` is absolute, what follows `l` are steps."""
    found: list[tuple[int, int]] = []
    x = y = 0
    for ring in path.split("M")[1:]:
        start, _, steps = ring.rstrip("z").partition("l")
        x, y = map(int, STEP.findall(start))
        found.append((x, y))
        numbers = list(map(int, STEP.findall(steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=False):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found
