"""The map's pages: colours and table say the same, every filter stands in the address, nothing hidden is told."""

import csv
import gzip
import json
from io import StringIO
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from tests.cast import NOW, SYSTEM
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.tests.makers import concept, facts, spot, unit
from tkanka.coordination.atlas.blocks import presence
from tkanka.coordination.atlas.drawing import class_of, legend_of, limits_of
from tkanka.coordination.atlas.outlines import joined, rings_of, window
from tkanka.coordination.atlas.tests.objects import subregion
from tkanka.network.networks.actions import define_subregion
from tkanka.network.places.queries import svg_paths
from tkanka.network.places.shapes import BUILT
from tkanka.rules.activities import Precision

pytestmark = pytest.mark.django_db
built = pytest.mark.skipif(not (BUILT / "powiaty.json").exists(), reason="the geometry is not built")


def address(page="map", **keys):
    return reverse(f"atlas:{page}", kwargs={"network": "razem", **keys})


def entered(cast, organisation=None, **told):
    return actions.enter_activity(
        by=SYSTEM, at=NOW, network=cast.razem, organisation=organisation or cast.dach, facts=facts(**told)
    )


def table(client, **asked):
    """Code → (organisations, activities, capacity), of the areas that have any."""
    text = b"".join(client.get(address("table-csv"), asked).streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text)))[1:]
    return {row[0] or row[1]: tuple(map(int, row[3:])) for row in rows if row[3] != "0"}


@pytest.mark.norm("W-02-01", "R-02-04")
def test_every_powiat_stands_in_the_table_and_on_the_map(cast, client):
    entered(cast, capacity=12)
    response = client.get(address())
    assert len(response.context["view"].areas) == 380
    assert response.context["somewhere"] == 1
    assert response.context["page"].items[0].code == "0264"
    assert table(client) == {"0264": (1, 1, 12)}


def test_filters_narrow_map_and_table_alike(cast, client):
    entered(cast, spots=(spot("0264", concept("target_groups", "children")),))
    entered(cast, cast.mosty, service=concept("services", "legal_advice"), spots=(spot("1465"),))
    for asked, found in (
        ({}, {"0264", "1465"}),
        ({"service": "education"}, {"0264"}),
        ({"service": "legal_advice"}, {"1465"}),
        ({"group": "children"}, {"0264"}),
        ({"status": "ended"}, set()),
        ({"quarter": "2026-4"}, {"0264", "1465"}),
        ({"quarter": "2026-3"}, set()),
        ({"by": "voivodeship"}, {"02", "14"}),
    ):
        assert set(table(client, **asked)) == found, asked
        response = client.get(address(), asked)
        coloured = {shape.code for shape in response.context["picture"].shapes if shape.kind != "m-w"}
        assert coloured in (found, set()), "without built geometry there are no shapes"


@pytest.mark.norm("W-OB-01")
def test_the_networks_own_subregions_are_a_level(cast, client):
    labels = {"pl": "Okolice Wrocławia", "en": "Around Wrocław", "uk": "Околиці Вроцлава"}
    define_subregion(by=SYSTEM, at=NOW, network=cast.razem, labels=labels, units=[unit("0264"), unit("0223")])
    entered(cast)
    assert table(client, by="subregion") == {"Okolice Wrocławia": (1, 1, 0)}
    assert "Okolice Wrocławia" in client.get(address(), {"by": "subregion"}).content.decode()


@pytest.fixture
def around(cast):
    return subregion(cast.razem, "Okolice Wrocławia", "0264", "0223")


@built
def test_subregions_are_drawn_as_one_area_each_and_lead_to_their_page(cast, client, around):
    subregion(cast.razem, "Nad Bugiem", "0603")
    entered(cast)
    shown = client.get(address(), {"by": "subregion"})
    picture = shown.context["picture"]
    assert {shape.title: shape.kind for shape in picture.shapes} == {
        "Nad Bugiem: 0": "m-w",
        "Okolice Wrocławia: 1": "m1",
    }
    assert f'href="{address("subregion", subregion=around.pk)}?by=subregion"' in shown.content.decode()
    drawn = next(shape for shape in picture.shapes if shape.code.endswith(str(around.pk)))
    assert drawn.path == joined(tuple(svg_paths().paths[code] for code in ("0223", "0264")))
    assert drawn.path in picture.outlines
    over_powiats = client.get(address()).context["picture"].outlines
    assert set(over_powiats) == set(picture.outlines)


@built
def test_the_movable_map_has_the_subregions_too(cast, client, around):
    entered(cast)
    told = json.loads(client.get(address("cells"), {"by": "subregion"}).content)
    (area,) = [feature for feature in told["features"] if feature["geometry"]["type"] == "MultiPolygon"]
    assert (area["id"], area["properties"]["organisations"]) == (f"subregion/{around.pk}", 1)
    assert len(area["geometry"]["coordinates"]) >= 2


def test_a_subregion_says_who_is_there_and_in_which_powiats(cast, client, around):
    entered(cast, title="Kurs we Wrocławiu")
    entered(cast, cast.mosty, title="Gdzie indziej", spots=(spot("1465"),))
    shown = client.get(address("subregion", subregion=around.pk))
    assert [a.title for a in shown.context["page"].items] == ["Kurs we Wrocławiu"]
    assert {area.code: area.count.organisations for area in shown.context["parts"]} == {"0264": 1, "0223": 0}
    assert {shape.code for shape in shown.context["picture"].shapes} in ({"0264", "0223"}, set())


def test_a_subregion_of_another_network_has_no_page_here(cast, client, warmia):
    foreign = subregion(warmia, "Nad Łyną", "2862")
    assert client.get(address("subregion", subregion=foreign.pk)).status_code == 404


@built
@pytest.mark.parametrize(("language", "said"), [("pl", "Granice przybliżone"), ("en", "Approximate"), ("uk", "Межі")])
def test_where_the_boundaries_come_from_is_said_in_the_language_of_the_page(cast, client, language, said):
    with override(language):
        here = address()
    assert said in client.get(here).content.decode()


SQUARES = ("M0 0l4 0 0 4-4 0z", "M4 0l4 0 0 4-4 0z")


def area_of(path):
    """Twice the area inside, rings that turn the other way taken off."""
    rings = [abs(sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, ring[0]]))) for ring in rings_of(path)]
    return 2 * max(rings) - sum(rings)


def test_neighbours_lose_the_border_between_them():
    assert joined(SQUARES) == joined(SQUARES[::-1])
    assert len(list(rings_of(joined(SQUARES)))) == 1
    assert area_of(joined(SQUARES)) == 2 * 32


def test_whichever_way_their_rings_turn():
    other_way = "M4 0l0 4 4 0 0-4z"
    assert area_of(joined((SQUARES[0], other_way))) == 2 * 32


def test_a_hole_stays_and_what_fills_it_closes_it():
    ring, filling = "M0 0l9 0 0 9-9 0zM3 3l0 3 3 0 0-3z", "M3 3l3 0 0 3-3 0z"
    assert area_of(joined((ring,))) == 2 * (81 - 9)
    assert area_of(joined((ring, filling))) == 2 * 81


def test_what_does_not_touch_stays_apart():
    assert len(list(rings_of(joined((SQUARES[0], "M20 0l4 0 0 4-4 0z"))))) == 2


def test_a_powiat_says_who_is_there(cast, client):
    entered(cast, title="Kurs we Wrocławiu")
    entered(cast, cast.mosty, title="Gdzie indziej", spots=(spot("1465"),))
    shown = client.get(address("area", code="0264"))
    assert [a.title for a in shown.context["page"].items] == ["Kurs we Wrocławiu"]
    assert shown.context["organisations"] == [cast.dach]
    assert client.get(address("area", code="0264"), {"service": "legal_advice"}).context["page"].total == 0
    assert client.get(address("area", code="02")).context["page"].total == 1


@pytest.mark.parametrize("code", ["9999", "0264011", "PL", "x", "02640"])
def test_other_areas_have_no_page(cast, client, code):
    assert client.get(address("area", code=code)).status_code == 404


@pytest.mark.parametrize("precision", list(Precision))
def test_the_map_tells_no_more_of_a_place_than_was_chosen(cast, client, precision):
    place = spot("0220023", place="ulica Tajemnicza 7", lat=51.3712, lon=16.9603)
    entered(cast, title="Działanie w ukryciu", spots=(place,), precision=precision)
    told = json.loads(client.get(address("cells")).content)
    points = [f for f in told["features"] if f["geometry"]["type"] == "Point"]
    assert len(points) == (precision is Precision.EXACT)
    fine = precision in (Precision.EXACT, Precision.GMINA, Precision.POWIAT)
    assert set(table(client)) == ({"0220"} if fine else set())
    assert client.get(address("area", code="0220")).context["page"].total == fine
    assert client.get(address("area", code="02")).context["page"].total == (precision is not Precision.HIDDEN)


def test_what_is_counted_nowhere_on_the_map_is_said_beside_it(cast, client):
    entered(cast, spots=(spot("PL"),))
    entered(cast, cast.mosty, spots=(spot("02"),))
    entered(cast, title="x", service=concept("services", "legal_advice"), precision=Precision.HIDDEN)
    view = client.get(address()).context["view"]
    assert (view.country.activities, [a.code for a in view.coarse], view.hidden.activities) == (1, ["02"], 1)


@pytest.mark.parametrize(
    "asked", "by=%00 show=x service=%C2%B2 group=%ff status=; quarter=2026-5 quarter=9999-1 page=-1 sort=zz".split()
)
def test_nonsense_in_the_address_is_passed_over(cast, client, asked):
    for page in (address(), address("cells"), address("table-xlsx"), address("area", code="0264")):
        assert client.get(f"{page}?{asked}").status_code == 200


def test_the_table_leaves_as_a_spreadsheet(cast, client):
    entered(cast)
    assert client.get(address("table-xlsx")).content[:2] == b"PK"


def test_the_small_map_of_a_first_page_is_light(cast, client):
    entered(cast)
    block = presence(cast.razem)
    assert (block.somewhere, block.areas) == (1, 380)
    shown = render_to_string("atlas/block.html", {"block": block})
    assert len(gzip.compress(shown.encode())) < 20_000


def test_classes_split_what_there_is_in_three():
    limits = limits_of([0, 0, 1, 1, 2, 4, 9, 130])
    assert limits == (2, 9)
    assert [class_of(n, limits) for n in (0, 1, 2, 8, 9, 500)] == ["m-w", "m1", "m2", "m2", "m3", "m3"]
    assert [(s.said, s.areas) for s in legend_of([0, 1, 5, 9], limits)] == [("0", 1), ("1", 1), ("2–8", 1), ("9+", 1)]
    assert limits_of([]) == (2, 3)
    assert limits_of([1] * 9) == (2, 3)
    assert limits_of([1234, 5678, 91011])[0] == 5700


def test_the_window_holds_what_is_drawn():
    assert window(("M10 20l5 5-3 10z", "M40 20l1-15z")) == "7 2 37 36"
