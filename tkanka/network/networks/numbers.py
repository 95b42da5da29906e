"""Numbers of organisations in Polish registers: cleaned, and checked where the number can be checked.

NIP and REGON carry check digits (python-stdnum knows them); a KRS number is ten digits and carries none.
"""

import re

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from stdnum.pl import nip, regon

from .models import Scheme

ASCII_DIGITS = re.compile(r"[0-9]+")


class BadNumber(ValueError):
    """The number cannot be right; the message says why, in the reader's language."""


def clean_number(scheme: str, text: str) -> str:
    """The number as the register writes it, without spaces and dashes. Raises BadNumber."""
    number = re.sub(r"[\s\-–.]", "", text).upper()
    if scheme == Scheme.OTHER:
        return text.strip()[:40]
    if scheme == Scheme.NIP:
        number = number.removeprefix("PL")
    if not ASCII_DIGITS.fullmatch(number):
        raise BadNumber(_("Numer składa się z samych cyfr."))
    _expect_length(scheme, number)
    if scheme == Scheme.NIP and not nip.is_valid(number):
        raise BadNumber(_("Cyfra kontrolna numeru NIP się nie zgadza. Sprawdźcie, czy nie ma literówki."))
    if scheme == Scheme.REGON and not regon.is_valid(number):
        raise BadNumber(_("Cyfra kontrolna numeru REGON się nie zgadza. Sprawdźcie, czy nie ma literówki."))
    return number


def _expect_length(scheme: str, number: str) -> None:
    lengths = {Scheme.KRS: (10,), Scheme.NIP: (10,), Scheme.REGON: (9, 14)}[Scheme(scheme)]
    if len(number) in lengths:
        return
    said = ngettext("wpisano %(n)d cyfrę", "wpisano %(n)d cyfr", len(number)) % {"n": len(number)}
    wanted = {
        Scheme.KRS: _("Numer KRS ma 10 cyfr"),
        Scheme.NIP: _("Numer NIP ma 10 cyfr"),
        Scheme.REGON: _("Numer REGON ma 9 albo 14 cyfr"),
    }[Scheme(scheme)]
    raise BadNumber(f"{wanted}, {said}.")
