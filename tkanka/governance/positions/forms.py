"""What is typed about positions."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.network.networks.models import Organisation
from tkanka.rules.positions import MOST_ADDRESSEES

LONGEST = 20_000


def lines(rows: int, most: int = LONGEST, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **more)


class DayField(forms.DateField):
    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class TextForm(forms.Form):
    """The text and to whom it goes."""

    title = forms.CharField(label=_("Tytuł"), max_length=200)
    text = lines(14, label=_("Treść stanowiska"))
    addressees = lines(
        3, 12_000, label=_("Adresaci"), required=False, help_text=_("Każdy adresat w osobnym wierszu, najwyżej 50.")
    )
    seen = forms.IntegerField(min_value=0, max_value=1_000_000, required=False, widget=forms.HiddenInput)

    def clean_addressees(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["addressees"].splitlines() if line.strip()]
        if len(names) > MOST_ADDRESSEES:
            raise forms.ValidationError(_("Każdy adresat w osobnym wierszu, najwyżej 50."))
        return names


class BeginForm(TextForm):
    """A new position, in the name of one organisation."""

    field_order = ("organisation", "title", "text", "addressees", "source")
    organisation = forms.ChoiceField(label=_("W imieniu"))
    source = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(self, *args: Any, parties: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(one.pk): one for one in parties}
        named = [(key, one.name) for key, one in self.parties.items()]
        self.fields["organisation"].choices = named  # type: ignore[attr-defined]
        del self.fields["seen"]


class PartyForm(forms.Form):
    """In whose name."""

    organisation = forms.ChoiceField(label=_("W imieniu"))

    def __init__(self, *args: Any, parties: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(one.pk): one for one in parties}
        named = [(key, one.name) for key, one in self.parties.items()]
        self.fields["organisation"].choices = named  # type: ignore[attr-defined]

    @property
    def party(self) -> Organisation:
        return self.parties[self.cleaned_data["organisation"]]


class RemarkForm(PartyForm):
    text = lines(4, label=_("Uwaga do projektu"))


class FreezeForm(forms.Form):
    until = DayField(label=_("Podpisy do dnia (włącznie)"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < self.today:
            raise forms.ValidationError(_("Podaj dzień dzisiejszy lub późniejszy."))
        return until


class WithdrawForm(forms.Form):
    reason = lines(3, 2_000, label=_("Powód"))


class DeliverForm(forms.Form):
    """When and how it was handed over, or what was answered."""

    on = DayField(label=_("Kiedy"))
    how = forms.CharField(label=_("Jak przekazano"), max_length=200)


class AnswerForm(forms.Form):
    on = DayField(label=_("Kiedy"))
    text = lines(4, label=_("Co odpowiedziano"))


class ListFilter(forms.Form):
    state = forms.ChoiceField(label=_("Stan"), required=False)

    def __init__(self, *args: Any, states: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", str(_("wszystkie"))), *states]  # type: ignore[attr-defined]
