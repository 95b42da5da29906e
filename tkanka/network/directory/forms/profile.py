"""What an organisation says of itself, by sections. Each form says what was really changed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.network.networks.models import Organisation, Scheme
from tkanka.network.networks.numbers import BadNumber, clean_number
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.parties import Kind, Number, numbers_of

from .. import queries
from ..models import Openness
from .fields import AudienceField, PhoneField, PlaceField, WebsiteField

SCHEMES = {Number.KRS: Scheme.KRS, Number.NIP: Scheme.NIP, Number.REGON: Scheme.REGON, Number.FOREIGN: Scheme.OTHER}
HORIZONS = {"short_term": _("krótki czas, do roku"), "medium_term": _("kilka lat"), "long_term": _("na stałe")}
LANGUAGES = [("pl", "polski"), ("en", "English"), ("uk", "українська")]
FIRST_YEAR, LONGEST_ABOUT = 1800, 3000


class SectionForm(forms.Form):
    """A section of the profile of `party`."""

    columns: tuple[str, ...] = ()

    def __init__(self, data: Any, party: Organisation, words: Vocabulary, year: int):
        self.party, self.words, self.year = party, words, year
        super().__init__(data, initial={name: getattr(party, name) for name in self.columns})
        self.prepare()

    def prepare(self) -> None:
        """Choices and values that come from elsewhere."""

    @property
    def changes(self) -> dict[str, Any]:
        """What `describe_organisation` takes: only what differs from what stood there."""
        given = self.cleaned_data
        return {n: given[n] for n in self.columns if n in given and given[n] != getattr(self.party, n)}

    def offer(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        """The choices of a field, with nothing first; what stands there stays on offer."""
        offered = dict([("", "–"), *choices])
        kept = getattr(self.party, name)
        self.fields[name].choices = list({**offered, kept: offered.get(kept, kept)}.items())  # type: ignore[attr-defined]


class BasicsForm(SectionForm):
    columns = ("name", "language", "short_name", "founded", "size", "reach", "horizon", "migrant_led",
               "suspended_activity")  # fmt: skip
    name = forms.CharField(label=_("Pełna nazwa"), max_length=200)
    language = forms.ChoiceField(
        label=_("W jakim języku jest nazwa"),
        choices=LANGUAGES,
        help_text=_("Czytniki ekranu przeczytają ją w tym języku."),
    )
    short_name = forms.CharField(
        label=_("Krótka nazwa"), max_length=60, required=False, help_text=_("Na wąskie miejsca, na przykład skrót.")
    )
    founded = forms.IntegerField(
        label=_("Rok założenia"), required=False, widget=forms.TextInput({"class": "short", "inputmode": "numeric"})
    )
    size = forms.ChoiceField(label=_("Ile osób pracuje, za pieniądze lub bez"), required=False)
    reach = forms.ChoiceField(label=_("Zasięg"), required=False)
    horizon = forms.ChoiceField(label=_("Jak długo zamierzacie działać w Polsce"), required=False)
    migrant_led = forms.BooleanField(
        label=_("organizację tworzą lub prowadzą osoby z doświadczeniem migracji"), required=False
    )
    suspended_activity = forms.BooleanField(label=_("działalność jest teraz zawieszona"), required=False)

    def prepare(self) -> None:
        self.offer("size", ((e.code, e.label) for e in self.words.active("sizes")))
        self.offer("reach", ((e.code, e.label) for e in self.words.active("reach")))
        self.offer("horizon", HORIZONS.items())
        self.stood = queries.numbers_of(self.party)
        asked = [SCHEMES[number] for number in numbers_of(Kind(self.party.kind))]
        self.schemes = list(dict.fromkeys([*asked, *map(Scheme, self.stood)]))
        for scheme in self.schemes:
            self.fields[scheme.value] = forms.CharField(
                label=scheme.label, max_length=40, required=False, widget=forms.TextInput({"class": "short"})
            )
            self.initial[scheme.value] = self.stood.get(scheme, "")

    def clean_founded(self) -> int | None:
        year: int | None = self.cleaned_data["founded"]
        if year is not None and not FIRST_YEAR <= year <= self.year:
            raise forms.ValidationError(_("Podajcie rok od 1800 do bieżącego."))
        return year

    def clean(self) -> dict[str, Any]:
        for scheme in self.schemes:
            if text := self.cleaned_data.get(scheme.value):
                self._check(scheme, text)
        return self.cleaned_data

    def _check(self, scheme: Scheme, text: str) -> None:
        try:
            self.cleaned_data[scheme.value] = number = clean_number(scheme, text)
        except BadNumber as wrong:
            self.add_error(scheme.value, str(wrong))
            return
        if scheme != Scheme.OTHER and queries.number_is_taken(self.party, scheme, number):
            self.add_error(
                scheme.value, _("Ten numer ma już inna organizacja. Napiszcie do sekretariatu, jeśli to pomyłka.")
            )

    @property
    def changes(self) -> dict[str, Any]:
        given = {s.value: self.cleaned_data.get(s.value, "") for s in self.schemes}
        numbers = {scheme: number for scheme, number in given.items() if number != self.stood.get(scheme, "")}
        return super().changes | ({"numbers": numbers} if numbers else {})


class ContactForm(SectionForm):
    columns = ("email", "phone", "website", "street", "postcode", "town", "seat")
    email = forms.EmailField(label=_("E-mail organizacji"), max_length=254, required=False)
    email_seen_by = AudienceField(label=_("Kto widzi e-mail"))
    phone = PhoneField(label=_("Telefon organizacji"))
    phone_seen_by = AudienceField(label=_("Kto widzi telefon"))
    website = WebsiteField(label=_("Strona internetowa"), help_text=_("Widzą ją wszyscy."))
    street = forms.CharField(
        label=_("Ulica i numer"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "street-address"}),
    )
    postcode = forms.CharField(
        label=_("Kod pocztowy"),
        max_length=12,
        required=False,
        widget=forms.TextInput({"class": "short", "autocomplete": "postal-code"}),
    )
    town = forms.CharField(label=_("Miejscowość"), max_length=120, required=False, help_text=_("Widzą ją wszyscy."))
    address_seen_by = AudienceField(label=_("Kto widzi ulicę i kod"))
    seat = PlaceField(
        label=_("Gmina albo powiat siedziby"),
        help_text=_("Na przykład: powiat chełmski, Lublin, Cisna. Po tym miejscu znajdują was na mapie."),
    )

    def prepare(self) -> None:
        seat = self.fields["seat"]
        assert isinstance(seat, PlaceField)
        self.initial["seat"] = seat.stands(self.party.seat)
        self.openness: Openness = queries.openness_of(self.party)
        for name in ("email", "phone", "address"):
            self.initial[f"{name}_seen_by"] = getattr(self.openness, name)

    def clean_postcode(self) -> str:
        code: str = self.cleaned_data["postcode"].strip()
        digits = "".join(c for c in code if c.isascii() and c.isdigit())
        return f"{digits[:2]}-{digits[2:]}" if len(digits) == 5 and len(code) <= 6 else code

    @property
    def audiences(self) -> dict[str, str]:
        return {name: self.cleaned_data[f"{name}_seen_by"] for name in ("email", "phone", "address")}

    @property
    def audiences_changed(self) -> bool:
        return any(getattr(self.openness, name) != chosen for name, chosen in self.audiences.items())


class AboutForm(SectionForm):
    columns = ("about_pl", "about_en", "about_uk")
    about_pl = forms.CharField(
        label=_("Po polsku"), max_length=LONGEST_ABOUT, required=False, widget=forms.Textarea({"rows": 6})
    )
    about_en = forms.CharField(
        label=_("Po angielsku"), max_length=LONGEST_ABOUT, required=False, widget=forms.Textarea({"rows": 6})
    )
    about_uk = forms.CharField(
        label=_("Po ukraińsku"), max_length=LONGEST_ABOUT, required=False, widget=forms.Textarea({"rows": 6})
    )
