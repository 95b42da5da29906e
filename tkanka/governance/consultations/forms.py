"""What is typed about documents, consultations, remarks and answers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Organisation
from tkanka.rules.consultations import ConsultationState, DocumentKind, RemarkOutcome, RemarkStance

from .models import Remark
from .splitting import LONGEST, LONGEST_TEXT, BadDocument, Fault, Piece, split

FAULTS = {
    Fault.EMPTY: _("W tym tekście nie ma żadnego paragrafu."),
    Fault.TOO_MANY: _("Dokument może mieć najwyżej 2000 paragrafów. Podziel go na części."),
    Fault.TOO_LONG: _("Ten fragment jest za długi: %(unit)s. Podziel go pustym wierszem."),
}
LANGUAGES = [("pl", "polski"), ("en", "English"), ("uk", "українська")]


def lines(rows: int, most: int = LONGEST, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **more)


class DayField(forms.DateField):
    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class TextForm(forms.Form):
    """A pasted text."""

    text = lines(18, LONGEST_TEXT, label=_("Treść"), strip=False,
                help_text=_("Wklej tekst z numeracją, na przykład § 1, 1., a). Każdy numer i każdy pusty wiersz "
                            "zaczyna nowy paragraf. Wiersz od „# ” to nagłówek."))  # fmt: skip
    pieces: list[Piece]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        try:
            self.pieces = split(text)
        except BadDocument as bad:
            raise forms.ValidationError(FAULTS[bad.fault], params={"unit": bad.unit or "…"}) from bad
        return text


class DocumentForm(TextForm):
    """A document: what it is, whose, and its text."""

    field_order = ("title", "kind", "body", "author", "source", "language", "text")
    title = forms.CharField(label=_("Tytuł"), max_length=200)
    kind = forms.ChoiceField(label=_("Co to za dokument"))
    body = forms.ChoiceField(label=_("Gdzie się nad nim pracuje"), required=False)
    author = forms.CharField(
        label=_("Kto go napisał"), max_length=200, required=False, help_text=_("Na przykład: Urząd Marszałkowski.")
    )
    source = forms.URLField(label=_("Adres oryginału"), max_length=500, required=False, assume_scheme="https")
    language = forms.ChoiceField(label=_("Język dokumentu"), choices=LANGUAGES)

    def __init__(self, *args: Any, circles: Iterable[Body], wide: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.circles = {str(body.pk): body for body in circles}
        everywhere = [("", str(_("w całej sieci")))] if wide else []
        offered = [*everywhere, *((key, body.name) for key, body in self.circles.items())]
        self.fields["body"].choices = offered  # type: ignore[attr-defined]
        self.fields["kind"].choices = [(one.value, label(one)) for one in DocumentKind]  # type: ignore[attr-defined]
        if len(offered) == 1:
            self.fields["body"].widget, self.fields["body"].initial = forms.HiddenInput(), offered[0][0]

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "title": said["title"], "kind": DocumentKind(said["kind"]), "body": self.circles.get(said["body"]),
            "author": said["author"], "source": said["source"], "language": said["language"], "pieces": self.pieces,
        }  # fmt: skip


class ParagraphForm(forms.Form):
    """One paragraph, and the remark for which it changes."""

    label = forms.CharField(label=_("Numer"), max_length=40, required=False)
    text = lines(8, label=_("Treść"))
    because = forms.ChoiceField(label=_("Ze względu na uwagę"), required=False)

    def __init__(self, *args: Any, remarks: Iterable[Remark], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.remarks = {str(one.pk): one for one in remarks}
        named = [(key, _("nr %(n)s, %(who)s") % {"n": r.number, "who": r.whose}) for key, r in self.remarks.items()]
        self.fields["because"].choices = [("", "–"), *named]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"text": said["text"], "label": said["label"], "because": self.remarks.get(said["because"])}


class PublishForm(forms.Form):
    note = lines(3, 2_000, label=_("Co się zmieniło"), help_text=_("Przeczytają to wszyscy, których pytano o zdanie."))


class PlanForm(forms.Form):
    """Whom, when, and how remarks are answered."""

    plan = lines(
        6, label=_("Plan konsultacji"),
        help_text=_("Jak będą rozpatrywane uwagi: kto na nie odpowie, do kiedy i co stanie się potem."),
    )  # fmt: skip
    opens_on = DayField(label=_("Uwagi od dnia"))
    closes_on = DayField(label=_("Uwagi do dnia (włącznie)"))
    members = forms.BooleanField(label=_("Pytamy wszystkie organizacje członkowskie"), required=False)
    bodies = forms.MultipleChoiceField(
        label=_("Pytamy grupy i ciała"), required=False, widget=forms.CheckboxSelectMultiple
    )
    observers = forms.BooleanField(label=_("Pytamy obserwatorów i partnerów"), required=False)
    public = forms.BooleanField(
        label=_("Dokument, uwagi i odpowiedzi może czytać każdy"), required=False,
        help_text=_("Bez tego czytają je członkowie sieci i osoby zaproszone."),
    )  # fmt: skip

    def __init__(self, *args: Any, bodies: Sequence[Body], inside: bool, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.askable = today, {str(body.pk): body for body in bodies}
        if inside or not bodies:
            del self.fields["bodies"]
        else:
            named = [(key, body.name) for key, body in self.askable.items()]
            self.fields["bodies"].choices = named  # type: ignore[attr-defined]
        if inside:
            for name in ("members", "observers", "public"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        opens, closes = said.get("opens_on"), said.get("closes_on")
        if opens and opens < self.today:
            self.add_error("opens_on", _("Podaj dzień dzisiejszy lub późniejszy."))
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("Koniec jest wcześniejszy niż początek."))
        return said

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        chosen = [self.askable[key] for key in said.get("bodies", ())]
        return {
            "plan": said["plan"], "opens_on": said["opens_on"], "closes_on": said["closes_on"], "bodies": chosen,
            "members": said.get("members", False), "observers": said.get("observers", False),
            "public": said.get("public", False),
        }  # fmt: skip


class GuestForm(forms.Form):
    """Somebody from outside."""

    email = forms.EmailField(label=_("Adres e-mail"))
    party = forms.CharField(label=_("Organizacja albo instytucja"), max_length=200)
    name = forms.CharField(label=_("Imię i nazwisko"), max_length=120, required=False)
    language = forms.ChoiceField(label=_("Język listu"), choices=LANGUAGES)


class WordsForm(forms.Form):
    """A remark without its author."""

    stance = forms.ChoiceField(label=_("Stanowisko"), widget=forms.RadioSelect, initial=RemarkStance.NEUTRAL)
    text = lines(5, label=_("Uwaga i jej uzasadnienie"))
    proposal = lines(4, label=_("Proponowane brzmienie"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stance"].choices = [(one.value, label(one)) for one in RemarkStance]  # type: ignore[attr-defined]

    def words(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"stance": RemarkStance(said["stance"]), "text": said["text"], "proposal": said["proposal"]}


class RemarkForm(WordsForm):
    """A remark, in the name of an organisation."""

    field_order = ("organisation", "stance", "text", "proposal")
    organisation = forms.ChoiceField(label=_("W imieniu"), required=False)

    def __init__(self, *args: Any, parties: Iterable[Organisation], own_name: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        own = [("", str(_("we własnym imieniu")))] if own_name else []
        offered = [*((key, party.name) for key, party in self.parties.items()), *own]
        self.fields["organisation"].choices = offered  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        return {**self.words(), "organisation": self.parties.get(self.cleaned_data["organisation"])}


class EnterForm(WordsForm):
    """A remark that came on paper or by mail."""

    field_order = ("party", "unit", "stance", "text", "proposal")
    party = forms.CharField(
        label=_("Kto zgłasza"), max_length=200, help_text=_("Pełna nazwa organizacji z sieci albo ktoś spoza niej.")
    )
    unit = forms.ChoiceField(label=_("Czego dotyczy"), required=False)

    def __init__(self, *args: Any, units: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whole = ("", str(_("całego dokumentu")))
        self.fields["unit"].choices = [whole, *units]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """A position and its reason."""

    outcome = forms.ChoiceField(label=_("Stanowisko wobec uwagi"), widget=forms.RadioSelect)
    reason = lines(5, label=_("Uzasadnienie"))
    seen = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [(o.value, label(o)) for o in RemarkOutcome]  # type: ignore[attr-defined]


class CallOffForm(forms.Form):
    reason = lines(3, 2_000, label=_("Powód"))


class ListFilter(forms.Form):
    """Which consultations."""

    q = forms.CharField(label=_("Tytuł zawiera"), max_length=100, required=False)
    state = forms.ChoiceField(label=_("Stan"), required=False)
    kind = forms.ChoiceField(label=_("Rodzaj dokumentu"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", str(_("wszystkie")))
        states = [every, *((one.value, label(one)) for one in ConsultationState)]
        self.fields["state"].choices = states  # type: ignore[attr-defined]
        kinds = [every, *((one.value, label(one)) for one in DocumentKind)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class RemarkFilter(forms.Form):
    """Which remarks."""

    only = forms.ChoiceField(label=_("Które uwagi"), required=False)
    unit = forms.ChoiceField(label=_("Czego dotyczą"), required=False)
    organisation = forms.ChoiceField(label=_("Kto zgłosił"), required=False)

    def __init__(
        self, *args: Any, units: Sequence[tuple[Any, str]], parties: Sequence[tuple[Any, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        every = ("", str(_("wszystkie")))
        waits = [("waiting", str(_("bez odpowiedzi"))), ("answered", str(_("z odpowiedzią")))]
        said = [*((s.value, label(s)) for s in RemarkStance), *((o.value, label(o)) for o in RemarkOutcome)]
        self.fields["only"].choices = [every, *waits, *said]  # type: ignore[attr-defined]
        whole = ("whole", str(_("cały dokument")))
        named = [every, whole, *((str(key), unit) for key, unit in units)]
        self.fields["unit"].choices = named  # type: ignore[attr-defined]
        by = [every, *((str(key), name) for key, name in parties)]
        self.fields["organisation"].choices = by  # type: ignore[attr-defined]
