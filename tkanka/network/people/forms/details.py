"""What everybody is asked who signs up, by code or by another account.

On its own: the library takes this class as the base of its own sign-up forms.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SignupDetails(forms.Form):
    name = forms.CharField(
        label=_("Imię i nazwisko"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    agree = forms.BooleanField(
        label=_("Znam zasady korzystania i informację o prywatności i zgadzam się na nie"),
        error_messages={"required": _("Bez tej zgody nie możemy założyć konta.")},
    )
    field_order = ["email", "name", "agree"]

    def signup(self, request: Any, user: Any) -> None:
        """The adapter has already written everything down, in one action with the person."""
