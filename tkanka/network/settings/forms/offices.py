"""Giving and ending offices."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import sentence
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

OFFICES = (
    (Office.COORDINATOR.value, _("koordynacja")),
    (Office.SECRETARIAT.value, _("sekretariat")),
)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Refusable(forms.Form):
    """A form whose wish may be refused by a rule: what failed stands above the fields."""

    def lay(self, refusal: Refused) -> None:
        for ground in refusal.ruling.failed:
            self.add_error(None, sentence(ground))


class AppointForm(Refusable):
    name = forms.CharField(label=_("Imię i nazwisko"), max_length=200)
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("Tym adresem osoba się loguje. Konto powstanie, jeśli go nie ma."),
    )
    office = forms.ChoiceField(label=_("Funkcja"), choices=OFFICES, widget=forms.RadioSelect)
    is_deputy = forms.BooleanField(
        label=_("W zastępstwie"),
        required=False,
        help_text=_("Zastępuje koordynatorkę lub koordynatora w czasie nieobecności."),
    )
    since = forms.DateField(label=_("Od dnia"), widget=DayInput())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("is_deputy") and given.get("office") == Office.SECRETARIAT.value:
            self.add_error("is_deputy", _("W zastępstwie pełni się tylko koordynację."))
        return given


class EndOfficeForm(Refusable):
    until = forms.DateField(
        label=_("Do dnia"), widget=DayInput(), help_text=_("Tego dnia osoba już nie pełni funkcji.")
    )

    def __init__(self, data: Any, since: date, today: date):
        super().__init__(data, initial={"until": max(since, today)})
        self.since = since

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < self.since:
            raise forms.ValidationError(_("Funkcja nie może skończyć się, zanim się zaczęła."))
        return until
