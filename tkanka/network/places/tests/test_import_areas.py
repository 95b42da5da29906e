"""Boundaries and units out of files, good and bad."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tkanka.ground.ledger.models import Record
from tkanka.network.places import shapes
from tkanka.network.places.actions import load_teryt
from tkanka.network.places.models import Geometry, Level, Unit
from tkanka.network.places.resolver import Found, Resolver
from tkanka.rules.standing import Standing

from .conftest import REFERENCE_DATA

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]
HEADER = "code,name,level,parent_code,population,lat,lon\n"
HXL = REFERENCE_DATA / "hxl"
Load = Callable[..., dict[str, Any]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def run(content: str | bytes, name: str = "units.csv", **options: Any) -> dict[str, Any]:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        out = StringIO()
        call_command("import_areas", file, json=True, stdout=out, **options)
        report: dict[str, Any] = json.loads(out.getvalue())
        return report

    return run


def test_another_country_is_loaded_and_loading_it_again_changes_nothing(load: Load) -> None:
    content = HEADER + "UA,Ukraina,0,,,,\nUA-26,Obwód iwanofrankiwski,1,UA,1351822,48.92,24.71\n"
    first = load(content, scheme="ua", name="Ukraina", source="KATOTTH")
    assert (first["rows"], first["created"], first["refused"]) == (2, 2, [])
    assert load(content, scheme="ua")["unchanged"] == 2
    found = Resolver("ua").resolve("iwanofrankiwski obwód".title())
    assert not isinstance(found, Found)
    found = Resolver("ua").resolve("OBWOD IWANOFRANKIWSKI")
    assert isinstance(found, Found)
    assert (found.unit.population, found.unit.parent.code) == (1351822, "UA")  # type: ignore[union-attr]
    assert isinstance(Resolver("ua").resolve("UA-26"), Found)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",Nowhere,1,A,,,", "code"),
        ("B,,1,A,,,", "name"),
        ("B,Bee,7,A,,,", "level"),
        ("B,Bee,,A,,,", "level"),
        ("B,Bee,1,Z,,,", "parent_code"),
        ("B,Bee,0,A,,,", "parent_code"),
        ("B,Bee,1,C,,,", "parent_code"),
        ("A,Again,0,,,,", "code"),
        ("B,Bee,1,A,-5,,", "population"),
        ("B,Bee,1,A,many,,", "population"),
        ("B,Bee,1,A,99999999999999999999,,", "population"),
        ("B,Bee,1,A,,91,10", "lat"),
        ("B,Bee,1,A,,10,", "lon"),
        ("B,Bee,1,A,,x,10", "lat"),
        ("B,Bee,1,A,,nan,10", "lat"),
        ("B," + "x" * 300 + ",1,A,,,", "name"),
    ],
)
def test_a_bad_row_is_refused_with_its_column_and_the_rest_is_taken(load: Load, row: str, column: str) -> None:
    report = load(f"{HEADER}A,Land,0,,,,\nC,Deep,3,A,,,\n{row}\n", scheme="land")
    assert [(r["row"], r["column"]) for r in report["refused"]] == [(4, column)]
    assert report["refused"][0]["reason"]
    assert (report["created"], report["rows"]) == (2, 3)


def test_what_stands_under_a_refused_row_is_refused_too(load: Load) -> None:
    report = load(HEADER + "A,Land,0,,-1,,\nB,Part,1,A,,,\nD,Lone,1,,,,\n", scheme="land")
    assert [(r["row"], r["column"]) for r in report["refused"]] == [(2, "population"), (3, "parent_code")]
    assert set(Unit.objects.values_list("code", flat=True)) == {"D"}


@pytest.mark.parametrize(
    "content",
    ["", "a,b\n1,2\n", b"PK\x03\x04\x00\x00", b"\xff\xfe\x00\x00", 'code,name,level\n"' + "x" * 200_000],
)
def test_a_file_that_is_no_table_is_refused_in_words(load: Load, content: str | bytes) -> None:
    with pytest.raises(CommandError):
        load(content, scheme="land")
    assert not Unit.objects.exists()


def test_semicolons_and_central_european_letters_are_read(load: Load) -> None:
    load("code;name;level;population;lat;lon\nA;Łąki;0;1 200;50,5;20,25\n".encode("cp1250"), scheme="land")
    unit = Unit.objects.get()
    assert (unit.name, unit.population, unit.lat, unit.lon) == ("Łąki", 1200, 50.5, 20.25)


@pytest.mark.parametrize("scheme", ["teryt", "Zła nazwa", "x" * 41, ""])
def test_units_need_a_scheme_of_their_own(load: Load, scheme: str) -> None:
    with pytest.raises(CommandError):
        load(HEADER + "A,Land,0,,,,\n", scheme=scheme)


def test_units_come_out_of_an_hxl_file_by_the_path_of_their_names(load: Load) -> None:
    content = (
        "Country,Region,Lat,Lon,Who\n#country,#adm1+name,#lat_deg,#lon_deg,#org\n"
        "Mali,Gao,16.2,-0.1,A\nMali,gao,16.4,-0.1,B\nNiger,Gao,,,C\nMali,,,,D\n,Gao,,,E\n,,,,F\n"
    )
    report = load(content, scheme="sahel")
    assert (report["rows"], report["created"]) == (6, 4)
    assert [(r["row"], r["column"]) for r in report["refused"]] == [(7, "#country"), (8, "#country")]
    gao = Unit.objects.get(code="mali/gao")
    assert (gao.name, gao.level, gao.lat, gao.lon) == ("Gao", 1, pytest.approx(16.3), pytest.approx(-0.1))
    assert load(content, scheme="sahel")["unchanged"] == 4
    found = Resolver("sahel").resolve_path(("NIGER", 0), ("Gao", 1))
    assert isinstance(found, Found)
    assert found.unit.code == "niger/gao"


def test_codes_of_an_hxl_file_are_kept(load: Load) -> None:
    load("#adm1+code,#adm1+name,#adm2+code,#adm2+name\nML07,Gao,ML0702,Ansongo\n", scheme="sahel")
    assert list(Unit.objects.values_list("code", "level", "parent__code")) == [("ML07", 1, None), ("ML0702", 2, "ML07")]


@pytest.mark.skipif(not HXL.exists(), reason="the two real files are not at hand")
@pytest.mark.parametrize(("name", "rows", "units"), [("unhcr-3w", 2250, 74), ("rowca-3w-hxl", 244, 25)])
def test_a_real_file_gives_its_units_and_all_its_rows_resolve(load: Load, name: str, rows: int, units: int) -> None:
    content = (HXL / f"{name}.csv").read_bytes()
    report = load(content, scheme="field")
    assert (report["rows"], report["created"], report["refused"]) == (rows, units, [])
    again = load(content, scheme="field")
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, units)
    resolver, lines = Resolver("field"), list(csv.reader(content.decode().splitlines(keepends=True)))
    places = [lines[1].index(tag) if tag in lines[1] else None for tag in ("#country", "#adm1", "#adm2")]
    for line in lines[2:]:
        steps = [("" if at is None else line[at], level) for level, at in enumerate(places)]
        assert isinstance(resolver.resolve_path(*steps), Found), steps


SPIKED = [[16.5, 51.5], [16.7, 51.5], [16.7, 51.7], [16.9, 51.7], [16.7, 51.7], [16.5, 51.7], [16.5, 51.5]]


def square(lon: float, lat: float, size: float = 0.2) -> dict[str, Any]:
    ring = [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


@pytest.fixture
def silesia(empty_register: None) -> None:
    load_teryt(by=Standing(system="test"), at=datetime(2026, 3, 2, tzinfo=UTC), only=("02",))


@pytest.mark.usefixtures("silesia")
def test_boundaries_replace_the_derived_ones_and_what_did_not_match_is_told(load: Load) -> None:
    bow = {"type": "Polygon", "coordinates": [[[15, 51], [16, 52], [16, 51], [15, 52], [15, 51]]]}
    features = [
        feature(square(15.5, 51.2), teryt="0201"),
        feature(square(15.7, 51.2), JPT_KOD_JE=202),
        feature(bow, name="powiat głogowski"),
        feature({"type": "Polygon", "coordinates": [SPIKED]}, kod="0204"),
        feature(square(16, 51), teryt="9901"),
        feature(square(16, 51), teryt="0201"),
        feature({"type": "Point", "coordinates": [16, 51]}, teryt="0207"),
        feature(square(600_000, 300_000), teryt="0205"),
        feature(None, teryt="0206"),
        feature(square(16, 51)),
        {"nonsense": 1},
    ]
    report = load(json.dumps({"type": "FeatureCollection", "features": features}), "areas.geojson", source="GUGiK")
    assert (report["features"], report["matched"], len(report["refused"])) == (11, 4, 7)
    assert all(refusal["reason"] for refusal in report["refused"])
    assert "0207" in report["without"]
    assert set(Geometry.objects.values_list("unit__code", flat=True)) == {"0201", "0202", "0203", "0204"}
    picture = shapes.svg_paths(Level.POWIAT)
    assert {"0201", "0202", "0203"} <= set(picture.paths)
    assert "GUGiK" in picture.attribution
    assert "02" in shapes.svg_paths(Level.VOIVODESHIP).paths
    drawn = {f["id"]: f["geometry"] for f in json.loads(shapes.geojson())["features"]}
    assert drawn["0201"]["type"] == "Polygon"
    assert Record.objects.filter(verb="geometry.replaced").count() == 1


@pytest.mark.usefixtures("silesia")
def test_loading_boundaries_again_replaces_them(load: Load) -> None:
    for lon in (15.5, 15.6):
        collection = {"type": "FeatureCollection", "features": [feature(square(lon, 51.2), teryt="0201")]}
        load(json.dumps(collection), "areas.geojson")
        before = shapes.svg_paths(Level.POWIAT)
    assert Geometry.objects.count() == 1
    assert shapes.svg_paths(Level.POWIAT) is before
    assert min(p[0] for p in Geometry.objects.get().geojson["coordinates"][0]) == pytest.approx(15.6, abs=0.01)


@pytest.mark.parametrize("content", ["", "[]", '{"type": "Feature"}', "{" * 5000, "\xff", '{"features": 3}'])
@pytest.mark.usefixtures("silesia")
def test_what_is_no_collection_of_boundaries_is_refused_in_words(load: Load, content: str) -> None:
    with pytest.raises(CommandError):
        load(content, "areas.geojson")


def test_boundaries_need_units_first(load: Load) -> None:
    with pytest.raises(CommandError, match="load_places"):
        load('{"features": []}', "areas.geojson")


def test_a_missing_file_is_said_so() -> None:
    with pytest.raises(CommandError):
        call_command("import_areas", "nowhere.csv", scheme="land")
