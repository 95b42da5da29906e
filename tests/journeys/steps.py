"""What people do in every journey."""

import xlsxwriter
from python_calamine import CalamineWorkbook

from tkanka.network.people.tests.entering import code_in, letters_to


def enter_by_code(page, person, here=False):
    """Sign in with the code from the letter; `here`: the page already asks for the address."""
    if not here:
        page.goto("/account/login/")
    page.get_by_label("Adres e-mail").fill(person.email)
    page.get_by_role("button", name="Wyślij kod").click()
    page.get_by_label("Kod z listu").fill(code_in(letters_to(person.email)[-1]))
    page.get_by_role("button", name="Potwierdź").click()
    page.wait_for_url(lambda url: "/account/login" not in url)


def leave(page):
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Wyloguj się").click()


def sheet_of(path):
    """The rows of the first sheet of a workbook, as the cells are."""
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def write_sheet(path, rows):
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    return path


def fetched(page, link, path):
    """The file behind a link, kept at the path."""
    with page.expect_download() as waiting:
        link.click()
    waiting.value.save_as(path)
    return path
