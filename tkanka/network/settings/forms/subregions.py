"""Drawing a subregion of powiats."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.network.networks.models import Subregion
from tkanka.network.places.models import Unit

from ..queries import Area


class SubregionForm(forms.Form):
    label_pl = forms.CharField(label=_("Nazwa po polsku"), max_length=200)
    label_en = forms.CharField(label=_("Nazwa po angielsku"), max_length=200)
    label_uk = forms.CharField(label=_("Nazwa po ukraińsku"), max_length=200)
    units = forms.MultipleChoiceField(
        label=_("Powiaty"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Wybierz co najmniej jeden powiat.")},
    )

    def __init__(self, data: Any, areas: list[Area], others: Iterable[Subregion], subregion: Subregion | None = None):
        initial = {}
        if subregion:
            initial = {name: getattr(subregion, name) for name in ("label_pl", "label_en", "label_uk")}
            initial["units"] = [str(unit.pk) for unit in subregion.units.all()]
        super().__init__(data, initial=initial)
        self._powiats = {str(unit.pk): unit for area in areas for unit in area.powiats}
        self._names = {one.label_pl.casefold() for one in others if subregion is None or one.pk != subregion.pk}
        field = self.fields["units"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, unit.name) for key, unit in self._powiats.items()]

    def clean_label_pl(self) -> str:
        label: str = self.cleaned_data["label_pl"]
        if label.casefold() in self._names:
            raise forms.ValidationError(_("Subregion o tej nazwie już jest."))
        return label

    @property
    def ticked(self) -> set[str]:
        return set(self["units"].value() or [])

    @property
    def labels(self) -> dict[str, str]:
        return {language: self.cleaned_data[f"label_{language}"] for language in ("pl", "en", "uk")}

    @property
    def chosen(self) -> list[Unit]:
        return [self._powiats[key] for key in self.cleaned_data["units"]]
