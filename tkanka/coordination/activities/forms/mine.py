from django import forms
from django.utils.translation import gettext_lazy as _

from ..wording import STATUSES, VISIBILITIES

SEARCH = forms.TextInput(attrs={"type": "search"})
SEEN = [("", _("szkice i opublikowane")), *VISIBILITIES.items()]
ORDERS = [
    ("", _("ostatnio zmienione")),
    ("title", _("nazwa")),
    ("starts", _("początek")),
    ("confirmed", _("najdawniej potwierdzone")),
]


class MineFilter(forms.Form):
    """Which of one's own activities to list; a value nobody knows asks for nothing."""

    organisation = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Nazwa"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    status = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *STATUSES.items()])
    visibility = forms.ChoiceField(
        label=_("Widoczność"), required=False, choices=[("", _("szkice i opublikowane")), *VISIBILITIES.items()]
    )
    due = forms.BooleanField(label=_("tylko do potwierdzenia"), required=False)
    sort = forms.ChoiceField(
        label=_("Kolejność"),
        required=False,
        choices=[
            ("", _("ostatnio zmienione")),
            ("title", _("nazwa")),
            ("starts", _("początek")),
            ("confirmed", _("najdawniej potwierdzone")),
        ],
    )

    def sought(self) -> dict[str, str]:
        """What was asked, without what could not be understood."""
        self.is_valid()
        return {key: str(value) for key, value in self.cleaned_data.items() if value and key != "organisation"}
