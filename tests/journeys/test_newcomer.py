"""From a stranger's first click to a member whose work is on the map."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from conftest import load_shared_data
from tests import cast as made_by
from tkanka.network.people.actions import load_texts, register_person
from tkanka.rules.standing import Standing

from .steps import enter_by_code, leave

NAME = "Fundacja Nowy Brzeg"


@pytest.fixture
def house(transactional_db):
    """Razem with those who keep it; nobody of it knows the newcomer yet."""
    load_shared_data()
    load_texts(by=made_by.SYSTEM, at=made_by.NOW)
    return made_by.full_cast()


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


def test_a_newcomer_applies_is_admitted_and_stands_on_the_map(page, house, anna):
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
    assert not page.complaints
