from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.rules.groups import SupportKind, SupportState

from ..models.support import Unit
from ..queries.support import Filled
from .fields import day, words

UNITS = [(Unit.HOURS, _("godziny")), (Unit.ZLOTY, _("złote"))]
OUTCOMES = (SupportState.GRANTED, SupportState.PARTLY, SupportState.REFUSED)


class SupportForm(forms.Form):
    """What a group asks for."""

    kind = forms.ChoiceField(label=_("O co prosicie"), widget=forms.RadioSelect)
    text = words(_("Do czego i ile"), rows=3, most=4000)
    needed_on = day(_("Na kiedy"), required=False)

    def __init__(self, *args: Any, kinds: Sequence[SupportKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, label(kind)) for kind in kinds]  # type: ignore[attr-defined]


class AnswerSupportForm(forms.Form):
    """Yes, no or partly; out of which pot, and why."""

    outcome = forms.ChoiceField(label=_("Odpowiedź"), widget=forms.RadioSelect)
    pot = forms.ChoiceField(label=_("Z jakiej puli"), required=False)
    granted = forms.DecimalField(label=_("Ile"), required=False, min_value=0, max_digits=10, decimal_places=2)
    reason = words(_("Uzasadnienie"), rows=3, most=4000, required=False,
                   help_text=_("Potrzebne przy odmowie i zgodzie częściowej."))  # fmt: skip

    def __init__(self, *args: Any, pots: Iterable[Filled], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcomes = [(state.value, label(state)) for state in OUTCOMES]
        self.fields["outcome"].choices = outcomes  # type: ignore[attr-defined]
        free: list[tuple[str, Any]] = [("", _("nic nie kosztuje"))]
        free += [(str(one.pot.pk), f"{one.pot.name} ({one.left:.2f})") for one in pots]
        self.fields["pot"].choices = free  # type: ignore[attr-defined]


class PotForm(forms.Form):
    """How much of what there is in a period."""

    name = forms.CharField(label=_("Nazwa puli"), max_length=120, help_text=_("Na przykład: tłumaczenia ustne."))
    amount = forms.DecimalField(label=_("Ile"), min_value=0, max_digits=10, decimal_places=2)
    unit = forms.ChoiceField(label=_("Jednostka"), choices=UNITS)
    since = day(_("Od dnia"))
    until = day(_("Do dnia"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if isinstance(since, date) and isinstance(until, date) and until < since:
            self.add_error("until", _("Okres kończy się, zanim się zaczyna."))
        return given
