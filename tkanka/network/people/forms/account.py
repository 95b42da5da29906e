"""My account."""

from django import forms
from django.utils.translation import gettext_lazy as _

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
