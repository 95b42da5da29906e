"""Forms for the lists of words."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import sentence
from tkanka.network.vocabulary.entries import Entry, Vocabulary
from tkanka.network.vocabulary.versions import Texts
from tkanka.network.vocabulary.words import folded
from tkanka.rules.ruling import Refused

LANGUAGES = (("pl", _("polski")), ("en", _("angielski")), ("uk", _("ukraiński")))
FIELD_OF = {
    "vocabulary.code_is_taken": "code",
    "vocabulary.parent_is_retired": "parent",
    "vocabulary.synonym_says_nothing": "text",
    "vocabulary.synonym_is_known": "text",
    "vocabulary.successor_unfit": "successor",
}
LONGEST_CODE = 60
is_code = RegexValidator(r"\A[a-z][a-z0-9_]*\Z", _("Kod składa się z małych liter łacińskich, cyfr i podkreśleń."))


def laid_to_fields(form: forms.Form, refusal: Refused) -> None:
    """Each reason of a refusal beside the field it is about, or above the form."""
    for ground in refusal.ruling.failed:
        field = FIELD_OF.get(ground.code)
        form.add_error(field if field in form.fields else None, sentence(ground))


def code_from(label: str) -> str:
    """A code made of an English label."""
    return re.sub(r"[^a-z0-9]+", "_", folded(label)).strip("_")[:LONGEST_CODE].strip("_")


class ConceptForm(forms.Form):
    """The words of a concept in three languages."""

    label_pl = forms.CharField(label=_("Nazwa po polsku"), max_length=200)
    label_en = forms.CharField(label=_("Nazwa po angielsku"), max_length=200)
    label_uk = forms.CharField(label=_("Nazwa po ukraińsku"), max_length=200)
    definition_pl = forms.CharField(
        label=_("Co to znaczy, po polsku"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Jedno, dwa zdania. Pomagają wybrać właściwe pojęcie."),
    )
    definition_en = forms.CharField(
        label=_("Co to znaczy, po angielsku"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )
    definition_uk = forms.CharField(
        label=_("Co to znaczy, po ukraińsku"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )

    @classmethod
    def of(cls, entry: Entry, data: Mapping[str, Any] | None) -> "ConceptForm":
        """The form filled with what the concept says now."""
        said = dict(zip(("label_pl", "label_en", "label_uk"), entry.labels, strict=True))
        said |= dict(zip(("definition_pl", "definition_en", "definition_uk"), entry.definitions, strict=True))
        return cls(data, initial=said)

    @property
    def labels(self) -> Texts:
        return Texts(*(self.cleaned_data[f"label_{language}"] for language, _ in LANGUAGES))

    @property
    def definitions(self) -> Texts:
        return Texts(*(self.cleaned_data[f"definition_{language}"] for language, _ in LANGUAGES))


class NewConceptForm(ConceptForm):
    """A concept with its code and its place."""

    parent = forms.ChoiceField(label=_("Pod pojęciem"), required=False)
    code = forms.CharField(
        label=_("Kod"),
        max_length=LONGEST_CODE,
        required=False,
        validators=[is_code],
        help_text=_("Na stałe, do wymiany danych. Pusty powstanie z nazwy angielskiej."),
    )

    def __init__(self, data: Mapping[str, Any] | None, words: Vocabulary, codelist: str, **more: Any):
        super().__init__(data, **more)
        above = words.lists[codelist].below
        places = [
            (str(e.id), e.label)
            for e in words.active(above or codelist)
            if above or e.parent is None or words.entries[e.parent].codelist != codelist
        ]
        field = self.fields["parent"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = places if above else [("", _("na pierwszym poziomie")), *places]
        field.required = bool(above)
        self.order_fields(["parent", "label_pl", "label_en", "label_uk"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("code") and "code" not in self.errors:
            given["code"] = code_from(given.get("label_en", ""))
            if given.get("label_en") and not re.match(r"[a-z]", given["code"]):
                self.add_error("code", _("Z tej nazwy nie da się utworzyć kodu. Wpisz go."))
        return given


class SynonymForm(forms.Form):
    language = forms.ChoiceField(label=_("Język"), choices=LANGUAGES)
    text = forms.CharField(label=_("Inne słowo lub zwrot"), max_length=200)


class RetireForm(forms.Form):
    successor = forms.ChoiceField(
        label=_("Następca"),
        required=False,
        help_text=_("Pojęcie, które odtąd będzie podpowiadane zamiast wycofanego. Dawne wpisy zachowają stare."),
    )

    def __init__(self, data: Mapping[str, Any] | None, words: Vocabulary, entry: Entry):
        super().__init__(data)
        field = self.fields["successor"]
        assert isinstance(field, forms.ChoiceField)
        others = [choice for choice in words.choices(entry.codelist) if choice[0] != str(entry.id)]
        field.choices = [("", _("bez następcy")), *others]
