from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.network.people.models import LETTER_LANGUAGES
from tkanka.rules.standing import Capacity

LANGUAGES = {"pl": _("polski"), "en": _("angielski"), "uk": _("ukraiński")}


def capacities() -> list[tuple[str, str]]:
    return [(c.value, label(c)) for c in Capacity]


class MandateForm(forms.Form):
    """In what capacity, on which post, until when."""

    capacity = forms.ChoiceField(label=_("W jakiej roli"), choices=capacities, widget=forms.RadioSelect)
    post = forms.CharField(
        label=_("Stanowisko"),
        max_length=120,
        required=False,
        help_text=_("Na przykład: dyrektorka, koordynator projektu."),
    )
    until = forms.DateField(
        label=_("Mandat do dnia"),
        required=False,
        help_text=_("Zostaw puste, jeśli mandat nie ma daty końca."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_capacity(self) -> Capacity:
        return Capacity(self.cleaned_data["capacity"])

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until is not None and until <= self.today:
            raise forms.ValidationError(_("Ten dzień już minął. Wskaż późniejszy."))
        return until


class InvitationForm(MandateForm):
    """Whom to ask."""

    email = forms.EmailField(
        label=_("Adres e-mail"), help_text=_("Zaproszenie zadziała tylko dla osoby, która ma ten adres.")
    )
    name = forms.CharField(label=_("Imię i nazwisko"), max_length=200, required=False)
    language = forms.ChoiceField(
        label=_("Język zaproszenia"), choices=[(code, LANGUAGES[code]) for code in LETTER_LANGUAGES], initial="pl"
    )
    field_order = ["email", "name", "capacity", "post", "until", "language"]


class AcceptForm(forms.Form):
    """Somebody without an account says what they are called."""

    name = forms.CharField(
        label=_("Imię i nazwisko"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )


class LinkForm(forms.Form):
    """Which organisation it is, and which of the two belongs to the other."""

    other = forms.UUIDField(label=_("Organizacja"), error_messages={"required": _("Wybierz organizację.")})
    place = forms.ChoiceField(
        label=_("Powiązanie"),
        choices=[("above", _("należymy do niej")), ("below", _("ona należy do nas"))],
        widget=forms.RadioSelect,
    )
