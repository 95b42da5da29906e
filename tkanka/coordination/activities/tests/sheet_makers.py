"""Small tables for tests, in few words."""

import csv
import io

import xlsxwriter

from tests.cast import NOW, SYSTEM
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.sheets.opening import opened
from tkanka.coordination.activities.taking import go_on

HEAD = ("Organizacja", "Usługa", "Województwo", "Powiat", "Dla kogo", "Osoby objęte", "Początek", "Koniec", "Stan")


def row(**said):
    """A row that can be taken; what is said takes the place of its cells."""
    usual = {
        "Organizacja": "Fundacja Jeden Dach",
        "Usługa": "Kursy języka polskiego",
        "Województwo": "dolnośląskie",
        "Powiat": "Wrocław",
        "Dla kogo": "",
        "Osoby objęte": "12",
        "Początek": "2026-09-01",
        "Koniec": "",
        "Stan": "",
    }
    return {**usual, **said}


def csv_of(*rows, head=None, delimiter=";", encoding="utf-8"):
    head = head or tuple(dict.fromkeys([*HEAD, *(key for one in rows for key in one)]))
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter)
    writer.writerows([head, *([str(one.get(key, "")) for key in head] for one in rows)])
    return held.getvalue().encode(encoding)


def xlsx_of(rows, *, name="Działania", before=(), hidden=(), formats=None):
    """A workbook of rows of cells as they are; `before` and `hidden` are other sheets: (name, rows)."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    for title, cells in (*before, (name, rows), *hidden):
        sheet = book.add_worksheet(title)
        for line, found in enumerate(cells):
            sheet.write_row(line, 0, found)
        if (title, cells) in hidden:
            sheet.hide()
    book.close()
    return held.getvalue()


def brought(network, content, by=SYSTEM, name="dzialania.csv", sheet="", person=None, **options):
    """The run of a file that was brought and read; `columns` and other options as read_columns takes them."""
    told = {"by": by, "at": NOW}
    table = opened(content, name, sheet)
    run = actions.start_import(**told, network=network, name=name, content=content, table=table, person=person)
    columns = options.pop("columns", run.columns)
    return go_on(actions.read_columns(**told, run=run, columns=columns, **options), by, NOW)


def applied(network, content, by=SYSTEM, **options):
    """The same, applied."""
    run = brought(network, content, by, **options)
    return go_on(actions.ask_to_apply(by=by, at=NOW, run=run), by, NOW)


def reasons(run):
    """Row → codes of what is wrong."""
    return {one.number: [problem[1] for problem in one.problems] for one in run.results.filter(outcome="refused")}
