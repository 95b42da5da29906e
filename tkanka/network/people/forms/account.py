"""My account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Person

LANGUAGES = [("pl", "polski"), ("en", "English"), ("uk", "українська")]


class ProfileForm(forms.Form):
    name = forms.CharField(
        label=_("Imię i nazwisko"),
        max_length=200,
        help_text=_("Tak widzą Cię inni w sieciach, w których działasz."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(label=_("Język listów"), choices=LANGUAGES, widget=forms.RadioSelect)

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if not any(character.isalpha() for character in name):
            raise forms.ValidationError(_("Wpisz imię i nazwisko literami."))
        return name


class EraseForm(forms.Form):
    """Asks for the own address, so that nobody deletes an account by a slip of the hand."""

    email = forms.EmailField(label=_("Twój adres e-mail"), help_text=_("Wpisz go, aby potwierdzić, że o to chodzi."))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if email != self.person.email:
            raise forms.ValidationError(_("To nie jest adres tego konta."))
        return email
