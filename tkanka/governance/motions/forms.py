from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Organisation
from tkanka.rules.motions import MotionKind, MotionState

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
