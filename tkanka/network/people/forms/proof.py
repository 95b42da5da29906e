"""The code by which somebody proves once more that it is them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .entrance import CODE


class ProofForm(forms.Form):
    code = forms.CharField(
        label=_("Kod z listu"),
        max_length=20,
        help_text=_("Osiem cyfr. Kod działa przez kwadrans i tylko w tej przeglądarce."),
        widget=forms.TextInput(attrs=CODE),
    )
