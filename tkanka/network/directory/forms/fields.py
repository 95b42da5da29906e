"""Fields of contact data, which say what is wrong."""

from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tkanka.ground.kit.wording import NAMES
from tkanka.network.places.models import Level, Unit
from tkanka.network.places.resolver import Ambiguous, Found, Outcome, Resolver
from tkanka.network.places.wording import explained, placed

HOME = "PL"


class PhoneField(forms.CharField):
    """A telephone number of any country, kept as people abroad would dial it: +48 22 123 45 67."""

    def __init__(self, **kwargs: Any):
        super().__init__(max_length=40, required=False, **kwargs)
        self.widget = forms.TextInput({"type": "tel", "autocomplete": "tel", "maxlength": 40})

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if not text:
            return ""
        try:
            number = phonenumbers.parse(text, HOME)
        except phonenumbers.NumberParseException as wrong:
            raise ValidationError(_("To nie wygląda na numer telefonu. Na przykład: 22 123 45 67.")) from wrong
        if not phonenumbers.is_possible_number(number):
            raise ValidationError(_("Ten numer telefonu ma za mało albo za dużo cyfr."))
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


class AudienceField(forms.ChoiceField):
    """Who sees the field beside it."""

    def __init__(self, **kwargs: Any):
        super().__init__(
            label=kwargs.pop("label", gettext_lazy("Kto to widzi")), choices=list(NAMES["Audience"].items()), **kwargs
        )


class WebsiteField(forms.URLField):
    """An address of a website; without a scheme it is taken as https."""

    def __init__(self, **kwargs: Any):
        super().__init__(assume_scheme="https", max_length=200, required=False, **kwargs)
        self.widget = forms.TextInput({"type": "url", "inputmode": "url", "autocomplete": "url", "maxlength": 200})
        self.error_messages["invalid"] = gettext_lazy("Podajcie cały adres, na przykład https://przyklad.pl.")


class Places:
    """Texts that name territorial units: those that are clear, and for the others why not and what may be meant."""

    def __init__(self, said: list[str]):
        self.units: list[Unit] = []
        self.unclear: list[str] = []
        self.candidates: list[Unit] = []
        self.why: list[str] = []
        resolver = Resolver() if said else None
        for text in said:
            if resolver:
                self._take(text, resolver.resolve(text))

    def _take(self, text: str, outcome: Outcome) -> None:
        if unit := meant(outcome):
            self.units += [unit] if unit not in self.units else []
            return
        self.unclear.append(text)
        self.why.append(explained(outcome))
        near = outcome.units if isinstance(outcome, Ambiguous) else getattr(outcome, "suggestions", ())
        self.candidates += [unit for unit in near if unit not in self.candidates][:12]


def meant(outcome: Outcome) -> Unit | None:
    """The unit, or the only powiat among several units of the same name."""
    if isinstance(outcome, Found):
        return outcome.unit
    powiats = [u for u in outcome.units if u.level == Level.POWIAT] if isinstance(outcome, Ambiguous) else []
    return powiats[0] if len(powiats) == 1 else None


class PlaceField(forms.CharField):
    """One unit by its name or code; empty for none. What stands there already stays as it is."""

    def __init__(self, **kwargs: Any):
        super().__init__(max_length=200, required=False, **kwargs)
        self.unit: Unit | None = None

    def stands(self, unit: Unit | None) -> str:
        """The text for the unit that is there now."""
        self.unit = unit
        return placed(unit) if unit else ""

    def clean(self, value: Any) -> Unit | None:
        text = str(super().clean(value))
        if not text:
            return None
        if self.unit and text == placed(self.unit):
            return self.unit
        places = Places([text])
        if places.why:
            raise ValidationError(places.why)
        return places.units[0]
