from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tkanka.coordination.activities.filters import EVERY
from tkanka.coordination.activities.pickers import QuickSelect, concept_group, service_groups
from tkanka.coordination.activities.wording import STATUSES
from tkanka.network.vocabulary.entries import Vocabulary

from .questions import By, Measure
from .wording import AREAS, MEASURES

ROMAN = ("I", "II", "III", "IV")


class MapFilter(forms.Form):
    """The filters of the map; what they mean is read by `questions.read_asked`, which fails for nothing."""

    service = forms.CharField(label=_("Co"), required=False)
    group = forms.CharField(label=_("Dla kogo"), required=False)
    show = forms.CharField(label=_("Pokaż"), required=False)
    by = forms.CharField(label=_("Obszary"), required=False)
    status = forms.CharField(label=_("Stan"), required=False)
    quarter = forms.CharField(label=_("Kiedy"), required=False)

    def __init__(self, asked: QueryDict, words: Vocabulary, year: int, subregions: bool):
        super().__init__(asked, auto_id="f_%s")
        areas = [(by.value, str(AREAS[by])) for by in By if subregions or by is not By.SUBREGION]
        quarters = [(f"{y}-{n}", f"{ROMAN[n - 1]} kw. {y}") for y in range(year - 1, year + 3) for n in range(1, 5)]
        states = [(EVERY, str(_("wszystkie, także zakończone"))), *((k, str(v)) for k, v in STATUSES.items())]
        shown = [(one.value, str(MEASURES[one])) for one in Measure]
        for field, groups, empty in (
            ("service", service_groups(words), str(_("wszystko"))),
            ("group", concept_group(words, "target_groups"), str(_("wszyscy"))),
            ("show", (("", tuple(shown[1:])),), shown[0][1]),
            ("by", (("", tuple(areas[1:])),), areas[0][1]),
            ("status", (("", tuple(states)),), str(_("planowane i trwające"))),
            ("quarter", (("", tuple(quarters)),), str(_("bez względu na czas"))),
        ):
            self.fields[field].widget = QuickSelect(groups, empty)
