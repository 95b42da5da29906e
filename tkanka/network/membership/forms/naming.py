"""Writing down those whom a network's texts name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tkanka.ground.kit.wording import label
from tkanka.rules.names import name_key
from tkanka.rules.parties import Kind, kinds_admitted
from tkanka.rules.rulebook import Rulebook

from .fields import PLEASE, LongText

MOST, LONGEST = 200, 200


class NamesForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Rodzaj"), error_messages=PLEASE)
    names = LongText(
        label=gettext_lazy("Nazwy, każda w osobnym wierszu"),
        rows=8,
        max_length=20_000,
        error_messages=PLEASE,
        help_text=gettext_lazy("Można wkleić kolumnę z arkusza. Kto już jest na liście, zostaje bez zmian."),
    )
    cite = forms.CharField(
        label=gettext_lazy("Miejsce w tekście, które je wymienia"), max_length=60, required=False,
        help_text=gettext_lazy("Na przykład: Kim jesteśmy."),
    )  # fmt: skip

    def __init__(self, book: Rulebook, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        kinds = [k for k in Kind if k is not Kind.INDIVIDUAL and k in kinds_admitted(book)]
        self.fields["kind"].choices = [(k.value, label(k)) for k in kinds]  # type: ignore[attr-defined]

    def clean_names(self) -> list[str]:
        names = [" ".join(line.split()) for line in self.cleaned_data["names"].replace("\t", "\n").splitlines()]
        names = [name for name in names if name]
        if len(names) > MOST:
            raise ValidationError(_("Wpiszcie najwyżej %(n)s nazw naraz.") % {"n": MOST})
        for name in names:
            if len(name) > LONGEST or not name_key(name):
                raise ValidationError(_("To nie wygląda na nazwę: „%(name)s”.") % {"name": name[:60]})
        return names
