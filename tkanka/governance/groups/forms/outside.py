import csv
import io
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import words

COLUMNS = {"name": 200, "lead": 200, "co_lead": 200, "sector": 200, "area": 200, "link": 500, "about": 4000}
MOST_ROWS = 5_000
LARGEST = 2 * 1024 * 1024


class OutsideForm(forms.Form):
    """A group outside the network."""

    name = forms.CharField(label=_("Nazwa"), max_length=200)
    lead = forms.CharField(label=_("Kto prowadzi"), max_length=200, required=False)
    co_lead = forms.CharField(label=_("Kto współprowadzi"), max_length=200, required=False)
    sector = forms.CharField(label=_("Czym się zajmuje"), max_length=200, required=False)
    area = forms.CharField(label=_("Gdzie"), max_length=200, required=False)
    link = forms.URLField(label=_("Adres w internecie"), required=False, max_length=500, assume_scheme="https")
    about = words(_("Opis"), rows=3, most=4000, required=False)


class ImportForm(forms.Form):
    """A list as CSV with the columns name, lead, co_lead, sector, area, link, about."""

    file = forms.FileField(
        label=_("Plik CSV"),
        help_text=_("W pierwszym wierszu nazwy kolumn: name, lead, co_lead, sector, area, link, about."),
    )

    def clean_file(self) -> list[dict[str, str]]:
        """The rows of the file; one that cannot be read is refused with the number of the row."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Ten plik jest za duży."))
        try:
            text = file.read().decode("utf-8-sig")
            sign = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
            rows = list(csv.DictReader(io.StringIO(text), delimiter=sign))
        except (UnicodeDecodeError, csv.Error) as broken:
            raise forms.ValidationError(_("Tego pliku nie da się odczytać jako CSV w UTF-8.")) from broken
        if not rows or "name" not in rows[0]:
            raise forms.ValidationError(_("Brakuje kolumny name."))
        if len(rows) > MOST_ROWS:
            raise forms.ValidationError(_("Za dużo wierszy, najwyżej 5000."))
        return [_row(number, row) for number, row in enumerate(rows, start=2)]


def _row(number: int, row: dict[str, Any]) -> dict[str, str]:
    said = {name: str(row.get(name) or "").strip() for name in COLUMNS}
    form = OutsideForm(said)
    if not form.is_valid():
        field = next(iter(form.errors))
        raise forms.ValidationError(
            _("Wiersz %(number)s, kolumna %(field)s: %(why)s"),
            params={"number": number, "field": field, "why": form.errors[field][0]},
        )
    return {name: form.cleaned_data[name] for name in COLUMNS}
