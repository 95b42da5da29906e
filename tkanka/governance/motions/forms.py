from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Organisation
from tkanka.rules.motions import MotionKind, MotionState

from .models import Stance

LONGEST = 10_000


class MoveForm(forms.Form):
    """What is moved, and for whom."""

    organisation = forms.ChoiceField(label=_("W imieniu"))
    kind = forms.ChoiceField(label=_("O co chodzi"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("W jednym zdaniu"), max_length=200)
    text = forms.CharField(
        label=_("Co zrobić i dlaczego"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
    source = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(self, *args: Any, parties: Iterable[Organisation], kinds: Sequence[MotionKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [(str(one.pk), one.name) for one in parties]
        self.fields["organisation"].choices = own  # type: ignore[attr-defined]
        self.fields["kind"].choices = [(kind.value, label(kind)) for kind in kinds]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """What becomes of it, and why."""

    outcome = forms.ChoiceField(label=_("Odpowiedź"), widget=forms.RadioSelect)
    text = forms.CharField(label=_("Uzasadnienie"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = (MotionState.TAKEN_UP, MotionState.PARTLY, MotionState.NOT_TAKEN_UP)
        self.fields["outcome"].choices = [(one.value, label(one)) for one in states]  # type: ignore[attr-defined]


class CarryForm(AnswerForm):
    """Where and when it was presented."""

    carried_to = forms.CharField(label=_("Gdzie przedstawiono"), max_length=200, required=False)
    carried_on = forms.DateField(
        label=_("Kiedy"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class RoundForm(forms.Form):
    """Whom to put to all participants, until when, and why this organisation."""

    candidate = forms.ChoiceField(label=_("Organizacja, która ma prowadzić sekretariat"))
    until = forms.DateField(
        label=_("Odpowiedzi do dnia"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    text = forms.CharField(
        label=_("Dlaczego ta organizacja"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, candidates: Iterable[Organisation], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        every = [("", _("Wybierz")), *((str(one.pk), one.name) for one in candidates)]
        self.fields["candidate"].choices = every  # type: ignore[attr-defined]

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= self.today:
            raise forms.ValidationError(_("Podaj dzień po dzisiejszym."))
        return until


class StanceForm(forms.Form):
    """What an organisation says of the candidate."""

    organisation = forms.ChoiceField(label=_("W imieniu"))
    agrees = forms.ChoiceField(
        label=_("Odpowiedź"), choices=[("yes", _("Zgadzamy się")), ("no", _("Sprzeciwiamy się"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Powód sprzeciwu"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Sprzeciw bez powodu się nie liczy. Powód przeczytają wszystkie organizacje."),
    )  # fmt: skip

    def __init__(self, *args: Any, own: Iterable[Stance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = [(str(one.organisation_id), one.organisation.name) for one in own]
        party = self.fields["organisation"]
        party.choices, party.initial = parties, parties[0][0]  # type: ignore[attr-defined]
        if len(parties) == 1:
            party.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("agrees") == "no" and not said.get("reason", "").strip():
            self.add_error("reason", _("Napisz, dlaczego."))
        return said


class RemarkForm(forms.Form):
    """What those who watch over the choice saw."""

    all_asked = forms.BooleanField(label=_("Zapytano wszystkie organizacje porozumienia"), required=False)
    text = forms.CharField(label=_("Uwaga"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))


class CallOffForm(forms.Form):
    reason = forms.CharField(label=_("Powód"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))
