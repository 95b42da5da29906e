"""The steps of an application, each a form for the kind of party that applies."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tkanka.ground.kit.wording import label, sentence, term_label, way
from tkanka.network.networks.models import Scheme
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.membership import conditions, eligible
from tkanka.rules.parties import Kind, Number, asked_of, kind_fits, kinds_admitted
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.visibility import Audience

from ..declarations import texts_of
from ..profile import SCHEMES
from .fields import PLEASE, AreasField, EmailField, LongText, NumberField, checked, scheme_of

OUTSIDE = "outside"
HORIZONS = {
    "short_term": gettext_lazy("krótki czas, do roku"),
    "medium_term": gettext_lazy("kilka lat"),
    "long_term": gettext_lazy("na stałe"),
}
WRITING = [("pl", "polski"), ("en", "English"), ("uk", "українська")]


class StepForm(forms.Form):
    """A step is built for a charter and a kind."""

    def __init__(self, book: Rulebook, kind: Kind | None, *args: Any, words: Vocabulary | None = None, **kwargs: Any):
        self.book, self.party, self._words = book, kind, words
        super().__init__(*args, **kwargs)
        self.build()

    def build(self) -> None:
        """Add the fields that this kind is asked."""

    @cached_property
    def words(self) -> Vocabulary:
        """The lists of words; a page with several forms reads them once."""
        return self._words or vocabulary()

    def drop(self, *names: str) -> None:
        for name in names:
            self.fields.pop(name, None)


class WhichForm(StepForm):
    """Which organisation: its name, what it is, and a number to find it by."""

    name = forms.CharField(
        label=gettext_lazy("Nazwa organizacji albo grupy"),
        help_text=gettext_lazy("Tak jak chcecie być nazywani w sieci."),
        max_length=200,
        min_length=2,
        error_messages=PLEASE,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kim jesteście"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Wybierzcie jedną z możliwości.")},
    )
    number = forms.CharField(
        label=gettext_lazy("Numer KRS, NIP albo REGON"),
        help_text=gettext_lazy("Sprawdzimy, czy już się znamy. Nie macie numeru? Zostawcie puste."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric", "autocomplete": "off"}),
    )

    def build(self) -> None:
        admitted = kinds_admitted(self.book)
        offered: list[tuple[str, Any]] = [(str(k), label(k)) for k in Kind if k in admitted]
        if len(admitted) < len(Kind):
            offered.append((OUTSIDE, _("inny podmiot, na przykład uczelnia, samorząd, agencja ONZ lub firma")))
        self.fields["kind"].choices = offered  # type: ignore[attr-defined]

    def clean_kind(self) -> str:
        kind = str(self.cleaned_data["kind"])
        if kind != OUTSIDE:
            return kind
        outside = next(k for k in (Kind.ACADEMIA, Kind.BUSINESS, Kind.OTHER) if k not in kinds_admitted(self.book))
        ground = kind_fits(self.book, outside).failed[0]
        raise ValidationError(
            _("Taki podmiot nie może zostać członkiem sieci (%(cite)s). %(way)s")
            % {"cite": ground.cite or "–", "way": way(ground) or sentence(ground)}
        )

    def clean_number(self) -> str:
        text = str(self.cleaned_data["number"])
        return checked(scheme_of(text), text)

    def numbers(self) -> dict[str, str]:
        """The number under its register, where one was given and is right."""
        number = self.cleaned_data.get("number") if hasattr(self, "cleaned_data") else ""
        return {scheme_of(number): number} if number else {}


class DetailsForm(StepForm):
    """Names, numbers, and how to reach the organisation."""

    short_name = forms.CharField(label=gettext_lazy("Krótka nazwa"), max_length=60, required=False)
    krs = NumberField(Scheme.KRS, label=gettext_lazy("Numer KRS"))
    nip = NumberField(Scheme.NIP, label=gettext_lazy("NIP"))
    regon = NumberField(Scheme.REGON, label=gettext_lazy("REGON"))
    foreign_registry = NumberField(Scheme.OTHER, label=gettext_lazy("Numer w rejestrze innego kraju"))
    contact_person = forms.CharField(
        label=gettext_lazy("Osoba do kontaktu"),
        max_length=200,
        error_messages=PLEASE,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_post = forms.CharField(
        label=gettext_lazy("Jej funkcja"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    email = EmailField(label=gettext_lazy("E-mail do kontaktu"), error_messages=PLEASE)
    phone = forms.CharField(
        label=gettext_lazy("Telefon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "class": "short", "autocomplete": "tel"}),
    )
    contact_audience = forms.ChoiceField(
        label=gettext_lazy("Kto widzi ten kontakt"), widget=forms.RadioSelect, initial=Audience.MEMBERS
    )
    website = forms.URLField(
        label=gettext_lazy("Strona internetowa"), required=False, max_length=200, assume_scheme="https",
        error_messages={"invalid": gettext_lazy("To nie wygląda na adres strony. Przykład: https://organizacja.example")},
    )  # fmt: skip
    street = forms.CharField(label=gettext_lazy("Ulica i numer"), max_length=200, required=False)
    postcode = forms.CharField(
        label=gettext_lazy("Kod pocztowy"),
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "postal-code"}),
    )
    town = forms.CharField(label=gettext_lazy("Miejscowość"), max_length=120, required=False)
    founded = forms.IntegerField(
        label=gettext_lazy("Rok założenia"), required=False, min_value=1000, max_value=2100,
        widget=forms.NumberInput(attrs={"class": "short"}),
        error_messages={"invalid": gettext_lazy("Wpiszcie rok czterema cyframi.")},
    )  # fmt: skip
    size = forms.ChoiceField(label=gettext_lazy("Ile osób pracuje u Was"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Język listów od sieci"), choices=WRITING, initial="pl")

    def build(self) -> None:
        kind = self.party or Kind.OTHER
        asked = asked_of(kind)
        self.drop(*(n.value for n in Number if n not in asked.numbers))
        self.drop(*({"short_name", "website", "founded", "size"} - set(asked.optional)))
        if kind is Kind.INDIVIDUAL:
            self.drop("contact_person", "contact_post", "street", "postcode")
        audiences = (Audience.PUBLIC, Audience.MEMBERS, Audience.SECRETARIAT)
        self.fields["contact_audience"].choices = [(a.value, label(a)) for a in audiences]  # type: ignore[attr-defined]
        if "size" in self.fields:
            sizes = [(e.code, e.label) for e in self.words.active("sizes")]
            self.fields["size"].choices = [("", "–"), *sizes]  # type: ignore[attr-defined]

    def numbers(self) -> dict[str, str]:
        given = {SCHEMES[n]: self.cleaned_data.get(n.value, "") for n in Number}
        return {scheme.value: number for scheme, number in given.items() if number}


class ConditionsForm(StepForm):
    """What of the charter's conditions the party says it meets."""

    stated = forms.MultipleChoiceField(label="", widget=forms.CheckboxSelectMultiple, required=False)

    def build(self) -> None:
        asked = conditions(self.book, self.party or Kind.OTHER)
        if not asked:
            self.drop("stated")
            return
        field = self.fields["stated"]
        field.choices = [(one, term_label(one)) for one in asked]  # type: ignore[attr-defined]
        single = self.party is Kind.INDIVIDUAL
        ruling = eligible(self.book, kind=self.party or Kind.OTHER, stated=set())
        field.required = not ruling
        field.error_messages["required"] = " ".join(sentence(ground) for ground in ruling.failed)
        field.label = _("Gdzie jest teraz Twoja działalność") if single else _("Co jest o Was prawdą")

    def clean_stated(self) -> list[str]:
        stated: list[str] = self.cleaned_data["stated"]
        ruling = eligible(self.book, kind=self.party or Kind.OTHER, stated=set(stated))
        if not ruling:
            raise ValidationError([sentence(ground) for ground in ruling.failed])
        return stated


class WorkForm(ConditionsForm):
    """What the party does, for whom, in which languages, and where."""

    about = LongText(
        label=gettext_lazy("Co robicie"), max_length=2000, error_messages=PLEASE,
        help_text=gettext_lazy("Dwa, trzy zdania. Zobaczą je wszyscy."),
    )  # fmt: skip
    services = forms.MultipleChoiceField(label=gettext_lazy("Jakie wsparcie dajecie"), required=False)
    target_groups = forms.MultipleChoiceField(
        label=gettext_lazy("Komu"), required=False, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("W jakich językach"), required=False, widget=forms.CheckboxSelectMultiple
    )
    areas = AreasField(
        label=gettext_lazy("Gdzie działacie"),
        help_text=gettext_lazy("Powiaty, miasta albo województwa, po przecinku. Na przykład: powiat chełmski, Lublin."),
    )
    nationwide = forms.BooleanField(label=gettext_lazy("cały kraj"), required=False)
    online = forms.BooleanField(label=gettext_lazy("pomagamy też zdalnie"), required=False)
    reach = forms.ChoiceField(label=gettext_lazy("Zasięg"), required=False)
    members = LongText(label=gettext_lazy("Kogo zrzeszacie"), rows=3, required=False)
    migrant_led = forms.BooleanField(
        label=gettext_lazy("organizację tworzą lub prowadzą osoby z doświadczeniem migracji"), required=False
    )
    horizon = forms.ChoiceField(
        label=gettext_lazy("Jak długo zamierzacie działać w Polsce"),
        help_text=gettext_lazy("Tylko do wiadomości. Nie ma wpływu na przyjęcie."),
        required=False,
    )
    planned_from = forms.CharField(label=gettext_lazy("Od kiedy planujesz działać"), max_length=40, required=False)

    def build(self) -> None:
        super().build()
        kind = self.party or Kind.OTHER
        asked = asked_of(kind)
        self.drop(*({"reach", "horizon", "members", "planned_from"} - set(asked.optional)))
        if kind is Kind.INDIVIDUAL:
            self.drop("migrant_led")
        words = self.words
        self._offer("services", words.grouped_choices("services"))
        self._offer("target_groups", words.choices("target_groups"))
        self._offer("languages", words.choices("languages"))
        self._offer("reach", [("", "–"), *((e.code, e.label) for e in words.active("reach"))])
        self._offer("horizon", [("", "–"), *HORIZONS.items()])

    def _offer(self, name: str, offered: list[Any]) -> None:
        if name in self.fields:
            self.fields[name].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "areas" in given and not given["areas"] and not given.get("nationwide") and not given.get("online"):
            self.add_error("areas", _("Wybierzcie przynajmniej jeden powiat albo „cały kraj”."))
        return given

    def concepts(self) -> list[UUID]:
        chosen = [key for name in ("services", "target_groups", "languages") for key in self.cleaned_data.get(name, [])]
        return [UUID(key) for key in dict.fromkeys(chosen)]


class DeclarationsForm(StepForm):
    """One box a declaration of the charter, and the version of the texts that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def build(self) -> None:
        self.texts = texts_of(self.book)
        for one in self.texts:
            self.fields[one.code] = forms.BooleanField(
                label=term_label(one.code), error_messages={"required": _("brakuje tej deklaracji")}
            )

    def made(self) -> list[str]:
        return [one.code for one in self.texts if self.cleaned_data.get(one.code)]

    def boxes(self) -> list[tuple[Any, Any]]:
        """Each declaration with its box."""
        return [(one, self[one.code]) for one in self.texts]
