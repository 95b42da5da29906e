"""The host organisation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "host_known": Wording(
        _("Zasady znają organizację goszczącą."),
        _("Zasady tej sieci nie znają organizacji goszczącej."),
    ),
    "host_is_member": Wording(
        _("Organizacja goszcząca jest członkiem sieci."),
        _("Organizacją goszczącą może być tylko członek sieci."),
    ),
    "qualities_stated": Wording(
        _("Organizacja spełnia to, czego zasady wymagają od organizacji goszczącej."),
        _("Brakuje potwierdzenia: %(missing)s."),
    ),
    "host_or_coordinator": Wording(
        _("Działa organizacja goszcząca albo Koordynator_ka."),
        _("Okres zapewnienia wpisuje organizacja goszcząca albo Koordynator_ka."),
    ),
    "day_ahead": Wording(
        _("Zapewnienie trwa do: %(until)s."),
        _("Ten dzień już minął: %(until)s. Zapewnienie dotyczy przyszłości."),
    ),
}
