"""Fields that say what is wrong and what was probably meant."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tkanka.network.networks.models import Scheme
from tkanka.network.networks.numbers import BadNumber, clean_number
from tkanka.network.places.models import Level, Unit
from tkanka.network.places.resolver import Ambiguous, Found, Resolver

MOST_AREAS = 60


class EmailField(forms.CharField):
    """An address; a comma instead of a dot or a missing @ is pointed at, with what was probably meant."""

    widget = forms.EmailInput

    def __init__(self, **kwargs: Any):
        super().__init__(max_length=254, **kwargs)
        self.widget.attrs |= {"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}

    def clean(self, value: Any) -> str:
        text = str(super().clean(value) or "").strip().replace(" ", "")
        if not text:
            return ""
        try:
            validate_email(text)
        except ValidationError as wrong:
            raise ValidationError(said_of(text)) from wrong
        return text


def said_of(text: str) -> str:
    """What is wrong with an address."""
    meant = text.strip(".,;").replace(",", ".").replace("(at)", "@")
    try:
        validate_email(meant)
    except ValidationError:
        meant = ""
    if "," in text and meant:
        before = re.split(r"[@,]", text.split(",")[0])[-1]
        return _("Po „%(before)s” jest przecinek. Czy miało być %(meant)s?") % {"before": before, "meant": meant}
    if "@" not in text:
        return _("W adresie brakuje znaku @.")
    if meant:
        return _("Adres się nie zgadza. Czy miało być %(meant)s?") % {"meant": meant}
    return _("Ten adres e-mail jest niepełny albo ma niedozwolony znak.")


class NumberField(forms.CharField):
    """A number of one register, cleaned and checked. Never demanded."""

    def __init__(self, scheme: str, **kwargs: Any):
        self.scheme = scheme
        super().__init__(required=False, max_length=40, **kwargs)
        self.widget.attrs |= {"class": "short", "autocomplete": "off", "spellcheck": "false"}
        if scheme != Scheme.OTHER:
            self.widget.attrs["inputmode"] = "numeric"

    def clean(self, value: Any) -> str:
        return checked(self.scheme, super().clean(value))


def checked(scheme: str, text: str) -> str:
    if not text:
        return ""
    try:
        return clean_number(scheme, text)
    except BadNumber as wrong:
        raise ValidationError(str(wrong)) from wrong


def scheme_of(text: str) -> str:
    """Which Polish register a number of unknown kind is probably from: a KRS number begins with 000."""
    digits = re.sub(r"\D", "", text)
    if digits.startswith("00") or len(digits) < 9:
        return Scheme.KRS
    return Scheme.REGON if len(digits) in (9, 14) else Scheme.NIP


class AreasField(forms.CharField):
    """Units by name or code, separated by commas or lines; each must be found, and only one may be meant."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any):
        super().__init__(max_length=4000, **kwargs)
        self.widget.attrs |= {"rows": 3}

    def validate(self, value: Any) -> None:
        """Empty is for the form to judge: "the whole country" beside it says enough."""

    def clean(self, value: Any) -> list[Unit]:
        text = super().clean(value)
        said = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
        if not said:
            return []
        if len(said) > MOST_AREAS:
            raise ValidationError(_("Podajcie najwyżej %(n)s miejsc albo zaznaczcie „cały kraj”.") % {"n": MOST_AREAS})
        resolver, found, wrong = Resolver(), [], []
        for one in said:
            unit, trouble = located(resolver, one)
            if unit and unit not in found:
                found.append(unit)
            if trouble:
                wrong.append(trouble)
        if wrong:
            raise ValidationError([ValidationError(text) for text in wrong[:10]])
        return found


def located(resolver: Resolver, text: str) -> tuple[Unit | None, str]:
    """The unit a text means, or what stands in the way of knowing."""
    outcome = resolver.resolve(text)
    if isinstance(outcome, Ambiguous):
        powiats = [u for u in outcome.units if u.level == Level.POWIAT]
        if len(powiats) == 1:
            return powiats[0], ""
        where = ", ".join(f"{text} ({unit.admin1.name if unit.admin1 else unit.code})" for unit in outcome.units[:4])
        return None, _("„%(text)s” jest w kilku miejscach. Napiszcie: %(where)s.") % {"text": text, "where": where}
    if isinstance(outcome, Found):
        return outcome.unit, ""
    near = ", ".join(dict.fromkeys(unit.title for unit in outcome.suggestions))
    if near:
        return None, _("Nie znamy miejsca „%(text)s”. Może: %(near)s?") % {"text": text, "near": near}
    return None, _("Nie znamy miejsca „%(text)s”.") % {"text": text}


class LongText(forms.CharField):
    def __init__(self, rows: int = 4, **kwargs: Any):
        super().__init__(**({"max_length": 4000} | kwargs))
        self.widget = forms.Textarea(attrs={"rows": rows, "maxlength": self.max_length})


PLEASE = {"required": gettext_lazy("Tego pola potrzebujemy, żeby pójść dalej.")}
