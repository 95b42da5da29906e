import pytest

from .axe import LOOKS, WIDTHS, faults_of


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [320, *WIDTHS])
def test_every_part_of_the_style_guide_is_accessible(chromium, live_server, settings, width, look):
    settings.DEMO = True
    assert faults_of(chromium, f"{live_server.url}/look/", width=width, look=look) == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("lang", ["", "/en", "/uk"])
def test_the_page_for_nothing_found_is_accessible(chromium, live_server, lang, look):
    faults = faults_of(chromium, f"{live_server.url}{lang}/nowhere/", width=390, look=look)
    assert [fault for fault in faults if "404 (Not Found)" not in fault] == []


def test_the_chosen_look_stays(page):
    page.goto("/nowhere/")
    page.get_by_label("ciemny").check()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Zapamiętaj").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


def test_the_language_switch_keeps_the_page(page):
    page.goto("/nowhere/?a=1")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/nowhere/?a=1")
    assert page.get_by_role("heading", level=1).inner_text() == "There is no such page here"


def test_the_first_key_leads_past_the_menus(page):
    page.goto("/nowhere/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "tresc"
