"""Reading boundaries: a GeoJSON collection whose features say which unit they are."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from shapely.errors import GEOSException

from .drawing import DETAIL_KM, in_degrees, in_kilometres, simplified
from .resolver import Found, Resolver
from .wording import explained

CODE_NAMES = ("teryt", "terc", "jpt_kod_je", "kod", "code", "id", "kod_teryt", "teryt_code")
NAME_NAMES = ("name", "nazwa", "jpt_nazwa_", "nam")
AREAS = ("Polygon", "MultiPolygon")


class Unreadable(Exception):
    """The file as a whole cannot be used; the message says why, in the reader's language."""


@dataclass(slots=True)
class Areas:
    """Geometries by code, in degrees and simplified together, and what did not match: (feature, reason)."""

    shapes: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)


def read_areas(path: Path, resolver: Resolver) -> Areas:
    """Raises Unreadable if it is no GeoJSON collection."""
    areas, raw = Areas(), dict[str, Any]()
    for number, feature in enumerate(_features(path), start=1):
        code, reason = _code_of(feature, resolver)
        if not reason and code in raw:
            reason = _("Jednostka %(code)s jest w pliku dwa razy.") % {"code": code}
        shape = None if reason else _shape(feature)
        if shape is None:
            areas.refused.append((_called(number, feature), reason or _("To nie jest poprawny wielokąt w stopniach.")))
        else:
            raw[code] = shape
    for length in {len(code) for code in raw}:
        level = {code: shape for code, shape in raw.items() if len(code) == length}
        areas.shapes |= {code: in_degrees(shape) for code, shape in simplified(level, DETAIL_KM).items()}
    return areas


def _features(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("Plik nie jest poprawnym GeoJSON: %(error)s") % {"error": error}) from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list):
        raise Unreadable(_("Plik nie jest kolekcją GeoJSON (FeatureCollection)."))
    yield from (feature if isinstance(feature, dict) else {} for feature in features)


def _properties(feature: Mapping[str, Any]) -> dict[str, Any]:
    given = feature.get("properties")
    found = {str(name).lower(): value for name, value in given.items()} if isinstance(given, dict) else {}
    return {"id": feature.get("id")} | found


def _code_of(feature: Mapping[str, Any], resolver: Resolver) -> tuple[str, str]:
    """(code, "") or ("", reason): by a code where one is given, otherwise by name."""
    properties = _properties(feature)
    for name in (*CODE_NAMES, *NAME_NAMES):
        value = properties.get(name)
        if isinstance(value, (str, int)) and str(value).strip() and not isinstance(value, bool):
            outcome = resolver.resolve(value)
            if isinstance(outcome, Found):
                return outcome.unit.code, ""
            if name != "id":
                return "", explained(outcome)
    return "", _("Obiekt nie podaje kodu TERYT (właściwość „teryt” albo „code”).")


def _shape(feature: Mapping[str, Any]) -> Any:
    geometry = feature.get("geometry")
    if (
        not isinstance(geometry, dict)
        or geometry.get("type") not in AREAS
        or not _in_degrees(geometry.get("coordinates"))
    ):
        return None
    try:
        shape = in_kilometres(geometry)
    except (GEOSException, ValueError, TypeError):
        return None
    return None if shape.is_empty or shape.area == 0 else shape


def _in_degrees(value: Any) -> bool:
    """Every point lies on the earth, east of Greenwich or west."""
    if not isinstance(value, list) or not value:
        return False
    if isinstance(value[0], list):
        return all(_in_degrees(part) for part in value)
    numbers = all(isinstance(part, (int, float)) and not isinstance(part, bool) for part in value)
    return numbers and len(value) >= 2 and -180 <= value[0] <= 180 and -90 < value[1] < 90


def _called(number: int, feature: Mapping[str, Any]) -> str:
    properties = _properties(feature)
    told = next((str(properties[name]) for name in (*CODE_NAMES, *NAME_NAMES) if properties.get(name)), "")
    return f"{number} ({told[:60]})" if told else str(number)
