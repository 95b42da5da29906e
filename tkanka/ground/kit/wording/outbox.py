"""The letters of a network, and what the platform does by itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "outbox.office_needed": Wording(
        _("Skrzynkę nadawczą prowadzą koordynacja i sekretariat."),
        _("Skrzynkę nadawczą widzą tylko koordynacja i sekretariat sieci."),
        _("O list, który nie dotarł, zapytaj sekretariat."),
    ),
    "ledger.office_needed": Wording(
        _("Rejestr czytają koordynacja i sekretariat."),
        _("Cały rejestr widzą tylko koordynacja i sekretariat sieci."),
        _("Historię swojej sprawy znajdziesz na jej stronie."),
    ),
    "work.office_needed": Wording(
        _("Pracę platformy śledzą koordynacja i sekretariat."),
        _("Pracę platformy widzą tylko koordynacja i sekretariat sieci."),
    ),
}
