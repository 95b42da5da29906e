"""One form for coming in at once: name and contact where the party is new, the fit, the declarations."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tkanka.ground.kit.wording import term_label
from tkanka.network.networks.models import Organisation
from tkanka.rules.parties import Kind, asked_of
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.visibility import Audience

from ..declarations import texts_of
from ..profile import Profile
from .fields import PLEASE, AreasField, EmailField, LongText
from .steps import ConditionsForm


class AtOnceForm(ConditionsForm):
    name = forms.CharField(label=gettext_lazy("Nazwa"), max_length=200, min_length=2, error_messages=PLEASE)
    town = forms.CharField(label=gettext_lazy("Miejscowość"), max_length=120, required=False)
    email = EmailField(label=gettext_lazy("E-mail do kontaktu"), error_messages=PLEASE)
    about = LongText(label=gettext_lazy("Co robicie"), max_length=2000, rows=3, required=False)
    areas = AreasField(
        required=False,
        label=gettext_lazy("Gdzie działacie"),
        help_text=gettext_lazy("Powiaty, miasta albo województwa, po przecinku. Na przykład: powiat chełmski, Lublin."),
    )
    planned_from = forms.CharField(label=gettext_lazy("Od kiedy planujesz działać"), max_length=40, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, book: Rulebook, kind: Kind, known: Organisation | None, *args: Any, **kwargs: Any):
        self.known = known
        super().__init__(book, kind, *args, **kwargs)

    def build(self) -> None:
        super().build()
        kind = self.party or Kind.OTHER
        if self.known:
            self.drop("name", "town", "email", "about", "areas", "planned_from")
        self.drop(*({"planned_from"} - set(asked_of(kind).optional)))
        if kind is Kind.INDIVIDUAL and "name" in self.fields:
            self.fields["name"].label = _("Imię i nazwisko")
        self.texts = texts_of(self.book)
        for one in self.texts:
            self.fields[one.code] = forms.BooleanField(
                label=term_label(one.code), error_messages={"required": _("brakuje tej deklaracji")}
            )

    def made(self) -> list[str]:
        return [one.code for one in self.texts if self.cleaned_data.get(one.code)]

    def boxes(self) -> list[tuple[Any, Any]]:
        return [(one, self[one.code]) for one in self.texts]

    def plain(self) -> list[Any]:
        """The fields before the declarations."""
        codes = {one.code for one in self.texts} | {"version"}
        order = ("name", "town", "email", "stated", "about", "areas", "planned_from")
        return [self[name] for name in order if name in self.fields and name not in codes]

    def profile(self) -> Profile:
        given = self.cleaned_data
        stated = tuple(given.get("stated", ()))
        if self.known:
            return Profile(name=self.known.name, kind=self.known.kind, stated=stated)
        return Profile(
            name=given["name"],
            kind=str(self.party),
            town=given["town"],
            email=given["email"],
            about=given["about"],
            areas=tuple(str(unit.pk) for unit in given["areas"]),
            contact_audience=Audience.MEMBERS,
            stated=stated,
        )
