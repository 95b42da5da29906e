"""What the geometry is derived from: places with their powiat, the outline of the country, registered areas."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from tkanka.network.places.projection import to_map

from .cells import Floats, Ints

ROOT = Path(__file__).resolve().parent.parent.parent
PLACES = ROOT / "node_modules" / "polskie-miejscowosci" / "data.json"
OUTLINES = ROOT / "node_modules" / "world-atlas" / "countries-10m.json"
DATA = ROOT / "tkanka" / "network" / "places" / "data"
POLAND = "616"
KM2_PER_SITE, RIM_KM = 4.0, 1.0
GOLDEN = np.pi * (3 - np.sqrt(5))


@dataclass(frozen=True)
class Ground:
    """Coordinates in kilometres; `owner[i]` is the index in `codes` of the powiat in which site i lies."""

    codes: list[str]
    sites: Floats
    owner: Ints
    areas: Floats
    land: shapely.Geometry


def ground() -> Ground:
    rows = table("teryt.csv")
    sea = {row["code"]: float(row["sea_km2"]) for row in table("sea.csv")}
    voivodeships = {row["code"]: row["name"] for row in rows if len(row["code"]) == 2}
    powiats = [row for row in rows if len(row["code"]) == 4]
    areas = [float(row["area_km2"]) - sea.get(row["code"], 0.0) for row in powiats]
    index = {(voivodeships[row["code"][:2]], row["name"]): i for i, row in enumerate(powiats)}
    places = json.loads(PLACES.read_text(encoding="utf-8"))
    sites = [to_map(place["Longitude"], place["Latitude"]) for place in places]
    owner = [index[place["Province"], place["District"]] for place in places]
    for i, (row, area) in enumerate(zip(powiats, areas, strict=True)):
        if row["kind"] == "city":
            spread = disc(to_map(float(row["lon"]), float(row["lat"])), area)
            sites += spread
            owner += [i] * len(spread)
    _, first = np.unique(np.round(sites, 3), axis=0, return_index=True)
    return Ground(
        codes=[row["code"] for row in powiats],
        sites=np.array(sites)[first],
        owner=np.array(owner)[first],
        areas=np.array(areas),
        land=outline(json.loads(OUTLINES.read_text(encoding="utf-8")), POLAND),
    )


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def disc(middle: tuple[float, float], area: float) -> list[tuple[float, float]]:
    """A city is one place among villages: points evenly over a disc of its area, short of the rim by half the way
    to the next village."""
    count, radius = max(5, round(area / KM2_PER_SITE)), max(np.sqrt(area / np.pi) - RIM_KM, RIM_KM / 2)
    turns = np.arange(count)
    far, angle = radius * np.sqrt((turns + 0.5) / count), turns * GOLDEN
    return [(middle[0] + f * np.cos(a), middle[1] + f * np.sin(a)) for f, a in zip(far, angle, strict=True)]


def outline(atlas: dict[str, Any], country: str) -> shapely.Geometry:
    """A country of a TopoJSON atlas, in kilometres of the map."""
    (found,) = [g for g in atlas["objects"]["countries"]["geometries"] if g.get("id") == country]
    polygons = [found["arcs"]] if found["type"] == "Polygon" else found["arcs"]
    return shapely.union_all([shapely.Polygon(_ring(atlas, polygon[0])) for polygon in polygons])


def _ring(atlas: dict[str, Any], arcs: list[int]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for number in arcs:
        arc = _arc(atlas, number if number >= 0 else ~number)
        points += arc[:-1] if number >= 0 else arc[:0:-1]
    return points


def _arc(atlas: dict[str, Any], number: int) -> list[tuple[float, float]]:
    (kx, ky), (x0, y0) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    steps = np.cumsum(np.array(atlas["arcs"][number]), axis=0)
    return [to_map(float(x) * kx + x0, float(y) * ky + y0) for x, y in steps]
