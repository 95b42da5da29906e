"""What people do in every journey."""

from contextlib import contextmanager
from datetime import timedelta
from itertools import count

import time_machine
import xlsxwriter
from python_calamine import CalamineWorkbook

from tkanka.network.people.tests.entering import code_in, letters_to

from .axe import violations


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


LATER = count(0, 5)
"""Minutes by which each who signs in comes later: the newest code is the last that was written."""


@contextmanager
def entered(page, person, at):
    """What somebody does on a day, signed in."""
    with time_machine.travel(at + timedelta(minutes=next(LATER)), tick=True):
        enter_by_code(page, person)
        yield page.get_by_role("main")
        leave(page)


def press(place, name):
    """Press a button and wait for the page it leads to."""
    with place.page.expect_navigation():
        place.get_by_role("button", name=name, exact=isinstance(name, str)).click()


def fill(page, **fields):
    for name, value in fields.items():
        page.locator(f"main [name={name}]").fill(value)


def unfold(page):
    """Open whatever a form folds away."""
    while (closed := page.locator("main form details:not([open]) > summary")).count():
        closed.first.click()


def looked_at(page):
    """Nothing for axe to find on the page as it stands."""
    assert violations(page) == []


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
