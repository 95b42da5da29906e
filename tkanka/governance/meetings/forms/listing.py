"""Which meetings of the list are shown."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.governance.bodies.models import Body
from tkanka.rules.meetings import MeetingKind

from .planning import choices_of


class ListFilter(forms.Form):
    """Of which kind, and of which body; past ones with `when`."""

    when = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False)
    body = forms.ChoiceField(label=_("Grupa albo organ"), required=False)

    def __init__(self, *args: Any, kinds: tuple[MeetingKind, ...], bodies: Iterable[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("wszystkie"))
        self.bodies = {str(body.pk): body for body in bodies}
        self.fields["kind"].choices = [every, *choices_of(kinds)]  # type: ignore[attr-defined]
        named = [(key, body.name) for key, body in self.bodies.items()]
        self.fields["body"].choices = [every, *named]  # type: ignore[attr-defined]

    @property
    def said(self) -> dict[str, str]:
        """What was asked for and is known here."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
