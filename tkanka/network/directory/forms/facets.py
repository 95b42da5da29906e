"""The form of facets: every choice says how many organisations it would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import NAMES
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import subregions_of
from tkanka.network.places.models import Level
from tkanka.network.places.queries import units_of
from tkanka.network.vocabulary.entries import Entry, Vocabulary

from .. import queries
from ..facets import YEARS, Facets
from ..queries import Counts

Choices = list[tuple[Any, Any]]


class FacetForm(forms.Form):
    """What to look for. Fields that would offer no choice are left out."""

    q = forms.CharField(
        label=_("Nazwa lub słowo"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    service = forms.ChoiceField(label=_("Co robi"), required=False)
    area = forms.ChoiceField(label=_("Województwo"), required=False)
    language = forms.ChoiceField(label=_("Język"), required=False)
    group = forms.ChoiceField(label=_("Dla kogo"), required=False)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False)
    reach = forms.ChoiceField(label=_("Zasięg"), required=False)
    size = forms.ChoiceField(label=_("Wielkość"), required=False)
    years = forms.ChoiceField(label=_("Doświadczenie"), required=False)
    community = forms.ChoiceField(label=_("Społeczność"), required=False)
    subregion = forms.ChoiceField(label=_("Subregion"), required=False)

    def __init__(self, facets: Facets, counts: Counts, words: Vocabulary, network: Network):
        super().__init__(initial={name: getattr(facets, name) for name in self.base_fields})
        self.offer("service", _("wszystko"), tree_choices(words, counts))
        self.offer("area", _("wszystkie"), area_choices(facets, counts))
        self.offer("language", _("dowolny"), concept_choices(words, counts, "languages"))
        self.offer("group", _("wszyscy"), concept_choices(words, counts, "target_groups"))
        self.offer("community", _("każda"), concept_choices(words, counts, "communities"))
        self.offer("kind", _("każdy"), kind_choices(counts))
        self.offer("reach", _("każdy"), trait_choices(words.active("reach"), counts.reaches))
        self.offer("size", _("każda"), trait_choices(words.active("sizes"), counts.sizes))
        self.offer("years", _("każde"), year_choices(counts, words))
        self.offer("subregion", _("wszystkie"), [(str(s.pk), s.label) for s in subregions_of(network)[:50]])
        for name in self.base_fields.keys() - {"q"}:
            value = getattr(facets, name)
            self.keep(name, value, queries.said(name, value, words) if value else "")

    def offer(self, name: str, nothing: Any, choices: Choices) -> None:
        if choices:
            self.fields[name].choices = [("", nothing), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def keep(self, name: str, chosen: str, said: str) -> None:
        """A value of the address stays chosen though it would not be offered."""
        field = self.fields.get(name)
        if chosen and field and not field.valid_value(chosen):  # type: ignore[attr-defined]
            field.choices = [*field.choices, (chosen, said)]  # type: ignore[attr-defined]


def counted(label: object, count: int) -> str:
    return f"{label} ({count})"


def concept_choices(words: Vocabulary, counts: Counts, codelist: str) -> Choices:
    return [(e.code, counted(e.label, counts.concepts[e.id])) for e in offered(words.active(codelist), counts)]


def offered(entries: Iterable[Entry], counts: Counts) -> list[Entry]:
    return [e for e in entries if counts.concepts[e.id]]


def tree_choices(words: Vocabulary, counts: Counts) -> Choices:
    """Services under their sectors; then services for organisations."""
    groups: Choices = []
    for sector in offered(words.active("sectors"), counts):
        below = offered(words.active("services", sector.id), counts)
        groups.append((sector.label, [(e.code, counted(e.label, counts.concepts[e.id])) for e in below]))
    support = offered(words.active("support_services"), counts)
    if support:
        groups.append((_("dla organizacji"), [(e.code, counted(e.label, counts.concepts[e.id])) for e in support]))
    return [group for group in groups if group[1]]


def area_choices(facets: Facets, counts: Counts) -> Choices:
    found = [u for u in units_of(level=Level.VOIVODESHIP) if counts.areas[u.code] or u.code == facets.area]
    return [(u.code, counted(u.label, counts.areas[u.code])) for u in found]


def kind_choices(counts: Counts) -> Choices:
    return [(kind, counted(label, counts.kinds[kind])) for kind, label in NAMES["Kind"].items() if counts.kinds[kind]]


def trait_choices(entries: Iterable[Entry], counted_by: Counter[str]) -> Choices:
    return [(e.code, counted(e.label, counted_by[e.code])) for e in entries if counted_by[e.code]]


def year_choices(counts: Counts, words: Vocabulary) -> Choices:
    spans = [(span, counts.years[span]) for span in YEARS if counts.years[span]]
    return [(span, counted(queries.said("years", span, words), count)) for span, count in spans]
