"""A contact person's card: what is said, who sees each field, and the consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import SEEN_BY, SHOWN, ContactPerson
from .fields import AudienceField, PhoneField


class CardFields(forms.Form):
    name = forms.CharField(label=_("Imię i nazwisko"), max_length=200, widget=forms.TextInput({"autocomplete": "name"}))
    post = forms.CharField(label=_("Czym się zajmuje w organizacji"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=254, required=False)
    phone = PhoneField(label=_("Telefon"))
    topics = forms.CharField(
        label=_("W jakich sprawach pytać"),
        max_length=300,
        required=False,
        help_text=_("Na przykład: wolontariat, media, pomoc prawna."),
    )


class ProposalForm(CardFields):
    """What the organisation says of somebody; who sees it is for that person to choose."""

    email = forms.EmailField(label=_("E-mail"), max_length=254, help_text=_("Na ten adres wyślemy pytanie o zgodę."))


class CardForm(CardFields):
    """What the person says, with the audience of every field."""

    name_seen_by = AudienceField(label=_("Kto widzi imię i nazwisko"))
    post_seen_by = AudienceField(label=_("Kto widzi, czym się zajmuje"))
    email_seen_by = AudienceField(label=_("Kto widzi e-mail"))
    phone_seen_by = AudienceField(label=_("Kto widzi telefon"))
    topics_seen_by = AudienceField(label=_("Kto widzi, w jakich sprawach pytać"))
    agree = forms.BooleanField(
        label=_("Zgadzam się na publikowanie moich danych kontaktowych tak szeroko, jak zaznaczam wyżej"),
        error_messages={"required": _("Bez tej zgody nie możemy pokazać danych.")},
    )

    def __init__(self, data: Any, card: ContactPerson, *, agreed: bool = False):
        super().__init__(data, initial={name: getattr(card, name) for name in (*SHOWN, *SEEN_BY)})
        if agreed:
            del self.fields["agree"]

    @property
    def card(self) -> dict[str, str]:
        """The columns of the card."""
        return {name: self.cleaned_data[name] for name in (*SHOWN, *SEEN_BY)}

    @property
    def pairs(self) -> list[tuple[Any, Any]]:
        return [(self[name], self[f"{name}_seen_by"]) for name in SHOWN]
