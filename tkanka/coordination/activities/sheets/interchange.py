"""The register for other programs: GeoJSON, and Open Referral's HSDS 3.0."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.activities import Price

from ..queries.exporting import Exported
from .fields import WRITTEN

STATES = {"planned": "inactive", "ongoing": "active", "suspended": "temporarily closed", "ended": "defunct"}


def geojson_parts(rows: Iterable[Exported], lines: Iterable[Sequence[Any]]) -> Iterator[str]:
    """A FeatureCollection, piece by piece: a row a feature, at its published point or the middle of its unit."""
    yield '{"type":"FeatureCollection","features":['
    for place, (row, line) in enumerate(zip(rows, lines, strict=True)):
        said = {field.code: cell for field, cell in zip(WRITTEN, line, strict=True) if cell not in (None, "")}
        point = _point(row)
        feature = {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": point} if point else None,
            "properties": {"activity": str(row.activity.pk), **said},
        }
        yield ("," if place else "") + json.dumps(feature, ensure_ascii=False, default=str)
    yield "]}"


def _point(row: Exported) -> list[float] | None:
    """Longitude and latitude; None where the place is hidden or its unit has no known middle."""
    if row.row.lat is not None and row.row.lon is not None:
        return [row.row.lon, row.row.lat]
    unit = row.row.unit
    return [unit.lon, unit.lat] if unit and unit.lon is not None and unit.lat is not None else None


def hsds_parts(rows: Iterable[Exported], words: Vocabulary) -> Iterator[str]:
    """A page of HSDS services in JSON, piece by piece: one service an activity."""
    total = 0
    yield '{"contents":['
    for _key, many in groupby(rows, key=lambda row: row.activity.pk):
        yield ("," if total else "") + json.dumps(service(list(many), words), ensure_ascii=False)
        total += 1
    page = {"total_items": total, "total_pages": 1, "page_number": 1, "size": total}
    yield "]," + json.dumps({**page, "first_page": True, "last_page": True, "empty": total == 0})[1:]


def service(rows: Sequence[Exported], words: Vocabulary) -> dict[str, Any]:
    """One activity as an HSDS service."""
    one = rows[0].activity
    party = one.organisation
    found: dict[str, Any] = {
        "id": str(one.pk),
        "organization_id": str(party.pk),
        "name": one.title,
        "description": one.description or one.title,
        "status": STATES[one.status],
        "last_modified": one.changed_at.isoformat(),
        "assured_date": one.confirmed_at.date().isoformat(),
        "eligibility_description": "; ".join(
            _labels(words, [row.row.group for row in rows] + [*rows[0].legal_statuses])
        ),
        "organization": {"id": str(party.pk), "name": party.name, "description": party.name},
        "service_areas": [_area(row) for row in rows if row.row.unit],
        "languages": [_language(one.pk, key, words) for key in sorted(rows[0].languages)],
        "cost_options": [_cost(one.pk, one.cost)],
        "attributes": [
            _attribute(one.pk, key, words) for key in (one.sector_id, one.service_id) if key and key in words.entries
        ],
    }
    found |= {name: value for name, value in (("url", one.website), ("email", one.email)) if value}
    if one.contact or one.phone:
        found["contacts"] = [{"id": _id(one.pk, "contact"), "name": one.contact, "service_id": str(one.pk)}]
        found["phones"] = [{"id": _id(one.pk, "phone"), "number": one.phone}] if one.phone else []
    places = [_location(row) for row in rows if row.row.lat is not None]
    if places:
        found["service_at_locations"] = places
    return found


def _id(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(map(str, parts))))


def _labels(words: Vocabulary, keys: Iterable[UUID | None]) -> list[str]:
    return list(dict.fromkeys(words.entries[key].label for key in keys if key and key in words.entries))


def _area(row: Exported) -> dict[str, Any]:
    unit = row.row.unit
    assert unit is not None
    return {
        "id": _id(row.activity.pk, unit.pk, row.row.group),
        "service_id": str(row.activity.pk),
        "name": unit.label,
        "extent": unit.code,
        "extent_type": "text",
    }


def _location(row: Exported) -> dict[str, Any]:
    key = _id(row.activity.pk, row.row.lat, row.row.lon)
    place: dict[str, Any] = {"id": key, "location_type": "physical", "name": row.row.place or row.activity.title}
    place |= {"latitude": row.row.lat, "longitude": row.row.lon}
    return {"id": _id(key, row.row.group), "service_id": str(row.activity.pk), "location_id": key, "location": place}


def _language(activity: UUID, key: UUID, words: Vocabulary) -> dict[str, Any]:
    entry = words.entries[key]
    return {"id": _id(activity, key), "service_id": str(activity), "name": entry.labels[1], "code": entry.code}


def _cost(activity: UUID, cost: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": _id(activity, "cost"), "service_id": str(activity), "option": cost}
    return found | ({"amount": 0, "currency": "PLN"} if cost == Price.FREE else {})


def _attribute(activity: UUID, key: UUID, words: Vocabulary) -> dict[str, Any]:
    entry = words.entries[key]
    term: dict[str, Any] = {"id": str(entry.id), "code": entry.code, "name": entry.labels[1]}
    term |= {"description": entry.definitions[1] or entry.labels[1], "taxonomy": entry.codelist}
    return {
        "id": _id(activity, "attribute", key),
        "link_id": str(activity),
        "link_type": "service",
        "link_entity": "service",
        "taxonomy_term_id": str(entry.id),
        "taxonomy_term": term,
    }
