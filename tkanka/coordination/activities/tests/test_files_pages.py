"""Taking a file in, and having the register as files, through the pages."""

import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from tkanka.coordination.activities import jobs
from tkanka.coordination.activities.models import Activity, ImportRun
from tkanka.coordination.activities.sheets.files import TableFile

from .sheet_makers import applied, csv_of, row

FILE = "dzialania.csv"


def page(name, network, **keys):
    return reverse(f"activities:{name}", kwargs={"network": network.slug, **keys})


def upload(client, network, content, name=FILE):
    return client.post(page("import", network), {"file": SimpleUploadedFile(name, content)})


def columns_of(run):
    return {f"c{place}": field for field, place in run.columns.items()}


def brought_by(client, network, content):
    """The run after the file was sent and its columns confirmed."""
    upload(client, network, content)
    run = ImportRun.objects.latest("started_at")
    client.post(page("import-columns", network, run=run.pk), columns_of(run))
    run.refresh_from_db()
    return run


def test_from_file_to_register(cast, razem, sign_in):
    client = sign_in(cast.ada)
    run = brought_by(client, razem, csv_of(row(), row(Powiat="Nibylandia")))
    shown = client.get(page("import-run", razem, run=run.pk)).content.decode()
    assert "Nie ma jednostki „Nibylandia”." in shown
    assert "Fundacja Jeden Dach" in shown
    client.post(page("import-apply", razem, run=run.pk))
    assert Activity.objects.get().organisation == cast.dach
    assert "wczytany" in client.get(page("import", razem)).content.decode()


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_the_pages_speak_the_readers_language(cast, razem, sign_in, language):
    client = sign_in(cast.ada)
    run = brought_by(client, razem, csv_of(row(Powiat="Nibylandia")))
    prefix = "" if language == "pl" else f"/{language}"
    addresses = [prefix + page(name, razem, run=run.pk) for name in ("import-columns", "import-run")]
    for address in addresses:
        assert client.get(address).status_code == 200
    said = client.get(addresses[1]).content.decode()
    assert {"pl": "Nie ma jednostki", "en": "There is no unit", "uk": "Немає одиниці"}[language] in said


def test_a_file_that_cannot_be_read_is_explained_beside_the_field(cast, razem, sign_in):
    shown = upload(sign_in(cast.ada), razem, b"PK\x03\x04 nothing", "a.xlsx").content.decode()
    assert "spakowane archiwum" in shown
    assert not ImportRun.objects.exists()


def test_a_file_that_is_too_big_is_refused_with_its_size(cast, razem, sign_in, settings):
    settings.MAX_UPLOAD_BYTES = 1000
    assert "Podzielcie go" in upload(sign_in(cast.ada), razem, b"a;b\n" * 500).content.decode()


def test_columns_that_are_missing_are_named(cast, razem, sign_in):
    client = sign_in(cast.halina)
    upload(client, razem, csv_of(row()))
    run = ImportRun.objects.get()
    said = columns_of(run)
    shown = client.post(page("import-columns", razem, run=run.pk), {k: v for k, v in said.items() if v != "service"})
    assert "Wskaż jeszcze kolumny" in shown.content.decode()


def test_a_mapping_is_remembered_for_files_with_the_same_headings(cast, razem, sign_in):
    client = sign_in(cast.halina)
    content = csv_of(row(), head=None).replace("Usługa".encode(), "Zajęcia XYZ".encode())
    upload(client, razem, content)
    run = ImportRun.objects.latest("started_at")
    assert "service" not in run.columns
    client.post(page("import-columns", razem, run=run.pk), columns_of(run) | {"c1": "service"})
    upload(client, razem, content)
    assert ImportRun.objects.latest("started_at").columns["service"] == 1


def test_a_big_file_is_left_to_the_worker_and_its_page_says_so(cast, razem, sign_in, monkeypatch):
    from tkanka.coordination.activities import taking

    monkeypatch.setattr(taking, "INLINE_BYTES", 0)
    client = sign_in(cast.ada)
    run = brought_by(client, razem, csv_of(row()))
    assert run.state == "reading"
    assert "wrócić później" in client.get(page("import-run", razem, run=run.pk)).content.decode()
    assert jobs.take_files_in(timezone.now()) == 1
    run.refresh_from_db()
    assert run.state == "preview"
    client.post(page("import-apply", razem, run=run.pk))
    assert not Activity.objects.exists()
    jobs.take_files_in(timezone.now())
    assert Activity.objects.count() == 1


def test_rights_that_ended_meanwhile_stop_the_work(cast, razem, sign_in, monkeypatch):
    from tkanka.coordination.activities import taking
    from tkanka.network.networks.actions import end_mandates

    monkeypatch.setattr(taking, "INLINE_BYTES", 0)
    client = sign_in(cast.ada)
    run = brought_by(client, razem, csv_of(row()))
    end_mandates(by=cast.by(cast.ada), at=NOW, organisation=cast.dach, on=timezone.localdate() - timedelta(days=1))
    jobs.take_files_in(timezone.now())
    run.refresh_from_db()
    assert (run.state, run.trouble["code"]) == ("failed", "rights_ended")


def test_rows_of_old_files_are_deleted_and_the_register_stays(razem):
    run = applied(razem, csv_of(row(), row(Powiat="Nibylandia")))
    assert jobs.put_files_away(NOW + timedelta(days=89)) == 0
    assert jobs.put_files_away(NOW + timedelta(days=91)) == 1
    assert jobs.put_files_away(NOW + timedelta(days=400)) == 0
    assert not run.results.exists()
    assert Activity.objects.count() == 1


def test_questions_are_asked_and_their_answers_taken(cast, razem, sign_in):
    client = sign_in(cast.ada)
    run = brought_by(client, razem, csv_of(row(Organizacja="Jeden Dach"), row(Początek="05/06/2026", Powiat="Legnica")))
    shown = client.get(page("import-run", razem, run=run.pk)).content.decode()
    assert "Pytamy, nie zgadujemy" in shown
    kinds = {one["kind"]: place for place, one in enumerate(run.questions)}
    said = {f"q{kinds['organisation']}": str(cast.dach.pk), f"q{kinds['dates']}": "dmy"}
    client.post(page("import-answers", razem, run=run.pk), said)
    run.refresh_from_db()
    assert run.counts["created"] == 2
    client.post(page("import-apply", razem, run=run.pk))
    assert {one.starts.isoformat() for one in Activity.objects.all()} == {"2026-09-01", "2026-06-05"}


def test_refused_rows_come_back_in_their_columns_with_the_reason_and_can_be_brought_again(cast, razem, sign_in):
    client = sign_in(cast.ada)
    run = brought_by(client, razem, csv_of(row(Opis="=1+1"), row(Powiat="Nibylandia", Opis="=cmd|' /C'!A0")))
    for kind in ("csv", "xlsx"):
        answer = client.get(page("import-refused", razem, run=run.pk, kind=kind))
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        head, refused = (cells for _, cells in TableFile(content).rows())
        assert head[-1] == "Dlaczego nie"
        assert head[:9] == run.headers[:9]
        assert "Nibylandia" in refused[-1]
        if kind == "csv":
            assert "'=cmd|' /C'!A0" in refused


def test_an_import_is_its_owners_and_the_secretariats(cast, razem, sign_in, client):
    run = brought_by(sign_in(cast.ada), razem, csv_of(row()))
    assert sign_in(cast.bea).get(page("import-run", razem, run=run.pk)).status_code == 404
    assert sign_in(cast.igor).get(page("import-run", razem, run=run.pk)).status_code == 200


def test_own_activities_leave_as_a_spreadsheet_and_come_back_unchanged(cast, razem, sign_in):
    more = {"Opis": "=HYPERLINK(1)", "Telefon": "+48 123 456 789", "Dla kogo": "dzieci", "Ile w miesiącu": "3"}
    applied(razem, csv_of(row(**more), row(Powiat="Legnica", Gmina="")), by=cast.by(cast.ada))
    answer = sign_in(cast.ada).get(
        reverse("activities:own-file", kwargs={"network": "razem", "organisation": cast.dach.pk})
    )
    run = applied(razem, answer.content, by=cast.by(cast.ada), name="a.xlsx")
    assert run.counts == {"rows": 2, "created": 0, "updated": 0, "unchanged": 2, "refused": 0}


def test_a_place_leaves_only_as_exact_as_it_was_chosen_to_be(cast, razem, client):
    applied(razem, csv_of(row(**{"Dokładność publikacji": "województwo", "Osoby objęte": "3"})))
    lines = b"".join(client.get(page("export-file", razem, kind="hxl")).streaming_content).decode("utf-8-sig")
    assert "Wrocław" not in lines
    assert "dolnośląskie" in lines
    assert "<5" in lines
    assert "#org+name,#org+code,#activity+name,#sector,#subsector,#service" in lines


def test_the_filters_of_the_list_hold_for_the_file(cast, razem, client):
    applied(razem, csv_of(row(), row(Organizacja="Stowarzyszenie Trzy Mosty")))
    address = page("export-file", razem, kind="geojson") + f"?organisation={cast.mosty.pk}"
    found = json.loads(b"".join(client.get(address).streaming_content))
    assert [one["properties"]["organisation"] for one in found["features"]] == ["Stowarzyszenie Trzy Mosty"]
    assert found["features"][0]["geometry"]["type"] == "Point"


def test_the_template_reads_as_a_file_of_the_register(cast, razem, sign_in):
    content = sign_in(cast.ada).get(page("template", razem)).content
    from tkanka.coordination.activities.sheets.files import TableFile as Opened

    table = Opened(content)
    assert [one.name for one in table.tables] == ["Działania"]
    assert io.BytesIO(content).read(2) == b"PK"
