from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.uploads import Sort, sort_of
from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Organisation
from tkanka.rules.calendar import EventAudience, EventKind

LARGEST = 512 * 1024


class IcsForm(forms.Form):
    """A calendar file, or its text, and whose events they are."""

    owner = forms.ChoiceField(label=_("Czyje to wydarzenia"))
    kind = forms.ChoiceField(label=_("Rodzaj"), initial=EventKind.OTHER)
    audience = forms.ChoiceField(label=_("Kto zobaczy"), widget=forms.RadioSelect, initial=EventAudience.PUBLIC)
    file = forms.FileField(label=_("Plik .ics"), required=False, help_text=_("Najwyżej 512 kB."))
    pasted = forms.CharField(
        label=_("Albo wklej zawartość pliku"), required=False, max_length=LARGEST, strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )  # fmt: skip

    def __init__(self, data: Any = None, files: Any = None, *, owners: list[Organisation]) -> None:
        super().__init__(data, files)
        self.owners = {str(party.pk): party for party in owners}
        audiences = (EventAudience.PUBLIC, EventAudience.MEMBERS)
        offered = {
            "owner": [(key, party.name) for key, party in self.owners.items()],
            "kind": [(kind.value, label(kind)) for kind in EventKind],
            "audience": [(audience.value, label(audience)) for audience in audiences],
        }
        for name, options in offered.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]

    def clean_file(self) -> str:
        """The text of the file."""
        file = self.cleaned_data["file"]
        if not file:
            return ""
        if file.size > LARGEST:
            raise forms.ValidationError(_("Ten plik jest za duży, najwyżej 512 kB."))
        if sort_of(file) is not Sort.TEXT:
            raise forms.ValidationError(_("To nie jest plik kalendarza (.ics)."))
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(_("Plik nie jest zapisany w UTF-8.")) from None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "file" not in self.errors and "pasted" not in self.errors and not (said.get("file") or said.get("pasted")):
            self.add_error("file", _("Wybierz plik albo wklej jego zawartość."))
        return said

    @property
    def text(self) -> str:
        return str(self.cleaned_data["file"] or self.cleaned_data["pasted"])

    @property
    def owner_party(self) -> Organisation:
        return self.owners[self.cleaned_data["owner"]]
