from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.uploads import Checked
from tkanka.ground.kit.wording import label
from tkanka.rules.membership import RemovalGround

LONGEST = 10_000


def day_field(**more: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class ResignForm(forms.Form):
    """When, and what the secretariat should know."""

    on = day_field(
        label=_("Ostatni dzień w sieci"),
        help_text=_("Dziś albo później. Do dnia, który wskażesz, można zmienić zdanie."),
    )
    message = forms.CharField(
        label=_("Wiadomość do sekretariatu"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    sure = forms.BooleanField(
        label=_("Tak, odchodzimy z sieci"), error_messages={"required": _("Zaznacz, że to decyzja.")}
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on < self.today:
            raise forms.ValidationError(_("Ten dzień już minął. Wskaż dzisiejszy albo późniejszy."))
        return on


class CaseForm(forms.Form):
    """On which of the grounds of the charter, and why."""

    ground = forms.ChoiceField(label=_("Podstawa"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Na czym to polega"),
        help_text=_("Przeczyta to organizacja, której sprawa dotyczy."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, grounds: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(ground, label(RemovalGround(ground))) for ground in grounds]
        self.fields["ground"].choices = choices  # type: ignore[attr-defined]


class EvidenceForm(forms.Form):
    """A statement, a file, or both."""

    text = forms.CharField(
        label=_("Opis"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
    file = forms.FileField(
        label=_("Plik"),
        required=False,
        validators=[Checked()],
        help_text=_("PDF, obraz albo dokument, najwyżej 20 MB."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("text") and not cleaned.get("file"):
            raise forms.ValidationError(_("Wpisz opis albo dołącz plik."))
        return cleaned


class AnswerForm(forms.Form):
    """What the member says."""

    text = forms.CharField(label=_("Odpowiedź"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8}))
    file = forms.FileField(label=_("Plik"), required=False, validators=[Checked()])


class DecisionForm(forms.Form):
    """Why it was decided so."""

    decision = forms.CharField(label=_("Uzasadnienie"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}))


class ObjectionForm(forms.Form):
    """Why the decision is thought wrong."""

    text = forms.CharField(label=_("Sprzeciw"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6}))


class CallForm(forms.Form):
    """What was said on the phone."""

    note = forms.CharField(label=_("Z kim i co ustalono"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class GuaranteeForm(forms.Form):
    """Until when, and with whose money."""

    until = day_field(label=_("Zapewnienie do dnia"))
    donor = forms.CharField(label=_("Darczyńca"), max_length=200, required=False)
    grant_since = day_field(label=_("Dotacja od dnia"), required=False)
    grant_until = day_field(label=_("Dotacja do dnia"), required=False)
    note = forms.CharField(
        label=_("Na jakiej podstawie"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Na przykład: pismo z 3 listopada."),
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= self.today:
            raise forms.ValidationError(_("Ten dzień już minął. Zapewnienie dotyczy przyszłości."))
        return until

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        since, until = given.get("grant_since"), given.get("grant_until")
        if since and until and until < since:
            self.add_error("grant_until", _("Dotacja kończy się, zanim się zaczyna."))
        return given
