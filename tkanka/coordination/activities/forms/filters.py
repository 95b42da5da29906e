from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import subregions_of
from tkanka.network.vocabulary.entries import Vocabulary

from ..filters import EVERY, SUBREGION
from ..pickers import QuickSelect, area_groups, concept_group, service_groups
from ..wording import INTAKE, STATUSES


class ActivityFilter(forms.Form):
    """The filters of the list as fields; what they mean is read by `filters.read_wanted`, which fails for nothing."""

    q = forms.CharField(label=_("Słowo"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    service = forms.CharField(label=_("Co"), required=False)
    group = forms.CharField(label=_("Dla kogo"), required=False)
    area = forms.CharField(label=_("Gdzie"), required=False)
    language = forms.CharField(label=_("Język"), required=False)
    status = forms.CharField(label=_("Stan"), required=False)
    intake = forms.CharField(label=_("Przyjęcia"), required=False)
    on = forms.CharField(label=_("W dniu"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    organisation = forms.CharField(required=False, widget=forms.HiddenInput)
    sort = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict, network: Network, words: Vocabulary, **more: Any):
        super().__init__(asked, auto_id="f_%s", **more)
        parts = tuple((f"{SUBREGION}{s.pk}", s.label) for s in subregions_of(network)[:100])
        areas = ((str(_("Subregiony")), parts), *area_groups()) if parts else area_groups()
        states = ((EVERY, str(_("wszystkie, także zakończone"))), *((k, str(v)) for k, v in STATUSES.items()))
        for field, groups, empty in (
            ("service", service_groups(words), _("wszystko")),
            ("group", concept_group(words, "target_groups"), _("wszyscy")),
            ("area", areas, _("wszędzie")),
            ("language", concept_group(words, "languages"), _("dowolny")),
            ("status", (("", states),), _("planowane i trwające")),
            ("intake", (("", tuple((k, str(v)) for k, v in INTAKE.items())),), _("dowolny stan")),
        ):
            self.fields[field].widget = QuickSelect(groups, str(empty))
