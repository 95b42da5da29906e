"""From a stranger's first click to a member whose work is on the map."""

from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from tkanka.network.people.actions import register_person
from tkanka.rules.standing import Standing

from .steps import enter_by_code, fetched, leave, sheet_of, write_sheet

NAME = "Fundacja Nowy Brzeg"


@pytest.fixture
def anna(house):
    at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    return register_person(email="anna@example.org", name="Anna Brzeg", by=Standing(system="test"), at=at)


def on(page, label="Zapisz i dalej"):
    page.get_by_role("button", name=label).click()


def apply(page):
    """Through the steps as a visitor, with one mistake on the way."""
    page.goto("/n/razem/join/")
    page.get_by_role("main").get_by_role("link", name="Zgłoś organizację").click()
    page.get_by_label("Nazwa organizacji").fill(NAME)
    page.get_by_label("fundacja", exact=True).check()
    on(page)
    page.get_by_label("Osoba do kontaktu").fill("Anna Brzeg")
    page.get_by_label("E-mail do kontaktu").fill("anna@example,org")
    on(page)
    expect(page.get_by_role("alert")).to_contain_text("anna@example.org?")
    expect(page.get_by_label("Osoba do kontaktu")).to_have_value("Anna Brzeg")
    page.get_by_label("E-mail do kontaktu").fill("anna@example.org")
    on(page)
    page.get_by_label("praca w Polsce na polu migracji i integracji").check()
    page.get_by_label("Co robicie", exact=True).fill("Uczymy języka polskiego nad rzeką.")
    page.locator("[name=areas]").fill("powiat chełmski")
    on(page)
    for declaration in page.locator("main form input[type=checkbox]").all():
        declaration.check()
    on(page, "Dalej: sprawdź i wyślij")


def enter_activity(page):
    page.goto("/n/razem/activities/new/")
    page.get_by_label("Nazwa działania").fill("Polski nad rzeką")
    page.locator("select[name=service]").select_option(label="Kursy języka polskiego")
    expect(page.get_by_label("Miejsce 1")).to_have_value("chełmski (lubelskie)")
    page.get_by_role("button", name="Opublikuj").click()


def send_sheet(page, path):
    """Bring a file and confirm its columns, which are known."""
    page.goto("/n/razem/activities/import/")
    page.get_by_label("Plik", exact=True).set_input_files(path)
    page.get_by_role("button", name="Wyślij plik").click()
    expect(page.get_by_role("main")).to_contain_text("Wygląda na to, że wiemy, co jest gdzie")
    page.get_by_role("button", name="Pokaż, co się stanie").click()


def filled_in(template, path, rows):
    """The empty spreadsheet with rows in it, as somebody who fills it in saves it: heading → cell."""
    headings, tags = sheet_of(template)[:2]
    return write_sheet(path, [headings, tags, *([row.get(heading, "") for heading in headings] for row in rows)])


def bring_a_spreadsheet(page, folder):
    """Three rows, of which the register takes two; the third comes back with the reason and is mended."""
    page.goto("/n/razem/activities/import/")
    template = fetched(page, page.get_by_role("link", name="Pobierz pusty arkusz"), folder / "pusty.xlsx")
    lists = ZipFile(template).read("xl/worksheets/sheet1.xml")
    assert b"<dataValidations" in lists, "there are lists to choose from"
    usual = {"Organizacja": NAME, "Usługa": "Kursy języka polskiego", "Początek": "2026-09-01"}
    rows = [
        usual | {"Działanie": "Polski w Wałbrzychu", "Województwo": "dolnośląskie", "Powiat": "Wałbrzych"},
        usual | {"Działanie": "Polski nigdzie", "Województwo": "dolnośląskie", "Powiat": "Nibylandia"},
        usual | {"Działanie": "Polski w Lublinie", "Województwo": "lubelskie", "Powiat": "Lublin"},
    ]
    send_sheet(page, filled_in(template, folder / "dzialania.xlsx", rows))
    preview = page.get_by_role("row").filter(has_text="Nibylandia")
    expect(preview).to_contain_text("odrzucone")
    expect(preview).to_contain_text("Nie ma jednostki „Nibylandia”")
    page.get_by_role("button", name="Wczytaj 2 dobre wiersze").click()
    expect(page.get_by_role("main")).to_contain_text("2 wiersze weszły do rejestru")

    refused = fetched(page, page.get_by_role("link", name="XLSX"), folder / "odrzucone.xlsx")
    headings, tags, row, *rest = sheet_of(refused)
    assert rest == []
    assert headings[-1] == "Dlaczego nie"
    assert "Nibylandia" in row[-1]
    row[headings.index("Powiat")] = "Legnica"
    send_sheet(page, write_sheet(folder / "poprawione.xlsx", [headings, tags, row]))
    page.get_by_role("button", name="Wczytaj wszystko").click()
    expect(page.get_by_role("main")).to_contain_text("1 wiersz wszedł do rejestru")


def stands_in_the_list_and_on_the_map(page, title, code):
    page.goto("/n/razem/activities/")
    expect(page.get_by_role("link", name=title)).to_be_visible()
    page.goto(f"/n/razem/map/{code}/")
    expect(page.get_by_role("main")).to_contain_text(title)


def test_a_newcomer_applies_is_admitted_and_stands_on_the_map(page, house, anna, tmp_path):
    apply(page)
    page.get_by_role("link", name="Zaloguj się i wyślij").click()
    enter_by_code(page, anna, here=True)
    page.get_by_role("button", name="Wyślij zgłoszenie").click()
    expect(page.get_by_role("main")).to_contain_text(NAME)
    leave(page)

    enter_by_code(page, house.igor)
    page.goto("/n/razem/secretariat/")
    page.get_by_role("main").get_by_role("link", name=NAME).first.click()
    page.get_by_role("button", name="Przyjmij").click()
    leave(page)

    enter_by_code(page, anna)
    page.goto("/n/razem/desk/")
    expect(page.get_by_role("main")).to_contain_text(NAME)
    enter_activity(page)
    expect(page.get_by_role("main")).to_contain_text("Polski nad rzeką")
    page.goto("/n/razem/map/0603/")
    expect(page.get_by_role("main")).to_contain_text(NAME)
    page.goto("/n/razem/organisations/?service=polish_courses")

    bring_a_spreadsheet(page, tmp_path)
    for title, code in (("Polski w Wałbrzychu", "0265"), ("Polski w Lublinie", "0663"), ("Polski nigdzie", "0262")):
        stands_in_the_list_and_on_the_map(page, title, code)
    assert not page.complaints
