"""A strategy is asked about: a remark at its paragraph, an answer by letter, the next version with what changed."""

import re
from datetime import UTC, datetime

from playwright.sync_api import expect

from tkanka.governance.consultations.jobs import keep_days
from tkanka.network.people.tests.entering import letters_to

from .steps import entered, fetched, fill, looked_at, press, sheet_of

TITLE = "Strategia na trzy lata"
TEXT = "# Cele\n\n§ 1 Spotykamy się co kwartał.\n\n§ 2 Każdy głos ma odpowiedź.\n"
WANTED = "Spotykamy się co miesiąc."
ASKED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
OVER = datetime(2026, 12, 4, 9, 0, tzinfo=UTC)


def ask(page, house):
    """Pasted, looked at, put to all members for two weeks."""
    with entered(page, house.igor, ASKED) as main:
        page.goto("/n/razem/consultations/")
        main.get_by_role("link", name="Nowy dokument").first.click()
        page.locator("main [name=kind]").last.select_option("strategy")
        fill(page, title=TITLE, text=TEXT)
        press(main, "Podziel na paragrafy")
        expect(main).to_contain_text("3 paragrafy")
        press(main, "Zapisz dokument")
        main.get_by_role("link", name="Przygotuj konsultacje").click()
        fill(page, plan="Odpowiemy na każdą uwagę do końca grudnia.")
        press(main, "Zapisz plan")
        press(main, "Ogłoś konsultacje")
        expect(main).to_contain_text("można zgłaszać uwagi")
        looked_at(page)
        return page.url


def remark(page, house, consultation):
    with entered(page, house.ada, ASKED) as main:
        page.goto(consultation)
        main.get_by_role("link", name=re.compile(r"^Zgłoś uwagę.*§ 1$")).click()
        page.locator("main [name=stance][value=against]").check()
        fill(page, text="Co kwartał to za rzadko.", proposal=WANTED)
        looked_at(page)
        press(main, "Wyślij uwagę")
        expect(main).to_contain_text("jest Wasza uwaga")


def answer_and_close(page, house, consultation):
    keep_days(OVER)
    with entered(page, house.igor, OVER) as main:
        page.goto("/n/razem/desk/")
        expect(main).to_contain_text(f"Odpowiedz na uwagi: {TITLE}")
        main.get_by_role("link", name="Odpowiedz", exact=True).first.click()
        main.get_by_role("link", name=re.compile(r"^Odpowiedz\s+1$")).click()
        page.locator("main [name=outcome][value=accepted]").check()
        fill(page, reason="Tak, spotkania online co miesiąc.")
        looked_at(page)
        press(main, "Wyślij odpowiedź")
        page.goto(consultation)
        press(main, "Zakończ konsultacje")
        expect(main).to_contain_text("zakończone")
    assert "Tak, spotkania online co miesiąc." in letters_to(house.ada.email)[-1].text


def write_the_next(page, house, consultation):
    with entered(page, house.igor, OVER) as main:
        page.goto(consultation)
        main.get_by_role("link", name="Wersje dokumentu").click()
        press(main, "Przygotuj następną wersję")
        main.get_by_role("link", name=re.compile(r"^Popraw\s+§ 1$")).click()
        fill(page, text=WANTED)
        page.locator("main [name=because]").select_option(index=1)
        press(main, "Zapisz")
        fill(page, note="Spotkania co miesiąc.")
        press(main, "Ogłoś wersję")
        expect(main.locator("ins")).to_contain_text("miesiąc")
        expect(main).to_contain_text("Ze względu na uwagę nr 1: Fundacja Jeden Dach")
        looked_at(page)


def take_along(page, house, consultation, folder):
    with entered(page, house.ada, OVER) as main:
        page.goto(f"{consultation}remarks/")
        expect(main).to_contain_text("uwzględniona")
        looked_at(page)
        rows = sheet_of(fetched(page, main.get_by_role("link", name="XLSX"), folder / "uwagi.xlsx"))
    assert rows[1][1:3] == ["§ 1", "Fundacja Jeden Dach"]


def test_a_strategy_is_asked_about_answered_and_changed(page, house, tmp_path):
    consultation = ask(page, house)
    remark(page, house, consultation)
    answer_and_close(page, house, consultation)
    write_the_next(page, house, consultation)
    take_along(page, house, consultation, tmp_path)
    assert page.complaints == []
