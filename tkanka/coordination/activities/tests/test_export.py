"""The register as files for other programs."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012 as DRAFT

from tests.house.sources import ROOT
from tests.queries import queries_of
from tkanka.coordination.activities.models import Activity
from tkanka.coordination.activities.queries.exporting import exported
from tkanka.coordination.activities.sheets.interchange import hsds_parts
from tkanka.coordination.activities.sheets.lines import lines_of
from tkanka.coordination.activities.sheets.workbook import choices_of, workbook
from tkanka.network.vocabulary.queries import vocabulary

from .sheet_makers import applied, csv_of, row

SCHEMAS = Path(os.environ.get("HSDS_SCHEMAS", ROOT.parent / "shared" / "data" / "hsds" / "schema"))
FULL = {
    "Opis": "Dwa razy w tygodniu", "Języki": "polski; ukraiński", "Dla kogo": "dzieci", "Strona": "example.org",
    "E-mail": "a@example.org", "Telefon": "+48 123 456 789", "Kontakt": "Biuro",
    "Szerokość": "51.1", "Długość": "17.03",
    "Dokładność publikacji": "dokładne miejsce i adres", "Dokładne miejsce": "ul. Długa 1", "Koniec": "2026-12-31",
    "Ile w miesiącu": "20", "Także zdalnie": "tak", "Status pobytowy": "", "Odpłatność": "po kosztach",
}  # fmt: skip


def register(network):
    hidden = row(**{"Dokładność publikacji": "nie publikujemy miejsca"}, Powiat="oławski")
    applied(network, csv_of(row(**FULL), row(Powiat="Legnica"), hidden))
    return Activity.objects.filter(network=network).order_by("title", "pk")


def test_services_are_written_as_the_standard_wants_them(razem):
    page = json.loads("".join(hsds_parts(exported(register(razem)), vocabulary())))
    assert page["total_items"] == len(page["contents"]) == 3
    assert {one["status"] for one in page["contents"]} == {"active"}
    if not SCHEMAS.exists():
        pytest.skip("the schemas of HSDS are not at hand")
    found = {path.name: json.loads(path.read_text("utf8")) for path in SCHEMAS.glob("*.json")}
    stored = [(name, Resource.from_contents(schema, default_specification=DRAFT)) for name, schema in found.items()]
    checker = jsonschema.Draft202012Validator(found["service.json"], registry=Registry().with_resources(stored))
    for one in page["contents"]:
        assert [error.message for error in checker.iter_errors(one)] == []


def test_everything_an_activity_says_leaves_and_comes_back_unchanged(razem):
    found = register(razem)
    words = vocabulary()
    content = workbook(lines_of(exported(found, stored=True), words, stored=True), choices_of(words))
    run = applied(razem, content, name="a.xlsx")
    assert run.counts == {"rows": 3, "created": 0, "updated": 0, "unchanged": 3, "refused": 0}


@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_sheet_in_another_language_comes_back_unchanged(razem, language):
    from django.utils.translation import override

    found, words = register(razem), vocabulary()
    with override(language):
        content = workbook(lines_of(exported(found, stored=True), words, stored=True), choices_of(words))
    assert applied(razem, content, name="a.xlsx").counts["unchanged"] == 3


def test_writing_out_asks_no_more_for_more_rows(razem):
    found = register(razem)
    with queries_of() as few:
        list(exported(found))
    applied(razem, csv_of(*(row(Powiat=name) for name in ("Wałbrzych", "trzebnicki", "milicki", "górowski"))))
    with queries_of() as many:
        list(exported(found))
    assert len(many) == len(few)
