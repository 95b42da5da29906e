"""What can be told from the paths of a map: the window that holds them, and the outline of several as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

STEP = re.compile(r"-?\d+")
Point = tuple[int, int]


def rings_of(path: str) -> Iterator[list[Point]]:
    """The rings of a path: `M` is absolute, what follows `l` are steps."""
    for ring in path.split("M")[1:]:
        start, _, steps = ring.rstrip("z").partition("l")
        x, y = map(int, STEP.findall(start))
        found, numbers = [(x, y)], list(map(int, STEP.findall(steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=False):
            x, y = x + dx, y + dy
            found.append((x, y))
        yield found


@lru_cache(maxsize=64)
def window(paths: tuple[str, ...]) -> str:
    """The viewBox that holds the paths, with a margin."""
    points = [point for path in paths for ring in rings_of(path) for point in ring]
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    width, height = max(x for x, _y in points) - left, max(y for _x, y in points) - top
    edge = max(width, height) // 20 + 2
    return f"{left - edge} {top - edge} {width + 2 * edge} {height + 2 * edge}"


@lru_cache(maxsize=256)
def joined(paths: tuple[str, ...]) -> str:
    """Neighbours as one area: a border that two of them share is inside and falls away.

    The rings come in no particular direction, so what lies in a hole is told by the even-odd rule.
    """
    around: dict[Point, set[Point]] = defaultdict(set)
    for path in paths:
        for ring in rings_of(path):
            for one, other in pairwise([*ring, ring[0]]):
                around[one] ^= {other}
                around[other] ^= {one}
    return "".join(map(_written, _walked(around)))


def together(shapes: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """GeoJSON polygons as one geometry of many."""
    found: list[Any] = []
    for shape in shapes:
        found += shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return {"type": "MultiPolygon", "coordinates": found}


def _walked(around: dict[Point, set[Point]]) -> Iterator[list[Point]]:
    """The lines that are left, each walked to where it began. The set of lines is used up."""
    for start in sorted(around):
        while around[start]:
            ring, here = [start], start
            while not (len(ring) > 1 and here == start) and around[here]:
                there = min(around[here])
                around[here].discard(there)
                around[there].discard(here)
                ring.append(there)
                here = there
            yield ring[:-1] if ring[-1] == start else ring


def _written(ring: list[Point]) -> str:
    (x, y), steps = ring[0], []
    for (x1, y1), (x2, y2) in pairwise(ring):
        steps += [x2 - x1, y2 - y1]
    return f"M{x} {y}l{' '.join(map(str, steps))}z"
