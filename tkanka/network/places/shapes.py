"""The pictures of powiats and voivodeships: those derived at set-up, or drawn from boundaries an administrator loaded.

Kept in memory; they change when the built files or the scheme's `drawn` number change.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from .models import TERYT, Geometry, Level, Scheme, Unit

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

BUILT: Path = settings.BASE_DIR / "build" / "geometry"
FILES = {Level.POWIAT: "powiaty.geojson", Level.VOIVODESHIP: "wojewodztwa.geojson"}
NAMES = {Level.POWIAT: "powiat", Level.VOIVODESHIP: "voivodeship"}
State = tuple[int, float]
DERIVED = gettext_lazy("Granice przybliżone, wyprowadzone z polskie-miejscowosci (J. Bartek, CC BY) i Natural Earth")
"""Where the derived boundaries come from; those that an administrator loads name their own source."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws. `paths` are the `d` of paths by code; `lines` are the borders between voivodeships
    ("voivodeship") and the outline ("country"). Without geometry all are empty: show the table alone."""

    view_box: str = "0 0 1 1"
    paths: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    attribution: str | Promise = ""


def state_of_geometry() -> State:
    """Changes whenever the pictures do: one small query and a look at the built file."""
    drawn = Scheme.objects.filter(code=TERYT).values_list("drawn", flat=True).first() or 0
    built = BUILT / "powiaty.json"
    return drawn, built.stat().st_mtime if built.exists() else 0.0


def svg_paths(level: int = Level.POWIAT) -> Drawing:
    """The map of Poland by powiat or voivodeship, as SVG paths in one frame."""
    return _picture(state_of_geometry())[Level(level)]


def geojson(level: int = Level.POWIAT, state: State | None = None) -> str:
    """The same as a GeoJSON collection in degrees; each feature has its unit's `code`. `state`: if known already."""
    return _collection(state or state_of_geometry(), Level(level))


@lru_cache(maxsize=2)
def _picture(state: State) -> dict[Level, Drawing]:
    if state[0] == 0:
        content = _read("powiaty.json") | {"attribution": DERIVED}
        if "lines" not in content:
            return dict.fromkeys(FILES, Drawing())
        return {level: _drawing(content, NAMES[level]) for level in FILES}
    return _redrawn()


@lru_cache(maxsize=4)
def _collection(state: State, level: Level) -> str:
    features = {feature["id"]: feature for feature in _read(FILES[level]).get("features", ())}
    attribution = str(_read(FILES[level]).get("attribution", ""))
    if state[0]:
        features |= {code: feature_of(code, shape) for code, shape in _loaded(level).items()}
        attribution = "; ".join(part for part in (_sources(), attribution) if part)
    found = {"type": "FeatureCollection", "attribution": attribution, "features": list(features.values())}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def feature_of(code: str, geometry: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": code, "properties": {"code": code}, "geometry": geometry}


def _drawing(content: Mapping[str, Any], name: str) -> Drawing:
    return Drawing(content["view_box"], content[name], content["lines"], content["attribution"])


def _read(name: str) -> dict[str, Any]:
    path = BUILT / name
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _loaded(level: Level) -> dict[str, dict[str, Any]]:
    rows = Geometry.objects.filter(unit__scheme__code=TERYT, unit__level=level).order_by("unit__code")
    return dict(rows.values_list("unit__code", "geojson"))


def _sources() -> str:
    return "; ".join(Geometry.objects.exclude(source="").values_list("source", flat=True).distinct().order_by("source"))


def _redrawn() -> dict[Level, Drawing]:
    """Loaded powiats take the place of derived ones; voivodeships are loaded or joined from them."""
    from . import drawing

    shapes = _on_map(_read(FILES[Level.POWIAT])) | _mapped(_loaded(Level.POWIAT))
    current = set(
        Unit.objects.filter(scheme__code=TERYT, level=Level.POWIAT, valid_until=None).values_list("code", flat=True)
    )
    shapes = {code: shape for code, shape in sorted(shapes.items()) if code in current}
    groups = _mapped(_loaded(Level.VOIVODESHIP))
    if not shapes and not groups:
        return dict.fromkeys(FILES, Drawing())
    sketch = drawing.simplified(shapes, drawing.SKETCH_KM) if shapes else {}
    groups = drawing.joined(sketch) | (drawing.simplified(groups, drawing.SKETCH_KM) if groups else {})
    frame = drawing.frame_of(groups.values())
    content = {"view_box": frame.view_box, "lines": drawing.lines_of(groups, frame), "attribution": _sources()}
    content |= {"powiat": drawing.paths_of(sketch, frame), "voivodeship": drawing.paths_of(groups, frame)}
    return {level: _drawing(content, NAMES[level]) for level in FILES}


def _on_map(collection: Mapping[str, Any]) -> "dict[str, BaseGeometry]":
    return _mapped({feature["id"]: feature["geometry"] for feature in collection.get("features", ())})


def _mapped(geometries: Mapping[str, Any]) -> "dict[str, BaseGeometry]":
    from .drawing import in_kilometres

    return {code: in_kilometres(geometry) for code, geometry in geometries.items()}
