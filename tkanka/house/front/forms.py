from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.deeds import verb_name
from tkanka.ground.notices.models import State
from tkanka.network.people.models import Person


class LedgerFilter(forms.Form):
    """What is sought in the ledger. Person and thing are chosen by following a link in the list."""

    verb = forms.ChoiceField(label=_("Co zrobiono"), required=False)
    since = forms.DateField(label=_("Od dnia"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Do dnia"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    thing = forms.RegexField(r"^[a-z_]+\.[a-z_]+:[0-9a-f-]+$", required=False, max_length=120, widget=forms.HiddenInput)

    def __init__(self, *args: Any, verbs: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = sorted((verb_name(verb), verb) for verb in verbs)
        field = cast(forms.ChoiceField, self.fields["verb"])
        field.choices = [("", _("wszystko")), *((verb, name) for name, verb in named)]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("since") and found.get("until") and found["until"] < found["since"]:
            self.add_error("until", _("Ten dzień jest przed dniem początku."))
        return found


class OutboxFilter(forms.Form):
    """What is sought in the outbox; what is no state shows all."""

    q = forms.CharField(
        label=_("Do kogo albo o czym"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("wszystkie")), *State.choices])


class EraseForm(forms.Form):
    """Asks for the own address, so that nobody deletes an account by a slip of the hand."""

    email = forms.EmailField(label=_("Twój adres e-mail"), help_text=_("Wpisz go, aby potwierdzić, że o to chodzi."))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if email != self.person.email:
            raise forms.ValidationError(_("To nie jest adres tego konta."))
        return email
