"""From territories to pictures, simplified so that shared borders stay shared: SVG paths in one frame, GeoJSON."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .projection import to_degrees, to_map

WIDTH = 648
DETAIL_KM, SKETCH_KM = 1.0, 2.6
DEGREES = 3
Grid = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The window of the map: kilometres of its left upper corner, and units of the picture for one kilometre."""

    left: float
    top: float
    scale: float
    width: int
    height: int

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"


def frame_of(shapes: Iterable[BaseGeometry]) -> Frame:
    left, low, right, high = shapely.total_bounds(list(shapes))
    scale = (WIDTH - 4) / (right - left)
    return Frame(left - 2 / scale, high + 2 / scale, scale, WIDTH, round((high - low) * scale) + 4)


def in_kilometres(geojson: Mapping[str, Any]) -> BaseGeometry:
    """The areas of a GeoJSON geometry in degrees, on the map; what is broken is mended, lines and points fall away."""
    shape = shapely.make_valid(_moved(shapely.from_geojson(json.dumps(geojson)), to_map), method="structure")
    areas = [part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shape if shape.geom_type in ("Polygon", "MultiPolygon") else shapely.union_all(areas)


def in_degrees(shape: BaseGeometry) -> dict[str, Any]:
    """The shape as a GeoJSON geometry, to three decimals (about a hundred metres)."""
    turned = shapely.orient_polygons(_moved(shape, to_degrees))
    found: dict[str, Any] = json.loads(shapely.to_geojson(turned))
    return {"type": found["type"], "coordinates": _rounded(found["coordinates"])}


def simplified(shapes: Mapping[str, BaseGeometry], tolerance_km: float) -> dict[str, BaseGeometry]:
    """All shapes at once, so that a border two of them share stays one line."""
    made = shapely.coverage_simplify(list(shapes.values()), tolerance_km)
    return dict(zip(shapes, made, strict=True))


def joined(shapes: Mapping[str, BaseGeometry], length: int = 2) -> dict[str, BaseGeometry]:
    """Shapes whose codes begin alike, as one: voivodeships from powiats."""
    groups: dict[str, list[BaseGeometry]] = defaultdict(list)
    for code, shape in shapes.items():
        groups[code[:length]].append(shape)
    return {code: shapely.union_all(parts) for code, parts in sorted(groups.items())}


def paths_of(shapes: Mapping[str, BaseGeometry], frame: Frame) -> dict[str, str]:
    """Code → the `d` of a path: whole numbers, relative steps."""
    return {code: "".join(_path(ring) for ring in _rings(shape, frame)) for code, shape in shapes.items()}


def lines_of(groups: Mapping[str, BaseGeometry], frame: Frame) -> dict[str, str]:
    """Borders between the groups, each drawn once, and the outline of them all."""
    seen: dict[frozenset[tuple[int, int]], int] = defaultdict(int)
    for shape in groups.values():
        for ring in _rings(shape, frame):
            for step in pairwise([*ring, ring[0]]):
                seen[frozenset(step)] += 1
    between = [tuple(sorted(step)) for step, times in seen.items() if times > 1]
    around = [tuple(sorted(step)) for step, times in seen.items() if times == 1]
    return {"voivodeship": _chained(between), "country": _chained(around)}


def _rings(shape: BaseGeometry, frame: Frame) -> Iterable[Grid]:
    for polygon in shapely.get_parts(shape):
        if polygon.geom_type == "Polygon":
            for ring in (polygon.exterior, *polygon.interiors):
                grid = _on_grid(shapely.get_coordinates(ring), frame)
                if len(grid) > 2:
                    yield grid


def _on_grid(points: Any, frame: Frame) -> Grid:
    """Whole numbers of the picture, without repetitions and without the closing point."""
    across = np.rint((points[:, 0] - frame.left) * frame.scale).astype(int)
    down = np.rint((frame.top - points[:, 1]) * frame.scale).astype(int)
    grid: Grid = []
    for point in zip(across.tolist(), down.tolist(), strict=True):
        if not grid or grid[-1] != point:
            grid.append(point)
    return grid[:-1] if len(grid) > 1 and grid[0] == grid[-1] else grid


def _path(grid: Grid, closed: bool = True) -> str:
    (x, y), steps = grid[0], []
    for (x1, y1), (x2, y2) in pairwise(grid):
        steps += [x2 - x1, y2 - y1]
    written = "".join(f" {step}" if step >= 0 else str(step) for step in steps).removeprefix(" ")
    return f"M{x} {y}l{written}{'z' if closed else ''}"


def _chained(steps: Iterable[tuple[Any, ...]]) -> str:
    merged = shapely.line_merge(shapely.MultiLineString([list(step) for step in steps]))
    lines = [shapely.get_coordinates(line).astype(int) for line in shapely.get_parts(merged)]
    return "".join(_path([(int(x), int(y)) for x, y in line], closed=False) for line in lines)


def _moved(shape: BaseGeometry, by: Any) -> BaseGeometry:
    return shapely.transform(shapely.force_2d(shape), lambda points: np.array([by(x, y) for x, y in points]))


def _rounded(value: Any) -> Any:
    return round(value, DEGREES) if isinstance(value, float) else [_rounded(part) for part in value]
