from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.rules.groups import Tongue

LONGEST = 10_000


def words(label: Any, *, rows: int = 4, most: int = LONGEST, **more: Any) -> forms.CharField:
    """A longer text."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **more)


def day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class ChargeForm(forms.Form):
    """What a group sets out to do: four things the charter asks for, and one that may be left out."""

    aims = words(
        _("Cele i oczekiwane wyniki"), rows=5, required=False,
        help_text=_("Po co jest grupa i po czym poznacie, że się udało."),
    )  # fmt: skip
    time_frame = forms.CharField(
        label=_("Ramy czasowe"), max_length=300, required=False,
        help_text=_("Na przykład: od listopada do końca czerwca."),
    )  # fmt: skip
    ends_on = day(_("Koniec, jeśli znacie dzień"), required=False)
    meetings = forms.CharField(
        label=_("Jak często, jak długo i w jakiej formie się spotykacie"), max_length=500, required=False,
        help_text=_("Na przykład: co dwa tygodnie, 60 minut, online."),
    )  # fmt: skip
    languages = forms.MultipleChoiceField(
        label=_("Języki spotkań"), required=False, widget=forms.CheckboxSelectMultiple
    )
    interpreted = forms.BooleanField(label=_("Spotkania są tłumaczone symultanicznie"), required=False)
    profile = words(
        _("Kogo zapraszacie"), rows=3, required=False,
        help_text=_("Nieobowiązkowe. Nikogo to nie wyklucza, pomaga zdecydować, czy dołączyć."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tongues = [(tongue.value, label(tongue)) for tongue in Tongue]
        self.fields["languages"].choices = tongues  # type: ignore[attr-defined]
