"""The register as a spreadsheet with drop-downs, which can be filled in and brought back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tkanka.network.places.models import TERYT, Level
from tkanka.network.places.queries import units_of
from tkanka.network.places.wording import placed
from tkanka.network.vocabulary.entries import Vocabulary

from ..wording import HORIZONS, INTAKE, PRECISIONS, STATUSES, UNITS
from .cells import armoured, restored
from .fields import WRITTEN

DROP_DOWN_ROWS = 5_000
TAG_ROW = 1
FIRST = 2
WIDE = {"title": 40, "organisation": 34, "description": 40, "service": 34, "sector": 26}
DAYS = frozenset({"starts", "ends", "funding_ends", "updated"})
TEXTS = frozenset({"number", "adm1_code", "adm2_code", "adm3_code", "phone"})


def choices_of(words: Vocabulary, organisations: Sequence[str] = ()) -> dict[str, list[str]]:
    """What may be chosen in each column that has a closed list, in the reader's language."""
    services = [entry.label for one in ("services", "support_services") for entry in words.active(one)]
    powiats = [placed(unit) for unit in units_of(TERYT, Level.POWIAT).select_related("parent", "admin1")]
    found = {
        "organisation": list(organisations),
        "sector": [entry.label for entry in words.active("sectors")],
        "service": list(dict.fromkeys(services)),
        "adm1_name": [unit.label for unit in units_of(TERYT, Level.VOIVODESHIP)],
        "adm2_name": powiats,
        "group": [entry.label for entry in words.active("target_groups")],
        "cost": [entry.label for entry in words.active("costs")],
        "channel": [entry.label for entry in words.active("channels")],
        "recipient_kind": [entry.label for entry in words.active("recipient_kinds")],
        "remote": [_("tak"), _("nie")],
    }
    lists = (("status", STATUSES), ("intake", INTAKE), ("precision", PRECISIONS), ("horizon", HORIZONS))
    for name, labels in (*lists, ("capacity_unit", UNITS)):
        found[name] = [str(label) for label in labels.values()]
    return {name: labels for name, labels in found.items() if labels}


def workbook(lines: Iterable[Sequence[Any]], choices: dict[str, list[str]]) -> bytes:
    """Headings in the reader's language, a hidden row of HXL tags, the lines, and lists to choose from."""
    import xlsxwriter

    held = BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, lists = book.add_worksheet(_("Działania")), book.add_worksheet(pgettext("sheet", "Listy"))
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    forms = {
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "text": book.add_format({"num_format": "@"}),
        "inert": book.add_format({"quote_prefix": True}),
    }
    for place, field in enumerate(WRITTEN):
        sheet.write_string(0, place, field.name, bold)
        sheet.write_string(TAG_ROW, place, field.tag)
        usual = forms["day"] if field.code in DAYS else forms["text"] if field.code in TEXTS else None
        sheet.set_column(place, place, WIDE.get(field.code, max(12, len(field.name) + 2)), usual)
    sheet.set_row(TAG_ROW, None, None, {"hidden": True})
    sheet.freeze_panes(FIRST, 1)
    last = FIRST - 1
    for last, line in enumerate(lines, start=FIRST):
        for place, cell in enumerate(line):
            _put(sheet, last, place, cell, forms)
    _offer(sheet, lists, choices, max(last, DROP_DOWN_ROWS))
    lists.hide()
    book.close()
    return held.getvalue()


def _offer(sheet: Any, lists: Any, choices: dict[str, list[str]], last: int) -> None:
    """A drop-down in each column that has a list; other words may be typed, and the preview asks about them."""
    from xlsxwriter.utility import xl_col_to_name

    for place, (name, labels) in enumerate(choices.items()):
        for line, label in enumerate(labels):
            lists.write_string(line, place, label)
        column = xl_col_to_name(place, col_abs=True)
        at = next(index for index, field in enumerate(WRITTEN) if field.code == name)
        source = f"='{pgettext('sheet', 'Listy')}'!{column}$1:{column}${len(labels)}"
        offered = {"validate": "list", "source": source, "error_type": "warning"}
        offered |= {
            "error_title": _("Nie ma tego na liście"),
            "error_message": _("Zapytamy o to przy wczytywaniu."),
        }
        sheet.data_validation(FIRST, at, last, at, offered)


def _put(sheet: Any, line: int, place: int, cell: Any, forms: dict[str, Any]) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), forms["day"])
    elif isinstance(cell, int | float):
        sheet.write_number(line, place, cell)
    elif cell:
        _put_text(sheet, line, place, str(cell)[:32_000], forms["inert"])


def _put_text(sheet: Any, line: int, place: int, text: str, inert: Any) -> None:
    """What a spreadsheet might take for a formula is marked as text; what begins like a mark is marked once more."""
    if restored(text) != text:
        sheet.write_string(line, place, f"'{text}", inert)
    elif armoured(text) != text:
        sheet.write_string(line, place, text, inert)
    else:
        sheet.write_string(line, place, text)
