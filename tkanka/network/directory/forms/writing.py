"""A message to an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.network.people.models import Person


class MessageForm(forms.Form):
    name = forms.CharField(label=_("Imię i nazwisko"), max_length=100, widget=forms.TextInput({"autocomplete": "name"}))
    email = forms.EmailField(label=_("Twój e-mail"), max_length=254, widget=forms.EmailInput({"autocomplete": "email"}))
    subject = forms.CharField(label=_("Temat"), max_length=120)
    message = forms.CharField(label=_("Wiadomość"), max_length=4000, widget=forms.Textarea({"rows": 8}))
    agree = forms.BooleanField(
        label=_("Zgadzam się, aby organizacja otrzymała moje imię i adres, żeby mogła odpowiedzieć"),
        error_messages={"required": _("Bez adresu organizacja nie ma jak odpowiedzieć.")},
    )
    # Left empty by people, who do not see it; filled in by machines.
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, person: Person | None):
        super().__init__(data)
        self.person = person
        if person:
            del self.fields["name"], self.fields["email"]

    @property
    def sender(self) -> tuple[str, str]:
        """Name and address; those of the account where somebody is signed in."""
        if self.person:
            return str(self.person), self.person.email
        return self.cleaned_data["name"], self.cleaned_data["email"]

    @property
    def by_machine(self) -> bool:
        return bool(self.cleaned_data.get("website"))
