from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tkanka.ground.kit.wording import label
from tkanka.rules.calendar import EventKind

Options = list[tuple[str, str]]


class CalendarFilter(forms.Form):
    """Which events to show. Everything stands in the address, so a calendar can be passed on."""

    kind = forms.ChoiceField(label=_("Rodzaj"), required=False)
    theme = forms.ChoiceField(label=pgettext_lazy("theme", "Temat"), required=False)
    area = forms.ChoiceField(label=_("Województwo"), required=False)
    body = forms.ChoiceField(label=_("Grupa"), required=False)
    organisation = forms.ChoiceField(label=_("Organizacja"), required=False)
    online = forms.BooleanField(label=_("Tylko online"), required=False)

    def __init__(self, data: Any, *, themes: Options, areas: Options, bodies: Options, parties: Options) -> None:
        super().__init__(data)
        kinds = [(kind.value, label(kind)) for kind in EventKind]
        offered = {"kind": kinds, "theme": themes, "area": areas, "body": bodies, "organisation": parties}
        for name, options in offered.items():
            if options or data.get(name):
                self.fields[name].choices = [("", _("wszystkie")), *options]  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    def asked(self) -> dict[str, Any]:
        """The answers that can be understood; the others are as if they were not given."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
