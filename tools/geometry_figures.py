"""How far the derived boundaries are from the registered areas: `python tools/geometry_figures.py [OFFICIAL.geojson]`.

Prints the table of docs/geometry.md. With official boundaries (features with a `teryt` property) it also says how much
of the ground both agree on; they are compared only, never kept.
"""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import numpy as np  # noqa: E402
import shapely  # noqa: E402
from geometry.sources import table  # noqa: E402

from tkanka.network.places.drawing import in_kilometres  # noqa: E402

DERIVED = ROOT / "build" / "geometry" / "powiaty.geojson"


def shapes_of(path: Path, key: str) -> dict[str, Any]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["properties"][key]: in_kilometres(feature["geometry"]) for feature in features}


def registered() -> dict[str, float]:
    """Land area of each powiat in square kilometres."""
    sea = {row["code"]: float(row["sea_km2"]) for row in table("sea.csv")}
    rows = [row for row in table("teryt.csv") if len(row["code"]) == 4]
    return {row["code"]: float(row["area_km2"]) - sea.get(row["code"], 0.0) for row in rows}


def area_figures() -> dict[str, float]:
    """Relative errors of the areas, in per cent."""
    areas, shapes = registered(), shapes_of(DERIVED, "code")
    pairs = np.array([(shapes[code].area, area) for code, area in areas.items()])
    errors = np.abs(pairs[:, 0] / pairs[:, 1] - 1) * 100
    total = abs(pairs[:, 0].sum() / pairs[:, 1].sum() - 1) * 100
    return {
        "median": float(np.median(errors)),
        "90th percentile": float(np.quantile(errors, 0.9)),
        "maximum": float(errors.max()),
        "whole country": float(total),
    }


def overlap_figures(reference: Path) -> dict[str, float]:
    """Common ground as a share of the ground of both (intersection over union), in per cent."""
    official, derived = shapes_of(reference, "teryt"), shapes_of(DERIVED, "code")
    both = [(official[code], derived[code]) for code in official]
    shares = np.array([shapely.intersection(a, b).area / shapely.union(a, b).area for a, b in both]) * 100
    right = sum(shapely.intersection(a, b).area for a, b in both) / sum(b.area for _, b in both) * 100
    return {
        "median overlap": float(np.median(shares)),
        "10th percentile overlap": float(np.quantile(shares, 0.1)),
        "ground in its right powiat": float(right),
    }


if __name__ == "__main__":
    figures = area_figures() | (overlap_figures(Path(sys.argv[1])) if len(sys.argv) > 1 else {})
    for name, value in figures.items():
        print(f"| {name} | {value:.1f} % |")
