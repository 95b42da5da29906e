"""The derived boundaries against the registered areas, and the picture made of them."""

import gzip
import json
import re
import sys
from pathlib import Path

import pytest
import shapely
from django.conf import settings
from django.test import Client

from tkanka.network.places import drawing, shapes
from tkanka.network.places.facts import teryt_facts
from tkanka.network.places.models import Level
from tkanka.network.places.projection import ring_area, to_degrees, to_map

from .conftest import REFERENCE_DATA

ROOT: Path = settings.BASE_DIR
REFERENCE = REFERENCE_DATA / "geo_reference" / "powiaty_ccby.geojson"
built = pytest.mark.skipif(not (shapes.BUILT / "powiaty.json").exists(), reason="build/geometry is built by make setup")
LIMITS = {"median": 1.0, "90th percentile": 5.0, "maximum": 25.0, "whole country": 0.5}
OVERLAP = {"median overlap": 85.0, "10th percentile overlap": 65.0, "ground in its right powiat": 92.0}


def written(name: str) -> float:
    page = (ROOT / "docs" / "geometry.md").read_text(encoding="utf-8")
    found = re.search(rf"^\| {re.escape(name)} \| ([\d.]+) % \|", page, re.MULTILINE)
    assert found, f"docs/geometry.md has no figure for {name}"
    return float(found[1])


@pytest.fixture(scope="module")
def figures() -> object:
    sys.path[:0] = [str(ROOT / "tools")]
    import geometry_figures

    return geometry_figures


@built
def test_the_areas_are_close_to_the_registered_ones_and_the_page_says_how_close(figures: object) -> None:
    for name, value in figures.area_figures().items():  # type: ignore[attr-defined]
        assert value <= LIMITS[name], name
        assert abs(value - written(name)) <= 0.3, f"write {value:.1f} into docs/geometry.md for {name}"


@built
@pytest.mark.skipif(not REFERENCE.exists(), reason="no official boundaries at hand to compare with")
def test_the_ground_is_mostly_where_official_boundaries_have_it(figures: object) -> None:
    for name, value in figures.overlap_figures(REFERENCE).items():  # type: ignore[attr-defined]
        assert value >= OVERLAP[name], name
        assert abs(value - written(name)) <= 1.0, f"write {value:.1f} into docs/geometry.md for {name}"


@built
@pytest.mark.django_db
def test_every_powiat_and_voivodeship_is_drawn() -> None:
    codes = {level: {f.code for f in teryt_facts() if f.level == level} for level in shapes.FILES}
    for level, wanted in codes.items():
        picture = shapes.svg_paths(level)
        assert set(picture.paths) == wanted
        assert all(re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", path) for path in picture.paths.values())
        assert {feature["id"] for feature in json.loads(shapes.geojson(level))["features"]} == wanted
        assert "CC BY" in picture.attribution
        assert "przybliżone" in picture.attribution
        assert set(picture.lines) == {"voivodeship", "country"}


@built
@pytest.mark.django_db
def test_a_map_of_all_powiats_stays_small() -> None:
    picture = shapes.svg_paths(Level.POWIAT)
    page = "".join(f'<path class="m{int(code) % 4}" d="{path}"/>' for code, path in picture.paths.items())
    assert len(gzip.compress((page + picture.lines["voivodeship"]).encode())) < 20_000


@built
@pytest.mark.django_db
def test_neighbours_share_their_borders() -> None:
    """The ground of all powiats together is the sum of their grounds: no overlaps, and no gaps inside."""
    powiats = [drawing.in_kilometres(f["geometry"]) for f in json.loads(shapes.geojson())["features"]]
    together = shapely.union_all(powiats, grid_size=0.01)
    assert abs(sum(p.area for p in powiats) / together.area - 1) < 0.0005
    holes = [shapely.Polygon(ring).area for part in shapely.get_parts(together) for ring in part.interiors]
    assert sum(holes) < 1.0


@built
@pytest.mark.django_db
def test_the_picture_is_read_once(django_assert_num_queries: object) -> None:
    first = shapes.svg_paths(Level.POWIAT)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert shapes.svg_paths(Level.POWIAT) is first


@pytest.mark.django_db
def test_without_built_geometry_there_is_no_picture_and_no_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shapes, "BUILT", tmp_path)
    assert not shapes.svg_paths(Level.POWIAT).paths
    assert json.loads(shapes.geojson(Level.POWIAT))["features"] == []


@pytest.mark.django_db
def test_boundaries_are_served_once_and_then_from_the_cache(client: Client) -> None:
    first = client.get("/boundaries/voivodeship.geojson")
    assert first.status_code == 200
    assert first["Content-Type"] == "application/geo+json"
    again = client.get("/boundaries/voivodeship.geojson", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert client.get("/boundaries/gmina.geojson").status_code == 404
    assert client.post("/boundaries/powiat.geojson").status_code == 405


def test_the_map_keeps_areas_and_comes_back_to_degrees() -> None:
    for lon, lat in ((14.1, 49.0), (19.0, 52.0), (24.1, 54.8), (21.01, 52.23)):
        assert to_degrees(*to_map(lon, lat)) == pytest.approx((lon, lat), abs=1e-9)
    cell = [(21.0, 52.0), (21.01, 52.0), (21.01, 52.01), (21.0, 52.01)]
    assert ring_area(cell) == pytest.approx(0.6867 * 1.1127, rel=2e-3)
    assert ring_area(cell[::-1]) == ring_area(cell)


def test_a_border_of_two_is_drawn_once() -> None:
    left, right = shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)
    frame = drawing.Frame(0, 10, 1, 20, 10)
    lines = drawing.lines_of({"a": left, "b": right}, frame)
    assert lines["voivodeship"] in ("M10 0l0 10", "M10 10l0-10")
    assert drawing.paths_of({"a": left}, frame)["a"].startswith("M10 10l")
