"""The map's pages: colours and table say the same, every filter stands in the address, nothing hidden is told."""

import csv
import gzip
import json
from io import StringIO

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from tests.cast import NOW, SYSTEM
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.tests.makers import concept, facts, spot, unit
from tkanka.coordination.atlas.blocks import presence
from tkanka.coordination.atlas.drawing import class_of, legend_of, limits_of, window
from tkanka.network.networks.actions import define_subregion
from tkanka.rules.activities import Precision

pytestmark = pytest.mark.django_db


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
