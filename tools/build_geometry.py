"""Derive the boundaries of powiats and voivodeships: `python tools/build_geometry.py`.

No drawn boundary is copied: each powiat is the ground that lies nearest to its places, in proportions that follow the
registered areas. The result is approximate and says so. Reads node_modules and the register, writes build/geometry:
`powiaty.json` (SVG paths) and `powiaty.geojson`, `wojewodztwa.geojson`. Takes a few seconds.
"""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import shapely  # noqa: E402
from geometry.cells import fitted_weights, territories  # noqa: E402
from geometry.sources import OUTLINES, PLACES, Ground, ground  # noqa: E402

from tkanka.network.places import drawing  # noqa: E402

TARGET = ROOT / "build" / "geometry"
ATTRIBUTION = "Granice przybliżone, wyprowadzone z polskie-miejscowosci (J. Bartek, CC BY) i Natural Earth"


def derived(on: Ground) -> dict[str, shapely.Geometry]:
    wanted = on.areas * on.land.area / on.areas.sum()
    weights = fitted_weights(on.sites, on.owner, on.land, wanted)
    return dict(zip(on.codes, territories(on.sites, on.owner, on.land, weights), strict=True))


def collection(shapes: dict[str, shapely.Geometry]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "features": [
            {"type": "Feature", "id": code, "properties": {"code": code}, "geometry": drawing.in_degrees(shape)}
            for code, shape in shapes.items()
        ],
    }


def picture(shapes: dict[str, shapely.Geometry]) -> dict[str, Any]:
    frame = drawing.frame_of(shapes.values())
    sketch = drawing.simplified(shapes, drawing.SKETCH_KM)
    groups = drawing.joined(sketch)
    return {
        "attribution": ATTRIBUTION,
        "view_box": frame.view_box,
        "powiat": drawing.paths_of(sketch, frame),
        "voivodeship": drawing.paths_of(groups, frame),
        "lines": drawing.lines_of(groups, frame),
        "areas": {code: round(shape.area, 1) for code, shape in shapes.items()},
    }


def write(name: str, content: dict[str, Any]) -> None:
    partial = TARGET / f".{name}"
    partial.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    partial.replace(TARGET / name)
    print(f"built build/geometry/{name}  {(TARGET / name).stat().st_size:,} B")


def main() -> int:
    for source in (PLACES, OUTLINES):
        if not source.exists():
            print(f"build_geometry: {source.relative_to(ROOT)} is missing; run `npm ci` first", file=sys.stderr)
            return 1
    shapes = drawing.simplified(derived(ground()), drawing.DETAIL_KM)
    TARGET.mkdir(parents=True, exist_ok=True)
    write("powiaty.geojson", collection(shapes))
    write("wojewodztwa.geojson", collection(drawing.joined(shapes)))
    write("powiaty.json", picture(shapes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
