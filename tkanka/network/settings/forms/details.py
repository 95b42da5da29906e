"""What the pages and letters of a network say of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.network.networks.models import Network


class DetailsForm(forms.Form):
    name = forms.CharField(label=_("Nazwa sieci"), max_length=200)
    short_name = forms.CharField(
        label=_("Krótka nazwa"), max_length=60, help_text=_("Na pasku u góry strony i w listach.")
    )
    tagline_pl = forms.CharField(label=_("Jedno zdanie o sieci, po polsku"), max_length=300, required=False)
    tagline_en = forms.CharField(label=_("Jedno zdanie o sieci, po angielsku"), max_length=300, required=False)
    tagline_uk = forms.CharField(label=_("Jedno zdanie o sieci, po ukraińsku"), max_length=300, required=False)
    email = forms.EmailField(label=_("E-mail sekretariatu"), max_length=254, required=False)
    phone = forms.CharField(
        label=_("Telefon"),
        max_length=40,
        required=False,
        widget=forms.TextInput({"type": "tel"}),
    )
    address = forms.CharField(label=_("Adres"), max_length=500, required=False, widget=forms.Textarea({"rows": 3}))
    funder = forms.CharField(
        label=_("Kto finansuje"),
        max_length=200,
        required=False,
        help_text=_("Nazwa stoi w stopce każdej strony i w raportach."),
    )
    project_since = forms.DateField(
        label=_("Projekt od dnia"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Jeśli sieć powstała w projekcie. Po jego końcu sieć działa dalej."),
    )
    project_until = forms.DateField(
        label=_("Projekt do dnia"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    funder_note_pl = forms.CharField(label=_("Zdanie o finansowaniu, po polsku"), max_length=300, required=False)
    funder_note_en = forms.CharField(label=_("Zdanie o finansowaniu, po angielsku"), max_length=300, required=False)
    funder_note_uk = forms.CharField(label=_("Zdanie o finansowaniu, po ukraińsku"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        since, until = given.get("project_since"), given.get("project_until")
        if since and until and until < since:
            self.add_error("project_until", _("Projekt kończy się, zanim się zaczyna."))
        return given

    @classmethod
    def of(cls, network: Network, data: Any = None) -> "DetailsForm":
        return cls(data, initial={name: getattr(network, name) for name in cls.base_fields})

    @property
    def changed(self) -> dict[str, Any]:
        """Only what was really changed, for the record."""
        return {name: self.cleaned_data[name] for name in self.changed_data}
