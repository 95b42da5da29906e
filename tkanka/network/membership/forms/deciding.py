"""Small forms: asking, refusing, helping, granting, converting."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Organisation, Status
from tkanka.rules.membership import Refusal
from tkanka.rules.parties import UNREGISTERED, Kind, kinds_admitted
from tkanka.rules.rulebook import Rulebook

from ..models import Beside, WorksWith
from .fields import PLEASE, EmailField, LongText
from .steps import WRITING, DetailsForm


class QuestionForm(forms.Form):
    text = LongText(label=gettext_lazy("Pytanie do wnioskujących"), max_length=2000, error_messages=PLEASE)


class AnswerForm(forms.Form):
    answer = LongText(label=gettext_lazy("Wasza odpowiedź"), rows=6, error_messages=PLEASE)


class RefusalForm(forms.Form):
    reason = forms.ChoiceField(label=gettext_lazy("Powód"), widget=forms.RadioSelect, error_messages=PLEASE)
    explanation = LongText(
        label=gettext_lazy("Wyjaśnienie dla wnioskujących"), rows=5, max_length=3000, error_messages=PLEASE
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [(r.value, label(r)) for r in Refusal]  # type: ignore[attr-defined]


class AssistForm(forms.Form):
    """For whom the secretariat types in."""

    name = forms.CharField(
        label=gettext_lazy("Imię i nazwisko osoby wnioskującej"), max_length=200, error_messages=PLEASE
    )
    email = EmailField(label=gettext_lazy("Jej e-mail"), error_messages=PLEASE)
    language = forms.ChoiceField(label=gettext_lazy("Język listów"), choices=WRITING, initial="pl")


class AccessForm(forms.Form):
    text = LongText(
        label=gettext_lazy("Kim jesteś w tej organizacji"), max_length=600, required=False,
        help_text=gettext_lazy("Przeczytają to osoby, które ją reprezentują, i sekretariat."),
    )  # fmt: skip


class LinkForm(forms.Form):
    email = EmailField(label=gettext_lazy("Adres, na który wyślemy link"), error_messages=PLEASE)


class ContactForm(forms.Form):
    """Whom to ask at an observer or partner, and who in the network works with it."""

    works_with = forms.ChoiceField(label=gettext_lazy("Z kim współpracuje"), choices=WorksWith.choices)
    receives_offers = forms.BooleanField(
        label=gettext_lazy("dostaje oferty, żeby je przekazywać dalej"), required=False
    )
    contact_name = forms.CharField(label=gettext_lazy("Osoba do kontaktu"), max_length=200, error_messages=PLEASE)
    contact_email = EmailField(label=gettext_lazy("Jej e-mail"), required=False)
    contact_phone = forms.CharField(label=gettext_lazy("Jej telefon"), max_length=40, required=False)

    @classmethod
    def of(cls, kept: Beside, data: Any = None) -> "ContactForm":
        return cls(data, initial={name: getattr(kept, name) for name in cls.base_fields})


class BesideForm(ContactForm):
    """An outside organisation to be made an observer or partner: one known already, or a new one."""

    status = forms.ChoiceField(label=gettext_lazy("Status"), widget=forms.RadioSelect, error_messages=PLEASE)
    name = forms.CharField(label=gettext_lazy("Nazwa organizacji"), max_length=200, error_messages=PLEASE)
    kind = forms.ChoiceField(label=gettext_lazy("Rodzaj"), error_messages=PLEASE)
    reason = LongText(label=gettext_lazy("Powód"), max_length=1000, rows=3, required=False)
    field_order = ("status", "name", "kind", "reason")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        statuses = [(Status.OBSERVER.value, _("stały obserwator")), (Status.PARTNER.value, _("partner"))]
        self.fields["status"].choices = statuses  # type: ignore[attr-defined]
        kinds = [(k.value, label(k)) for k in Kind if k is not Kind.INDIVIDUAL]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def contact(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("reason", *ContactForm.base_fields)}


class NoteForm(forms.Form):
    text = LongText(label=gettext_lazy("Zapis kontaktu"), max_length=2000, rows=3, error_messages=PLEASE)


class ConvertForm(forms.Form):
    """The legal form a group has now, its name and its numbers."""

    name = forms.CharField(label=gettext_lazy("Nazwa po rejestracji"), max_length=200, error_messages=PLEASE)
    kind = forms.ChoiceField(label=gettext_lazy("Forma prawna"), widget=forms.RadioSelect, error_messages=PLEASE)
    krs = DetailsForm.base_fields["krs"]
    nip = DetailsForm.base_fields["nip"]
    regon = DetailsForm.base_fields["regon"]

    def __init__(self, book: Rulebook, organisation: Organisation, *args: Any, **kwargs: Any):
        self.organisation = organisation
        super().__init__(*args, **kwargs)
        kinds = [k for k in Kind if k in kinds_admitted(book) - UNREGISTERED]
        self.fields["kind"].choices = [(k.value, label(k)) for k in kinds]  # type: ignore[attr-defined]

    def numbers(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("krs", "nip", "regon") if self.cleaned_data.get(name)}

    def taken_by(self, others: list[Organisation]) -> None:
        """Say that a number belongs to somebody else."""
        if any(o.pk != self.organisation.pk for o in others):
            self.add_error(None, ValidationError(_("Taki numer ma już inna organizacja. Napiszcie do sekretariatu.")))
