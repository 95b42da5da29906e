"""People, capacity and addresses of an activity, one line an area and group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tkanka.network.places.wording import placed
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.activities import MOST_PEOPLE

from ..facts import Facts, Spot
from ..wording import FAULTS


class SpotForm(forms.Form):
    """One area for one group."""

    targeted = forms.IntegerField(label=_("Planowane osoby"), required=False)
    reached = forms.IntegerField(label=_("Objęte osoby"), required=False)
    capacity = forms.IntegerField(label=_("Możliwości w miesiącu"), required=False)
    place = forms.CharField(label=_("Adres lub nazwa miejsca"), required=False, max_length=200)
    lat = forms.FloatField(label=_("Szerokość geograficzna"), required=False, min_value=-90, max_value=90)
    lon = forms.FloatField(label=_("Długość geograficzna"), required=False, min_value=-180, max_value=180)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for field in ("targeted", "reached", "capacity"):
            number = told.get(field)
            if number is not None and not 0 <= number <= MOST_PEOPLE:
                self.add_error(field, str(FAULTS["negative_people" if number < 0 else "too_many_people"]))
        if (told.get("lat") is None) != (told.get("lon") is None) and not {"lat", "lon"} & set(self.errors):
            self.add_error("lon", _("Podaj obie współrzędne albo żadnej."))
        return told


@dataclass(frozen=True, slots=True)
class SpotLine:
    """A line of the page: its form, and what it is about."""

    spot: Spot
    form: SpotForm
    area: str
    group: str


class NumbersForms:
    """All lines of an activity together."""

    def __init__(self, data: QueryDict | None, facts: Facts, words: Vocabulary):
        self.told = facts
        self.lines = [self._line(data, place, spot, words) for place, spot in enumerate(facts.spots)]

    @staticmethod
    def _line(data: QueryDict | None, place: int, spot: Spot, words: Vocabulary) -> SpotLine:
        known = {field: getattr(spot, field) for field in SpotForm.base_fields}
        form = SpotForm(data, initial=known, prefix=f"r{place}", auto_id="id_%s")
        group = words.entries[spot.group].label if spot.group and spot.group in words.entries else ""
        return SpotLine(spot, form, placed(spot.unit), group)

    def is_valid(self) -> bool:
        """Every line is looked at, so that every fault is shown."""
        return not [line for line in self.lines if not line.form.is_valid()]

    @property
    def errors(self) -> bool:
        return any(line.form.errors for line in self.lines)

    def facts(self) -> Facts:
        """The activity with these numbers. Its capacity is their sum where any is given."""
        spots = tuple(replace(line.spot, **line.form.cleaned_data) for line in self.lines)
        given = [spot.capacity for spot in spots if spot.capacity is not None]
        return replace(self.told, spots=spots, capacity=sum(given) if given else self.told.capacity)
