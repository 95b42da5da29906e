"""A person's account and consents."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "person.own_account": Wording(
        _("Osoba decyduje o własnym koncie."),
        _("O koncie decyduje tylko osoba, do której należy."),
    ),
    "person.not_erased": Wording(
        _("Konto istnieje."),
        _("To konto zostało usunięte."),
    ),
    "consent.text_in_force": Wording(
        _("Zgoda dotyczy obowiązującego tekstu."),
        _("Ten tekst zgody już nie obowiązuje."),
        _("Przeczytaj obowiązujący tekst i zdecyduj jeszcze raz."),
    ),
    "consent.was_given": Wording(
        _("Zgodę wyrażono wcześniej."),
        _("Tej zgody nie wyrażono, więc nie ma czego cofać."),
    ),
    "consent.not_required": Wording(
        _("Zgodę można cofnąć."),
        _("Bez tej zgody nie da się prowadzić konta."),
        _("Jeśli chcesz ją cofnąć, usuń konto."),
    ),
}
