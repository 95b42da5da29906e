from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.rules.groups import CheckItem

from .fields import words


class CheckForm(forms.Form):
    """One check, answered with a note."""

    fine = forms.TypedChoiceField(
        label=_("Wynik"), choices=[("yes", _("w porządku")), ("no", _("nie"))], widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    note = words(_("Notatka"), rows=2, most=2000)


class AskForm(forms.Form):
    text = words(_("Pytanie do osób zgłaszających"), rows=3, most=4000)


class AnswerForm(forms.Form):
    text = words(_("Odpowiedź"), rows=4, most=4000)


class DeclineForm(forms.Form):
    """On which check, and why."""

    item = forms.ChoiceField(label=_("Którego sprawdzenia nie przeszła"))
    explanation = words(_("Uzasadnienie"), rows=4, most=4000)

    def __init__(self, *args: Any, items: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(item, label(CheckItem(item))) for item in items]
        self.fields["item"].choices = choices  # type: ignore[attr-defined]
