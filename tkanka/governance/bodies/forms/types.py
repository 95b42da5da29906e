"""What a network fills in about types of bodies."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.rules.bodies import BodyType, Maker, OpenTo

from ..values import kept
from .people import Laid, day_field


class TypeForm(Laid):
    """What a network sets of a type; what its charter fixes is not among the fields."""

    since = day_field(label=_("Obowiązuje od dnia"))
    seats = forms.IntegerField(label=_("Liczba miejsc"), required=False, min_value=1, max_value=500)
    per_organisation = forms.IntegerField(
        label=_("Miejsc dla jednej organizacji"), required=False, min_value=1, max_value=500
    )  # fmt: skip
    term_months = forms.IntegerField(label=_("Kadencja (miesiące)"), required=False, min_value=1, max_value=120)
    cadence_months = forms.IntegerField(
        label=_("Spotyka się co (miesiące)"), required=False, min_value=1, max_value=60
    )  # fmt: skip
    cap = forms.IntegerField(label=_("Ile najwyżej naraz"), required=False, min_value=1, max_value=500)
    made_by = forms.MultipleChoiceField(
        label=_("Kto otwiera"), widget=forms.CheckboxSelectMultiple, choices=lambda: [(m, label(m)) for m in Maker]
    )  # fmt: skip
    open_to = forms.ChoiceField(label=_("Jak się dołącza"), choices=lambda: [(o.value, label(o)) for o in OpenTo])
    open_to_outsiders = forms.BooleanField(label=_("Osoby spoza sieci mogą uczestniczyć"), required=False)
    may_hide = forms.BooleanField(label=_("Istnienie grupy można ukryć"), required=False)

    def __init__(self, data: Any, *, kind: BodyType | None, today: date):
        before = kept({name: term.value for name, term in kind.terms.items()}) if kind else {"made_by": ["secretariat"]}
        super().__init__(data, initial={**before, "since": today})
        for name in kind.fixed if kind else ():
            self.fields.pop(name, None)

    def values(self) -> dict[str, Any]:
        """What was set, as the rules read it."""
        given = {name: value for name, value in self.cleaned_data.items() if name in TypeForm.base_fields}
        given.pop("since", None)
        if "open_to" in given:
            given["open_to"] = OpenTo(given["open_to"])
        if "made_by" in given:
            given["made_by"] = tuple(map(Maker, given["made_by"]))
        return given


class NewTypeForm(TypeForm):
    """A type of the network's own: its name in three languages, and the rest."""

    label_pl = forms.CharField(label=_("Nazwa po polsku"), max_length=120)
    label_en = forms.CharField(label=_("Nazwa po angielsku"), max_length=120)
    label_uk = forms.CharField(label=_("Nazwa po ukraińsku"), max_length=120)
    code = forms.SlugField(label=_("Krótki kod"), max_length=40, help_text=_("Na przykład: rada_seniorow."))
    field_order = ["label_pl", "label_en", "label_uk", "code"]

    def __init__(self, data: Any, *, today: date, taken: Iterable[str]):
        super().__init__(data, kind=None, today=today)
        self.taken = set(taken)

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if code in self.taken:
            raise forms.ValidationError(_("Taki kod już jest. Wybierz inny."))
        return code

    def labels(self) -> dict[str, str]:
        return {language: self.cleaned_data[f"label_{language}"] for language in ("pl", "en", "uk")}
