"""What is sought in the contact base."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.network.places.models import Level
from tkanka.network.places.queries import units_of
from tkanka.network.vocabulary.entries import Vocabulary

from .. import queries
from ..facets import Facets


class BaseFilter(forms.Form):
    q = forms.CharField(
        label=_("Osoba, organizacja albo sprawa"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"type": "search"}),
    )
    area = forms.ChoiceField(label=_("Województwo"), required=False)
    service = forms.ChoiceField(label=_("Co robi"), required=False)

    def __init__(self, facets: Facets, words: Vocabulary):
        super().__init__(initial={name: getattr(facets, name) for name in self.base_fields})
        areas: list[tuple[Any, Any]] = [(u.code, u.label) for u in units_of(level=Level.VOIVODESHIP)]
        services = [
            (s.label, [(e.code, e.label) for e in words.active("services", s.id)]) for s in words.active("sectors")
        ]
        support = [(e.code, e.label) for e in words.active("support_services")]
        self._offer("area", _("wszystkie"), areas, queries.said("area", facets.area, words) if facets.area else "")
        self._offer(
            "service",
            _("wszystko"),
            [*services, (_("dla organizacji"), support)],
            queries.said("service", facets.service, words) if facets.service else "",
        )

    def _offer(self, name: str, nothing: Any, choices: list[tuple[Any, Any]], said: str) -> None:
        field: Any = self.fields[name]
        field.choices = [("", nothing), *choices]
        chosen = self.initial[name]
        if chosen and not field.valid_value(chosen):
            field.choices = [*field.choices, (chosen, said)]
