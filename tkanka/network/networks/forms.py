from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _


class CharterQuestion(forms.Form):
    """Which version of the charter is asked for: by its number, or by a day."""

    version = forms.IntegerField(required=False, min_value=1, max_value=30_000, widget=forms.HiddenInput)
    on = forms.DateField(label=_("Zasady w mocy dnia"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


class TermsFilter(CharterQuestion):
    """Which of the terms are sought."""

    q = forms.CharField(
        label=_("Szukaj"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    chapter = forms.ChoiceField(label=_("Rozdział"), required=False)
    on = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, chapters: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["chapter"]).choices = [("", _("wszystkie")), *chapters.items()]
