"""What is stated, proposed, answered and handed over."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label, term_label
from tkanka.network.networks.models import Organisation
from tkanka.rules.separation import Interest

LONGEST = 10_000
MOMENT = "%Y-%m-%dT%H:%M"


def words(rows: int, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **more)


class DayField(forms.DateField):
    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class UntilForm(forms.Form):
    """A vote that ends at a moment to come."""

    closes_at = forms.DateTimeField(
        label=_("Głosy do"), input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    )  # fmt: skip

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_closes_at(self) -> datetime:
        until: datetime = self.cleaned_data["closes_at"]
        if until <= self.now:
            raise forms.ValidationError(_("Podaj chwilę, która jeszcze nie minęła."))
        return until


class OpenForm(forms.Form):
    """Whose interest asks for it, and why."""

    interest = forms.ChoiceField(label=_("W czyim interesie"), widget=forms.RadioSelect)
    reason = words(6, label=_("Dlaczego"), help_text=_("Powód przeczytają wszystkie organizacje. Nikt go nie ocenia."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["interest"].choices = [(one.value, label(one)) for one in Interest]  # type: ignore[attr-defined]


class SuccessorForm(UntilForm):
    """Who may take the host's place, and the qualities stated of it."""

    organisation = forms.ChoiceField(label=_("Organizacja"))
    stated = forms.MultipleChoiceField(
        label=_("Stwierdzamy, że ta organizacja"), widget=forms.CheckboxSelectMultiple, required=False
    )
    text = words(5, label=_("Dlaczego ona"), required=False)
    field_order = ("organisation", "stated", "text", "closes_at")

    def __init__(self, *args: Any, parties: Iterable[Organisation], qualities: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [("", _("Wybierz")), *((str(one.pk), one.name) for one in parties)]
        self.fields["organisation"].choices = named  # type: ignore[attr-defined]
        asked = [(one, term_label(one)) for one in qualities]
        self.fields["stated"].choices = asked  # type: ignore[attr-defined]
        self.asked = {one for one, _label in asked}

    def clean_stated(self) -> list[str]:
        stated: list[str] = self.cleaned_data["stated"]
        if self.asked - set(stated):
            raise forms.ValidationError(_("Następca musi mieć wszystkie te cechy: tak mówi Karta."))
        return stated


class AnswerForm(forms.Form):
    """Whether the successor accepts."""

    accepted = forms.ChoiceField(
        label=_("Odpowiedź"), choices=[("yes", _("Przejmiemy tę rolę")), ("no", _("Nie przejmiemy jej"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    text = words(4, label=_("Od kiedy i na jakich warunkach"), required=False)


class VoteForm(UntilForm):
    """Calling the vote on parting."""

    text = words(6, label=_("Uzasadnienie"), required=False)
    field_order = ("text", "closes_at")


class MatterForm(forms.Form):
    """Whose task something is, by when, and whether it is done."""

    owner = forms.CharField(label=_("Kto się tym zajmuje"), max_length=200, required=False)
    due = DayField(label=_("Do kiedy"), required=False)
    done = forms.BooleanField(label=_("Zrobione"), required=False)


class NewMatterForm(forms.Form):
    """Something else to be handed over."""

    title = forms.CharField(label=_("Co jeszcze przekazać"), max_length=200)
    owner = forms.CharField(label=_("Kto się tym zajmuje"), max_length=200, required=False)
    due = DayField(label=_("Do kiedy"), required=False)


class HandOverForm(forms.Form):
    """The day on which the successor becomes host."""

    on = DayField(label=_("Od dnia"))
    guaranteed_until = DayField(label=_("Gwarancja do dnia"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if (on := said.get("on")) and on > self.today:
            self.add_error("on", _("Zapisz przejęcie w dniu, w którym nastąpi, albo później."))
        until = said.get("guaranteed_until")
        if on and until and until <= on:
            self.add_error("guaranteed_until", _("Gwarancja musi kończyć się po przejęciu roli."))
        return said


class ReasonForm(forms.Form):
    reason = words(3, label=_("Powód"))
